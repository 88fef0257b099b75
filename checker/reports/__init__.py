"""Results to text; one file per output format, all pure."""
