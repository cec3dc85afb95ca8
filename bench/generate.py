"""Makes any number of articles about happenings that are known, with their readings and the truth about who tells what.

Sentences come from templates written for the project, and everything that they tell is invented. Each happening is told
by several outlets: in other words, with fields left out, copied from an earlier telling, or passed on from a source.
No two happenings within ten days share type, actor, recipient and place: what people could not tell apart is not asked.

python bench/generate.py 100000 FOLDER writes texts that the program reads itself: of known groups and places, and of
about 200 words (the median of real news is 262).
"""

import argparse
import datetime as dt
import hashlib
import json
import random
import sys
from collections import defaultdict, deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from tawatur.events.ids import report_id
from tawatur.events.records import ReadArticle
from tawatur.model.article import Published
from tawatur.model.reading import ArticleHead, Entity, Figure, Filler, Link, Reading, Report, ReportTime
from tawatur.model.span import Span
from vocabulary import BACKGROUND, DETAILS, FILLERS, KINDS, MONTHS, PROPER, Names, invented_names, known_names

START = dt.date(2014, 1, 1)
PARAGRAPHS = 2  # of background in an article that the program reads itself


class Happening(NamedTuple):
    """What happened, as it is known to the generator."""

    number: int
    kind: int
    actor: int
    recipient: int
    place: int
    detail: str
    figure: int
    day: dt.date


class Making(NamedTuple):
    """What articles are made of: chance, names, and how many paragraphs of background each has."""

    dice: random.Random
    names: Names
    background: int


class Telling(NamedTuple):
    """One sentence about a happening, with the fields that it gives."""

    happening: Happening
    text: str
    trigger: str
    dated: bool
    placed: bool
    figure: int
    source: int  # index of an outlet that it passes on, or -1 for none, -2 for nameless sources


