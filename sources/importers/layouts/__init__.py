"""One file for each layout or family of layouts: whose page it is, and how to read it."""
