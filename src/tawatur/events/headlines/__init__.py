"""Neutral titles of events and ties in Arabic and English."""
