"""Words, stems and the one similarity of short texts."""
