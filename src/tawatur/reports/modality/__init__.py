"""Whether a clause asserts, denies, plans or supposes its act, and whether it tells of one definite happening."""
