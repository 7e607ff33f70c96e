"""What a plan commits itself to: its milestones, wherever and however it lists them."""
