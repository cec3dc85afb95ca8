"""Draws how many articles each outlet published over time: one bar a month, outlets stacked."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from tawatur.explore.drawings.svg import box, drawing, group, line, text

WIDTH, HEIGHT, MARGIN, FOOT = 620.0, 190.0, 30.0, 34.0
SHOWN = 6  # outlets with a pattern of their own; the rest is drawn as one


def draw_months(
    months: Sequence[tuple[str, Mapping[str, int]]],
    outlets: Sequence[str],
    *,
    title: str,
    description: str,
    others: str,
    mirrored: bool,
    tick: Callable[[str], str],
    named: Callable[[str], str] = str,
) -> Markup:
    """The drawing; `outlets` are those with most articles, `tick` names a month, `named` an outlet."""
    most = max((sum(counts.values()) for _, counts in months), default=1)
    step = (WIDTH - 2 * MARGIN) / max(1, len(months))
    inside = HEIGHT - FOOT - 12
    parts = [line(MARGIN, HEIGHT - FOOT, WIDTH - MARGIN, HEIGHT - FOOT, "grid")]
    every = max(1, (len(months) + 5) // 6)
    for number, (month, counts) in enumerate(months):
        x = WIDTH - MARGIN - (number + 1) * step if mirrored else MARGIN + number * step
        y = HEIGHT - FOOT
        for place, outlet in enumerate([*outlets[:SHOWN], others]):
            count = counts.get(outlet, 0) if outlet != others else _rest(counts, outlets[:SHOWN])
            if count:
                height = count / most * inside
                y -= height
                shape = box(x + step * 0.12, y, max(1.0, min(step * 0.76, 46)), height, f"part p{place}", 0)
                parts.append(group([shape], f"{named(outlet)}, {tick(month)}: {count}", "bar"))
        if number % every == 0:
            parts.append(text(x + step / 2, HEIGHT - FOOT + 14, tick(month), "tick"))
    parts.append(text(WIDTH - MARGIN / 2 if mirrored else MARGIN / 2, 16, str(most), "tick"))
    return drawing(parts, width=WIDTH, height=HEIGHT, title=title, description=description, kind="months")


def _rest(counts: Mapping[str, int], named: Sequence[str]) -> int:
    return sum(count for outlet, count in counts.items() if outlet not in named)
