"""Tables: by rules, by grounds, by the white between their cells; over pages; and labels with their values."""
