"""The pages, one module a kind of thing; each has its own address and a JSON twin."""
