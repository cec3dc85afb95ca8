"""Decides the part of speech of each word from its form, its neighbours and the lexicon."""
