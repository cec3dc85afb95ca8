"""Finds passages that repeat another article or an agency."""
