"""How well the current tree does the work: one file for each thing that is judged, and the comparison of two evaluations.

Each `score_` function takes results as the contract's JSON (dicts), and judged answers, and gives Scores. None of them knows how plantext
works inside, so that they judge what a user gets.
"""
