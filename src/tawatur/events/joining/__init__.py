"""Judges which reports tell of one happening or one tie."""
