"""Word documents (Office Open XML): their words as Word prints them, numbers and all."""
