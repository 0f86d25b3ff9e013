"""Programs that keep generated pages of the manual fresh."""
