"""A few words of SVG: shapes with escaped text, laid out in user units (CSS pixels at full size)."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def drawing(parts: Iterable[Markup], *, width: float, height: float, title: str, description: str, kind: str) -> Markup:
    """A whole drawing with what a screen reader says of it. `kind` is its CSS class."""
    return Markup(
        '<svg class="drawing {kind}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:g} {h:g}" '
        'width="{w:g}" height="{h:g}" '
        'role="img" aria-labelledby="{kind}-title {kind}-desc"><title id="{kind}-title">{title}</title>'
        '<desc id="{kind}-desc">{desc}</desc>{parts}</svg>'
    ).format(kind=kind, w=width, h=height, title=title, desc=description, parts=Markup("").join(parts))


def link(parts: Iterable[Markup], href: str, title: str, kind: str = "node") -> Markup:
    """A group that is a link, with a tooltip."""
    return Markup('<a href="{}" class="{}"><title>{}</title>{}</a>').format(href, kind, title, Markup("").join(parts))


def group(parts: Iterable[Markup], title: str, kind: str = "node") -> Markup:
    """A group with a tooltip that leads nowhere."""
    return Markup('<g class="{}"><title>{}</title>{}</g>').format(kind, title, Markup("").join(parts))


def box(x: float, y: float, width: float, height: float, kind: str, radius: float = 6) -> Markup:
    """A rectangle."""
    return Markup('<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}" rx="{:g}"/>').format(
        kind, x, y, width, height, radius
    )


def text(x: float, y: float, content: str, kind: str = "", anchor: str = "middle") -> Markup:
    """A line of text around its middle; direction is taken from the words themselves."""
    return Markup('<text class="{}" x="{:g}" y="{:g}" text-anchor="{}" dominant-baseline="central">{}</text>').format(
        kind, x, y, anchor, escape(content)
    )


def curve(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A soft line between two points, level at both ends."""
    middle = (x1 + x2) / 2
    return Markup('<path class="{}" d="M{:g} {:g}C{:g} {:g} {:g} {:g} {:g} {:g}"/>').format(
        kind, x1, y1, middle, y1, middle, y2, x2, y2
    )


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
