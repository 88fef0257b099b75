"""Pages of the open web -> statements, with the evidence kept: the only user of a network."""
