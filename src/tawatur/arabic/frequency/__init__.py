"""How common word forms are: a table made from wordfreq, with its notice beside it."""
