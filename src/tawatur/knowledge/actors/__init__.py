"""Data: known actors, one file a region or kind. Read by tawatur.mentions.actors.known."""
