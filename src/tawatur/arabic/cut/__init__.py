"""Cuts a word into proclitics, stem and attached pronoun."""
