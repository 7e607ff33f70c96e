"""What a plan says of its own changes, and which of its sections it means."""
