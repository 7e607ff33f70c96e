"""Headings, titles and their levels; what only looks like one."""
