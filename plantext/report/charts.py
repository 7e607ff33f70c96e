"""Small pictures as inline SVG: a milestone's figures over several reports, and its life as a line. They repeat the words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from plantext.model.progress import Chapter, Life, Point
from plantext.report import words

WIDTH, HEIGHT, EDGE = 260, 90, 14  # units of the picture, scaled by the page
STEP, RADIUS = 28, 6  # of a life's line: from one document to the next, and of a dot
COLOURS = {
    "introduced": "#00703c", "unchanged": "#12365f", "reworded": "#1a5fa3", "target": "#4c2c92", "moved": "#1a5fa3", "split": "#1a5fa3", "merged": "#1a5fa3",
    "reported": "#8a6d00", "dropped": "#a33a22",
}  # fmt: skip


def series_chart(points: Sequence[Point], name: str) -> str:
    """A line through the figures of a series, with what was aimed at as a dashed line; "" where fewer than two have a figure."""
    known = [(place, point) for place, point in enumerate(points) if point.actual is not None]
    if len(known) < 2:
        return ""
    aims = [point.target for point in points if point.target is not None]
    values = [point.actual for _, point in known if point.actual is not None] + aims
    low, high = min(values), max(values)
    spread = (high - low) or 1.0

    def x(place: int) -> float:
        return EDGE + place * (WIDTH - 2 * EDGE) / max(1, len(points) - 1)

    def y(value: float) -> float:
        return HEIGHT - EDGE - (value - low) * (HEIGHT - 2 * EDGE) / spread

    at = [(x(place), y(point.actual or 0.0), point) for place, point in known]
    line = " ".join(f"{across:.1f},{down:.1f}" for across, down, _ in at)
    said = "; ".join(f"{point.as_at or point.report}: {words.number_words(point.actual or 0.0)}" for _, _, point in at)
    title = escape(f"{name}: {said}" + (f"; aimed at {words.number_words(aims[-1])}" if aims else ""))
    aim = (
        f'<line x1="{EDGE}" y1="{y(aims[-1]):.1f}" x2="{WIDTH - EDGE}" y2="{y(aims[-1]):.1f}" stroke="#a33a22" stroke-dasharray="4 3"/>'
        if aims
        else ""
    )
    dots = "".join(
        f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3.5" fill="#12365f"/>'
        f'<text x="{across:.1f}" y="{down - 7:.1f}" text-anchor="middle" font-size="11">{escape(words.number_words(point.actual or 0.0))}</text>'
        for across, down, point in at
    )
    return (
        f'<svg role="img" viewBox="0 -8 {WIDTH} {HEIGHT + 8}" width="{WIDTH}" style="max-width: 100%" xmlns="http://www.w3.org/2000/svg"><title>{title}</title>'
        f'{aim}<polyline points="{line}" fill="none" stroke="#12365f" stroke-width="2"/>{dots}</svg>'
    )


def life_line(life: Life, chapters: Sequence[Chapter]) -> str:
    """A dot for each document that has the milestone, a line from its first to its last; a ring where it was dropped."""
    marks = []
    for place in range(len(chapters)):
        events = [one for one in life.events if one.chapter == place]
        if events:
            marks.append((place, events[-1].kinds[-1]))
    if not marks:
        return ""
    first, last = marks[0][0], marks[-1][0]
    middle = RADIUS + 3
    dots = "".join(
        f'<circle cx="{middle + place * STEP}" cy="{middle}" r="{RADIUS}" '
        f'fill="{"#fff" if kind == "dropped" else COLOURS[kind]}" stroke="{COLOURS[kind]}" stroke-width="2"/>'
        for place, kind in marks
    )
    width = 2 * middle + STEP * (len(chapters) - 1)
    return (
        f'<svg aria-hidden="true" viewBox="0 0 {width} {2 * middle}" width="{width}" style="max-width: 100%" xmlns="http://www.w3.org/2000/svg">'
        f'<line x1="{middle + first * STEP}" y1="{middle}" x2="{middle + last * STEP}" y2="{middle}" stroke="#12365f" stroke-width="2"/>{dots}</svg>'
    )
