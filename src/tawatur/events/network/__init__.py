"""Actors and their links at a date and between dates; who cites whom."""
