"""Which lines of a web page are its article: where the prose stands, without menus of links."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

MARKED = frozenset({"article", "main"})
_PROSE = 10  # words from which a line that is no link counts as prose
_ENOUGH = 200  # characters of prose inside <article> or <main> from which the rest of the page is furniture
_MOST = 0.8  # share of a page's prose that its article holds, where no tag says which part that is
_LINKED = 0.7  # share of a line's letters inside links from which it is a menu
_OWN = 0.5  # share of a part's prose outside the parts in it, from which it is one text and no wrapper around several
_HEADLINE = 3  # words from which a line that opens the page's title is the headline
_AWAY = 12  # lines at most from the headline to the text, where a summary stands between them
_NOTICE, _NOTICES = 5, 3  # lines of a notice of another article at most, and how many of them make a list
_TOLD = 3  # sentences from which the part around the headline is the article; a summary has fewer


class Line(NamedTuple):
    """A line of the page."""

    words: str
    linked: int  # letters inside links
    beside: bool  # in what the page calls comments, related, share …
    heading: bool  # in a heading of the first rank

    @property
    def prose(self) -> int:
        """Its letters where it is a sentence and no link."""
        return len(self.words) if not self.menu and self.words.count(" ") >= _PROSE - 1 else 0

    @property
    def menu(self) -> bool:
        """Whether most of it is a link."""
        return self.linked >= _LINKED * len(self.words.replace(" ", ""))


class Part(NamedTuple):
    """A tag that held prose: the lines from `first` to before `last`, and how many letters of prose."""

    tag: str
    first: int
    last: int
    prose: int


class Chosen(NamedTuple):
    """The lines of a page that are its article, and whether the page left no doubt which these are."""

    words: str
    sure: bool


def choose(lines: Sequence[Line], parts: Sequence[Part], title: str) -> Chosen:
    """The article of a page with this title, menus of links left out."""
    heads = _headlines(lines, title)
    lines = _without_notices(lines, parts, heads)
    parts = _weighed(lines, parts)
    part, sure = _part(lines, parts, heads)
    chosen = lines[_with_summary(part, lines, heads) : part.last] if part else lines
    kept = [line for line in chosen if not line.menu]
    inside = [line for line in kept if not line.beside]
    if 2 * sum(line.prose for line in inside) < sum(line.prose for line in kept):
        inside, sure = kept, False  # the page names the article itself by such a word
    return Chosen("\n".join(line.words for line in inside or kept or chosen), sure)


def _without_notices(lines: Sequence[Line], parts: Sequence[Part], heads: Sequence[int]) -> Sequence[Line]:
    """The lines, those of notices of other articles marked as beside: small parts with a link and a sentence or two."""
    links = [0, *accumulate(line.menu for line in lines)]
    told = [0, *accumulate(line.prose > 0 for line in lines)]
    small = [
        p
        for p in parts
        if p.last - p.first <= _NOTICE and links[p.first] < links[p.last] and 0 < told[p.last] - told[p.first] <= 2
    ]
    notices = [p for p in _outermost(small) if not any(p.first <= n < p.last for n in heads)]
    if len(notices) < _NOTICES:
        return lines
    inside = {n for p in notices for n in range(p.first, p.last)}
    return [line._replace(beside=True) if n in inside else line for n, line in enumerate(lines)]


def _weighed(lines: Sequence[Line], parts: Sequence[Part]) -> list[Part]:
    """The parts that hold prose of which it is not known that it stands beside the article."""
    prose = [0, *accumulate(0 if line.beside else line.prose for line in lines)]
    weighed = (part._replace(prose=prose[part.last] - prose[part.first]) for part in parts)
    return [part for part in weighed if part.prose]


def _part(lines: Sequence[Line], parts: Sequence[Part], heads: Sequence[int]) -> tuple[Part | None, bool]:
    """The smallest part that holds the prose, and whether it is one text and no wrapper around several."""
    part = _densest(_marked(lines, parts) or parts)
    if part is None or part.tag == "article" or not _wraps(part, parts):
        return part, part is not None
    inside = [p for p in parts if _holds(part, p)]
    told = _around_headline(lines, inside, heads) or part
    text = _densest([p for p in inside if _holds(told, p)]) or told
    return told, not _wraps(text, parts)


def _marked(lines: Sequence[Line], parts: Sequence[Part]) -> list[Part]:
    """The parts that the page marks as articles; none where that is its word for each of many notices."""
    marked = [part for part in parts if part.tag in MARKED and part.prose >= _ENOUGH]
    if len(_outermost(marked)) > 1:
        every = sum(line.prose for line in lines if not line.beside)
        marked = marked if 2 * max(part.prose for part in marked) >= every else []
    return marked


def _densest(parts: Sequence[Part]) -> Part | None:
    most = max((part.prose for part in parts), default=0) * _MOST
    return min((part for part in parts if part.prose >= most), key=lambda part: part.last - part.first, default=None)


def _wraps(part: Part, parts: Sequence[Part]) -> bool:
    """Whether most of a part's prose stands in parts of it; a paragraph that is a part of its own counts as its own."""
    inside = [p for p in parts if _holds(part, p) and (p.first, p.last) != (part.first, part.last)]
    held = sum(p.prose for p in _outermost(inside) if p.last - p.first > 1)
    return part.prose - held < _OWN * part.prose


def _headlines(lines: Sequence[Line], title: str) -> list[int]:
    """The lines that open the page's title, else those of its first heading."""
    heads = [
        n for n, line in enumerate(lines) if line.words.count(" ") >= _HEADLINE - 1 and title.startswith(line.words)
    ]
    return (heads or [n for n, line in enumerate(lines) if line.heading])[:3]


def _around_headline(lines: Sequence[Line], parts: Sequence[Part], heads: Sequence[int]) -> Part | None:
    """The smallest part with the headline and sentences of the article below it."""
    told = [0, *accumulate(line.prose > 0 and not line.beside for line in lines)]
    around = [p for p in parts if told[p.last] - told[p.first] >= _TOLD and any(p.first <= n < p.last for n in heads)]
    return min(around, key=lambda p: p.last - p.first, default=None)


def _with_summary(part: Part, lines: Sequence[Line], heads: Sequence[int]) -> int:
    """Where the article begins: at its headline, where a summary stands between it and the part with the text."""
    for head in reversed(heads):
        if 1 < part.first - head <= _AWAY and any(
            line.prose and not line.beside for line in lines[head + 1 : part.first]
        ):
            return head
    return part.first


def _holds(part: Part, other: Part) -> bool:
    return part.first <= other.first and other.last <= part.last


def _outermost(parts: Sequence[Part]) -> list[Part]:
    """Those that lie in none of the others."""
    found: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.first, -part.last)):
        if not found or part.first >= found[-1].last:
            found.append(part)
    return found
