"""A plan's faults and its statutory contents: one file for each family of rules; `rules.py` is the table of them."""