def articles(
    count: int, *, seed: int = 7, names: Names | None = None, background: int = 0
) -> Iterator[tuple[ReadArticle, dict[str, int]]]:
    """Articles with their readings, and for each report id the number of its happening; oldest first."""
    dice = random.Random(seed)
    making = Making(dice, names or invented_names(), background)
    waiting: dict[dt.date, list[Happening]] = defaultdict(list)
    told: dict[int, Telling] = {}
    recent: deque[tuple[dt.date, set[tuple[int, int, int, int]]]] = deque(maxlen=10)
    made = number = 0
    day, a_day = START, max(4, count // 1000)
    while made < count:
        used: set[tuple[int, int, int, int]] = set()
        recent.append((day, used))
        for _ in range(int(a_day * 1.6)):
            happening = _happening(making, number, day, recent)
            used.add((happening.kind, happening.actor, happening.recipient, happening.place))
            number += 1
            for _ in range(1 + min(30, int(dice.expovariate(0.45)))):
                waiting[day + dt.timedelta(days=min(6, int(dice.expovariate(0.9))))].append(happening)
        todays = waiting.pop(day, [])
        dice.shuffle(todays)
        while todays and made < count:
            some, todays = todays[:5], todays[5:]
            once = list({h.number: h for h in some}.values())
            yield _article(making, made, day, [_tell(making, h, told) for h in once])
            made += 1
        day += dt.timedelta(days=1)


def _zipf(dice: random.Random, size: int) -> int:
    return min(size - 1, int(size * dice.random() ** 2.2))


def _happening(
    making: Making, number: int, day: dt.date, recent: deque[tuple[dt.date, set[tuple[int, int, int, int]]]]
) -> Happening:
    dice, groups, places = making.dice, len(making.names.groups), len(making.names.places)
    while True:
        kind, actor, place = dice.randrange(len(KINDS)), _zipf(dice, groups), _zipf(dice, places)
        recipient = (actor + 1 + _zipf(dice, groups - 1)) % groups
        if not any((kind, actor, recipient, place) in used for _, used in recent):
            break
    detail = f"{dice.choice(DETAILS)} {dice.choice(PROPER)}"
    return Happening(number, kind, actor, recipient, place, detail, dice.randint(11, 60), day)


def _tell(making: Making, happening: Happening, told: dict[int, Telling]) -> Telling:
    dice, names = making.dice, making.names
    earlier = told.get(happening.number)
    if earlier is not None and dice.random() < 0.35:
        return earlier
    sentence, trigger = dice.choice(KINDS[happening.kind].sentences)
    dated, placed = dice.random() < 0.55, dice.random() < 0.9
    figure = happening.figure if dice.random() < 0.8 else happening.figure + dice.randint(1, 4)
    month = MONTHS[happening.day.month - 1]
    place = names.places[happening.place] if placed else "المنطقة"
    text = sentence.format(
        a=names.groups[happening.actor],
        r=names.groups[happening.recipient],
        p=place,
        d=happening.detail,
        n=figure,
        t=f" في {happening.day.day} {month}" if dated else "",
    )
    source = dice.randrange(len(names.outlets)) if dice.random() < 0.25 else -2 if dice.random() < 0.2 else -1
    telling = Telling(happening, text, trigger, dated, placed, figure, source)
    told.setdefault(happening.number, telling)
    return telling


def _article(making: Making, number: int, day: dt.date, tellings: list[Telling]) -> tuple[ReadArticle, dict[str, int]]:
    dice, names = making.dice, making.names
    text = ""
    entities: dict[str, Entity] = {}
    reports: list[Report] = []
    happenings: list[int] = []
    for telling in tellings:
        opening = (
            f"ذكرت {names.outlets[telling.source]} أن "
            if telling.source >= 0
            else ("قالت مصادر مطلعة إن " if telling.source == -2 else "")
        )
        start = len(text) + len(opening)
        text += opening + telling.text + ".\n"
        if dice.random() < 0.5:
            text += dice.choice(FILLERS) + ".\n"
        reports.append(_report(names, telling, start, len(opening), entities))
        happenings.append(telling.happening.number)
    text += _background(making)
    sha = hashlib.sha256(f"{number}\n{text}".encode()).hexdigest()
    head = ArticleHead(
        id=sha[:16],
        path=f"{number:07d}.txt",
        sha256=sha,
        title=None,
        outlet=dice.choice(names.outlets),
        published=Published(edtf=day.isoformat(), basis="metadata"),
    )
    reading = Reading(article=head, entities=tuple(entities.values()), reports=tuple(reports))
    truth = {report_id(head, report): which for report, which in zip(reports, happenings, strict=True)}
    return ReadArticle(reading=reading, text=text), truth


def _background(making: Making) -> str:
    """Paragraphs that tell of no happening, each about some place and month."""
    dice, places = making.dice, making.names.places
    chosen = dice.sample(BACKGROUND, making.background)
    return "".join(
        words.format(p=places[_zipf(dice, len(places))], m=dice.choice(MONTHS), n=dice.randint(11, 60)) + ".\n"
        for words in chosen
    )


def _report(names: Names, telling: Telling, start: int, opening: int, entities: dict[str, Entity]) -> Report:
    happening, kind = telling.happening, KINDS[telling.happening.kind]

    def span(words: str) -> Span:
        at = start + telling.text.index(words)
        return Span(at, at + len(words))

    def entity(name: str, what: str, *, anonymous: bool = False) -> str:
        if name not in entities:
            entities[name] = Entity(id=f"e{len(entities)}", kind=what, name={"ar": name}, anonymous=anonymous)  # type: ignore[arg-type]
        return entities[name].id

    def filler(name: str, what: str) -> Filler:
        return Filler(entity=entity(name, what), span=span(name))

    links: tuple[Link, ...] = ()
    if telling.source != -1:
        name = names.outlets[telling.source] if telling.source >= 0 else "مصادر مطلعة"
        links = (
            Link(entity=entity(name, "media", anonymous=telling.source < 0), span=Span(start - opening, start - 1)),
        )
    trigger = span(telling.trigger)
    figure = span(str(telling.figure))
    return Report(
        id=f"r{start}",
        kind="event",
        type=kind.type,
        extension=kind.extension,
        trigger=trigger,
        evidence=Span(start, start + len(telling.text)),
        actors=(filler(names.groups[happening.actor], "armed_group"),),
        recipients=(filler(names.groups[happening.recipient], "armed_group"),),
        place=filler(names.places[happening.place], "place") if telling.placed else None,
        time=ReportTime(edtf=happening.day.isoformat(), span=trigger, anchor="published", rule="bench")
        if telling.dated
        else None,
        figures=(Figure(span=figure, value=telling.figure, unit=kind.unit),),
        attribution=links,
        rule="bench",
    )


def main() -> int:
    """Writes N articles as JSON Lines, texts with metadata."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with (given.out / "articles.jsonl").open("w", encoding="utf-8") as texts:
        for item, _ in articles(given.count, seed=given.seed, names=known_names(), background=PARAGRAPHS):
            head = item.reading.article
            line = {"path": head.path, "text": item.text, "outlet": head.outlet, "published": head.published.edtf}
            texts.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
