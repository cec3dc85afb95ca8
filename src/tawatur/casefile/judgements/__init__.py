"""Reviewers' decisions: rows that are only ever added, replayed over every build, undone by another row."""
