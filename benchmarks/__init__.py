"""What the program costs: measured by commands of their own, guarded by counts."""
