"""Renditions of one law side by side: the files, what differs in truth, what was judged."""
