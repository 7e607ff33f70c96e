"""plantext: compare public plans from year to year, and check whether what was asked for is in them.

The verbs in the order of the flow; each is imported when it is first used, so that `import plantext` costs nothing:

- `read(source)` → Document
- `milestones(plan)` → Milestones · `recommendations(report)` → Recommendations
- `variations(before, after)` → Variations · `coverage(report, plan)` → Coverage · `check(plan)` → Checks
- `progress(report, plan)` → Progress · `history(plans, reports)` → History
- `align_texts(before, after)` → AlignedTexts · `trace_texts(queries, passages)` → [TextTrace], for plain lists of strings
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plantext.compare.align import align_texts as align_texts
    from plantext.compare.trace import trace_texts as trace_texts
    from plantext.pipeline import check as check
    from plantext.pipeline import coverage as coverage
    from plantext.pipeline import history as history
    from plantext.pipeline import milestones as milestones
    from plantext.pipeline import pack as pack
    from plantext.pipeline import progress as progress
    from plantext.pipeline import recommendations as recommendations
    from plantext.pipeline import topics as topics
    from plantext.pipeline import variations as variations

# At once, and light: a package and the verb share the name, and the name that is bound last wins.
from plantext.read import read as read
from plantext.version import __version__ as __version__

_VERBS = {
    "milestones": "plantext.pipeline",
    "recommendations": "plantext.pipeline",
    "variations": "plantext.pipeline",
    "coverage": "plantext.pipeline",
    "check": "plantext.pipeline",
    "progress": "plantext.pipeline",
    "history": "plantext.pipeline",
    "topics": "plantext.pipeline",
    "pack": "plantext.pipeline",
    "align_texts": "plantext.compare.align",
    "trace_texts": "plantext.compare.trace",
}


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        return getattr(import_module(_VERBS[name]), name)
    raise AttributeError(f"module 'plantext' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_VERBS])
