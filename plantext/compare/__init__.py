"""Findings × findings: what belongs together, what changed, what is covered."""
