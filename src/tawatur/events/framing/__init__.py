"""Which names and verbs each outlet uses."""
