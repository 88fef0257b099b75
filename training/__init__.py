"""How the pair model is made; see docs/model.md. Not part of the program."""
