"""What places the words of an article name."""
