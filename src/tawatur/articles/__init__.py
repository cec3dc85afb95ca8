"""Takes articles in: decoding, metadata, page furniture; refuses what is no article with one clear line."""
