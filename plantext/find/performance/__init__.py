"""What a performance report says of a plan's milestones."""
