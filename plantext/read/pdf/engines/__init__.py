"""What reads a page's characters, rules and shapes: pdfium, or pdfplumber."""
