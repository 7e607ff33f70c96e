"""What a panel, board, committee or consultation says: the grammar of acts, and what each is about."""
