"""From one line of the lexicon to every surface form: verbs of all weaknesses, participles, verbal nouns, nouns."""
