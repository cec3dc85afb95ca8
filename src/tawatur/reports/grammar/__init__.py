"""The grammar over clauses: chunks, borders, subjects, objects, arguments of nouns."""
