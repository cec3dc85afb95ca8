"""The only door to the network: `tawatur build --fetch URL`. Nothing else in Tawatur opens a connection."""
