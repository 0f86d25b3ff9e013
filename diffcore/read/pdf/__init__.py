"""What the reader of PDF is made of: the library, glyphs, lines, columns, tables, pages, text.

All but the library and the pages (engine.py, pages.py, scans.py) takes fragments from wherever they
come: the readers of OFD and of pictures lay their pages out with the same parts.
"""
