"""From arguments to roles: what a sense makes of what the grammar found."""
