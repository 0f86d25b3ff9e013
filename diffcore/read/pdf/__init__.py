"""What the reader of PDF is made of: the library, glyphs, lines, columns, tables, pages, text."""
