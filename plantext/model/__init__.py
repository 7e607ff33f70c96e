"""The nouns: what was read, found and compared. Frozen, and the same in Python as in JSON."""
