"""Types of acts and ties: PLOVER's, the relation types, and the declared extension, as data."""
