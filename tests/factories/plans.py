"""Small plans and a panel's report as plain text: a force that does not exist, in our own words."""

from __future__ import annotations

BEFORE = """# Police and Crime Plan for Downland

## 3.1 Safer lanes

Milestones for 2031-32

- Reduce thefts from farm yards by 8 per cent
- Hold a street meeting in each ward every month
- Open a drop-in centre for young people in Upper Marling

## 3.2 Standing by victims

Milestones for 2031-32

- Answer letters from victims of crime within ten days
"""

AFTER = """# Police and Crime Plan for Downland

## 3.1 Safer lanes

Milestones for 2032-33

- Reduce thefts from farm yards by 2 per cent
- Hold a street meeting in each ward every month
- Lend speed guns to parish volunteers

## 3.2 Standing by victims

Milestones for 2032-33

- Answer letters from victims of crime within ten days
"""

BOTH = (
    "# Summary of variations for Downland\n\n"
    "Objective\tMilestones 2031-32\tMilestones 2032-33\n"
    "Safer lanes\tReduce thefts from farm yards by 8 per cent\tReduce thefts from farm yards by 2 per cent\n"
    "Safer lanes\tHold a street meeting in each ward every month\tHold a street meeting in each ward every month\n"
    "Standing by victims\tOpen a drop-in centre in Upper Marling\tOpen two drop-in centres in Upper Marling\n"
)

OTHER = """# Strategy of the Harbour Trust

Actions for 2032-33

- Dredge the inner basin before the autumn storms
- Paint the lighthouse white again
"""

PANEL = """# Report of the Police and Crime Panel on the draft Plan for 2032-33

## Safer lanes

The Panel:

- was concerned that nothing is said about thefts from farm yards
- would like to see more street meetings in the wards
- welcomed the tone of the foreword
"""
