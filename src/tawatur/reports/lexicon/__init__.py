"""The frames of the lexicon, indexed for the reader of reports."""
