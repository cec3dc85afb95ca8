"""Builds a case: finds what is new, reads it on several processes, joins everything, writes it down."""
