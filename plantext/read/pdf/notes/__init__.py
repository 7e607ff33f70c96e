"""Footnotes and notes at the end, and their marks."""
