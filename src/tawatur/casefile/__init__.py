"""The case file: everything read and joined, and what reviewers decided, in one database."""
