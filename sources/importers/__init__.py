"""File or text to statements; one file per layout."""
