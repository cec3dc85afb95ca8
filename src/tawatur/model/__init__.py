"""Frozen records: what every room passes to the next."""
