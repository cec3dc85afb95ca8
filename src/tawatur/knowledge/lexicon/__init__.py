"""The lexicon of acts and ties: words with their forms, frames and senses. See README.md here; `entries` loads it."""
