"""What a milestone aims at: what is counted, which way, how far, from where and by when."""
