"""Results as Word documents, fit to be published: real header rows, British English, a title, 12 points or more, no merged cells."""
