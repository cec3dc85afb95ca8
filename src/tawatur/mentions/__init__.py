"""What the words of an article name: actors, places, times and figures."""
