"""Who is named: known actors, people and groups found by their words, and phrases of role and side."""
