"""Data: outlets and agencies with their owners. Read by tawatur.mentions.actors.known."""
