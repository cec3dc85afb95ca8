"""A few words of SVG: shapes with escaped text, laid out in user units (CSS pixels at full size)."""

import itertools
from collections.abc import Iterable
from importlib.resources import files

from markupsafe import Markup, escape

# The colours of a drawing on its own, in print or in an image; on a page the page's own colours stand instead
_PAPER = (
    ":root{--paper:#fff;--ink:#1d2427;--quiet:#5a6468;--line:#d8d6cf;--card:#fff;--accent:#1f5c6b;--accent-soft:#e3eef0;"
    "--several:#1f6b4a;--one:#8a5a00;--against:#9b2d2d;--trigger:#f7d4cd;--sea:#f1f5f6;--land:#f7f4ec;"
    "--contact:#6b7478;--cooperation:#1f7a8c;--aid:#2a7f4f;--alliance:#3f51a3;--command:#7a4fa3;"
    "--mediation:#b07a00;--hostility:#b3382c;--came:#1f6fb2;--p0:#1f5c6b;--p3:#5ba08c;--p6:#a9b0b3;"
    "--latin:'Source Sans 3','Segoe UI','Noto Sans',sans-serif;--arabic:'Noto Naskh Arabic','Amiri',serif}"
)


def drawing(parts: Iterable[Markup], *, width: float, height: float, title: str, description: str, kind: str) -> Markup:
    """A whole drawing with what a screen reader says of it. `kind` is its CSS class and must be its own on a page."""
    return Markup(
        '<svg class="drawing {kind}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:g} {h:g}" '
        'width="{w:g}" height="{h:g}" '
        'role="group" aria-labelledby="{kind}-title" aria-describedby="{kind}-desc"><title id="{kind}-title">{title}'
        '</title><desc id="{kind}-desc">{desc}</desc>{parts}</svg>'
    ).format(kind=kind, w=width, h=height, title=title, desc=description, parts=Markup("").join(parts))


def standalone(drawn: Markup) -> str:
    """The drawing as a file of its own: with its style inside, on white."""
    style = files("tawatur.explore.web").joinpath("static", "drawings.css").read_text(encoding="utf-8")
    head, _, rest = str(drawn).partition(">")
    paper = '<rect width="100%" height="100%" fill="#fff"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}><style>{_PAPER}{style}</style>{paper}{rest}'


def link(parts: Iterable[Markup], href: str, title: str, kind: str = "node") -> Markup:
    """A group that is a link, with a tooltip that is also its name."""
    return Markup('<a href="{}" class="{}"><title>{}</title>{}</a>').format(href, kind, title, Markup("").join(parts))


def group(parts: Iterable[Markup], title: str, kind: str = "node") -> Markup:
    """A group with a tooltip that leads nowhere."""
    return Markup('<g class="{}"><title>{}</title>{}</g>').format(kind, title, Markup("").join(parts))


def box(x: float, y: float, width: float, height: float, kind: str, radius: float = 6) -> Markup:
    """A rectangle."""
    return Markup('<rect class="{}" x="{:.5g}" y="{:.5g}" width="{:.5g}" height="{:.5g}" rx="{:g}"/>').format(
        kind, x, y, width, height, radius
    )


def circle(x: float, y: float, radius: float, kind: str) -> Markup:
    """A circle."""
    return Markup('<circle class="{}" cx="{:.5g}" cy="{:.5g}" r="{:.5g}"/>').format(kind, x, y, radius)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return Markup('<line class="{}" x1="{:.5g}" y1="{:.5g}" x2="{:.5g}" y2="{:.5g}"/>').format(kind, x1, y1, x2, y2)


def path(steps: str, kind: str) -> Markup:
    """A path of drawing steps of our own making."""
    return Markup('<path class="{}" d="{}"/>').format(kind, steps)


def text(x: float, y: float, content: str, kind: str = "", anchor: str = "middle") -> Markup:
    """A line of text around its middle; direction is taken from the words themselves."""
    return Markup(
        '<text class="{}" x="{:.5g}" y="{:.5g}" text-anchor="{}" dominant-baseline="central">{}</text>'
    ).format(kind, x, y, anchor, escape(content))


def through(points: list[tuple[float, float]], kind: str) -> Markup:
    """A soft line through points, level at each of them."""
    steps = [f"M{points[0][0]:.5g} {points[0][1]:.5g}"]
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        middle = (x1 + x2) / 2
        steps.append(f"C{middle:.5g} {y1:.5g} {middle:.5g} {y2:.5g} {x2:.5g} {y2:.5g}")
    return path("".join(steps), kind)


def arrow(x: float, y: float, kind: str, *, to_left: bool) -> Markup:
    """The head of an arrow that ends at a point."""
    back = 8 if to_left else -8
    return path(f"M{x:.5g} {y:.5g}l{back} -4.5v9z", kind)


def wrapped(words: str, width: int = 18, lines: int = 3) -> list[str]:
    """Words on at most `lines` lines of about `width` letters; what does not fit ends in an ellipsis."""
    rows: list[str] = []
    for word in words.split():
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = rows[-1][: width - 1] + "…"
    return [row if len(row) <= width + 6 else row[: width + 5] + "…" for row in rows]
