"""One small module a format: its fields with their meaning, and what writes them."""
