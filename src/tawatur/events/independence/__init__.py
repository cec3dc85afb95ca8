"""Counts the independent feet an event stands on."""
