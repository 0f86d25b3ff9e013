"""The readers, one file each with one constant `READER`; found by `diffcore.discover`."""
