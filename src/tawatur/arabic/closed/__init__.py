"""The closed classes of words: prepositions, conjunctions, pronouns, particles, with the clitics they take."""
