"""Who says so: speech verbs, source adverbials, quotations, nested attribution, stance."""
