"""Data of the package, and the one strict way to load it. Data only: no rule of Arabic or of reading lives here."""
