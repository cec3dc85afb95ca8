"""How older case files become like new ones. Forward only; one file a version of the schema."""
