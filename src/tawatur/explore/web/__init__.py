"""The web app: every page complete without scripts, in Arabic and English, with a JSON twin."""
