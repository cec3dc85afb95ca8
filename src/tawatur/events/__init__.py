"""Across articles: same happening, copies, support, disagreements, framing, ties over time."""
