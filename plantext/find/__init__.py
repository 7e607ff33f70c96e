"""Documents → findings: milestones, targets, statements."""
