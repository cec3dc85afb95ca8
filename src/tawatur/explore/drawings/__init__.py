"""Drawings as SVG made in Python: every node a link, with title and description, legible in print."""
