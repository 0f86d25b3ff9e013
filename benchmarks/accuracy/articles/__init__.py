"""Which article of a revised law came from which: what was stated, what is told, how it scores."""
