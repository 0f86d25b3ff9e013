"""One text in every format: the files, and what is told of each two of them."""
