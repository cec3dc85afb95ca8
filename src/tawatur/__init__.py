"""Reads Arabic conflict news and shows on how many independent feet each reported event stands."""

__version__ = "0.1.0"
