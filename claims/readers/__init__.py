"""Path or bytes to Document; one file per format family."""
