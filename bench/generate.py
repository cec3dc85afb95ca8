"""Makes any number of articles about happenings that are known, with their readings and the truth about who tells what.

Sentences come from templates written for the project; groups, outlets and details are invented. Each happening is told
by several outlets: in other words, with fields left out, copied from an earlier telling, or passed on from a source.
No two happenings within ten days share type, actor, recipient and place: what people could not tell apart is not asked.
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

import yaml

from tawatur.events.ids import report_id
from tawatur.events.records import ReadArticle
from tawatur.model.article import Published
from tawatur.model.reading import ArticleHead, Entity, Figure, Filler, Link, Reading, Report, ReportTime
from tawatur.model.span import Span

_WORDS = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
GROUPS = [f"{head} {word}" for word in _WORDS["words"] for head in _WORDS["group_heads"]]
OUTLETS = [f"{head} {word}" for word in _WORDS["words"] for head in _WORDS["outlet_heads"]]
PLACES = [
    f"{head} {tail}{end}" for head in _WORDS["place_heads"] for tail in _WORDS["place_tails"] for end in ("", " التحتا")
]
DETAILS, PROPER, MONTHS = _WORDS["details"], _WORDS["proper"], _WORDS["months"]


class Kind(NamedTuple):
    """A type of happening with its sentences; {a} actor, {r} recipient, {p} place, {d} detail, {n} number, {t} time."""

    type: str
    extension: str
    sentences: tuple[tuple[str, str], ...]  # sentence, trigger


KINDS = (
    Kind(
        "ASSAULT",
        "shelling",
        (
            ("قصف مقاتلو {a} بالمدفعية مواقع {r} قرب {d} في بلدة {p}{t}، ما أوقع {n} قتيلاً", "قصف"),
            ("تعرضت بلدة {p} لقصف من {a} استهدف مواقع {r} حول {d}{t} وسقط {n} قتيلاً", "لقصف"),
            ("{n} قتيلاً في قصف شنه {a} على {r} عند {d} في {p}{t}", "قصف"),
        ),
    ),
    Kind(
        "ASSAULT",
        "capture_ground",
        (
            ("سيطر {a} على {d} في بلدة {p}{t} بعد طرد {r}، وقُتل {n} في المعركة", "سيطر"),
            ("أعلن عن سيطرة {a} على {d} قرب {p}{t} إثر انسحاب {r} وسقوط {n} قتيلاً", "سيطرة"),
        ),
    ),
    Kind(
        "CONSULT",
        "negotiate",
        (
            ("التقى وفد من {a} ممثلين عن {r} عند {d} في {p}{t} لبحث مصير {n} محتجزاً", "التقى"),
            ("عُقد لقاء بين {a} و{r} في {p}{t} داخل {d} وتناول ملف {n} محتجزاً", "لقاء"),
        ),
    ),
    Kind(
        "COERCE",
        "arrest",
        (
            ("اعتقل {a} {n} من عناصر {r} خلال مداهمة {d} في {p}{t}", "اعتقل"),
            ("نفذ {a} حملة اعتقالات طالت {n} من {r} عند {d} في بلدة {p}{t}", "اعتقالات"),
        ),
    ),
    Kind(
        "AID",
        "arm",
        (
            ("سلّم {a} إلى {r} شحنة ذخيرة من {n} صندوقاً عبر {d} في {p}{t}", "سلّم"),
            ("وصلت إلى {r} ذخيرة أرسلها {a} تضم {n} صندوقاً عبر {d} قرب {p}{t}", "أرسلها"),
        ),
    ),
    Kind(
        "RETREAT",
        "withdraw",
        (
            ("انسحب {a} من {d} في {p}{t} أمام تقدم {r} مخلفاً {n} آلية", "انسحب"),
            ("أخلى {a} مواقعه حول {d} في بلدة {p}{t} بعد ضغط من {r} وترك {n} آلية", "أخلى"),
        ),
    ),
)
UNITS = {
    "shelling": "killed",
    "capture_ground": "killed",
    "negotiate": "detainees",
    "arrest": "arrested",
    "arm": "boxes",
    "withdraw": "vehicles",
}
FILLERS = (
    "وتأتي هذه التطورات في ظل توتر متصاعد في المنطقة",
    "ولم يصدر تعليق رسمي حتى ساعة إعداد الخبر",
    "ويقول سكان إن الأوضاع المعيشية تزداد صعوبة مع اقتراب الشتاء",
    "وكانت المنطقة قد شهدت هدوءاً نسبياً في الأسابيع الماضية",
)
START = dt.date(2014, 1, 1)


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


class Telling(NamedTuple):
    """One sentence about a happening, with the fields that it gives."""

    happening: Happening
    text: str
    trigger: str
    dated: bool
    placed: bool
    figure: int
    source: int  # index of an outlet that it passes on, or -1 for none, -2 for nameless sources


def articles(count: int, *, seed: int = 7) -> Iterator[tuple[ReadArticle, dict[str, int]]]:
    """Articles with their readings, and for each report id the number of its happening; oldest first."""
    dice = random.Random(seed)
    waiting: dict[dt.date, list[Happening]] = defaultdict(list)
    told: dict[int, Telling] = {}
    recent: deque[tuple[dt.date, set[tuple[int, int, int, int]]]] = deque(maxlen=10)
    made = number = 0
    day, a_day = START, max(4, count // 1000)
    while made < count:
        used: set[tuple[int, int, int, int]] = set()
        recent.append((day, used))
        for _ in range(int(a_day * 1.6)):
            happening = _happening(dice, number, day, recent)
            used.add((happening.kind, happening.actor, happening.recipient, happening.place))
            number += 1
            for _ in range(1 + min(30, int(dice.expovariate(0.45)))):
                waiting[day + dt.timedelta(days=min(6, int(dice.expovariate(0.9))))].append(happening)
        todays = waiting.pop(day, [])
        dice.shuffle(todays)
        while todays and made < count:
            some, todays = todays[:5], todays[5:]
            once = list({h.number: h for h in some}.values())
            yield _article(dice, made, day, [_tell(dice, h, day, told) for h in once])
            made += 1
        day += dt.timedelta(days=1)


def _zipf(dice: random.Random, size: int) -> int:
    return min(size - 1, int(size * dice.random() ** 2.2))


def _happening(
    dice: random.Random, number: int, day: dt.date, recent: deque[tuple[dt.date, set[tuple[int, int, int, int]]]]
) -> Happening:
    while True:
        kind, actor, place = dice.randrange(len(KINDS)), _zipf(dice, len(GROUPS)), _zipf(dice, len(PLACES))
        recipient = (actor + 1 + _zipf(dice, len(GROUPS) - 1)) % len(GROUPS)
        if not any((kind, actor, recipient, place) in used for _, used in recent):
            break
    detail = f"{dice.choice(DETAILS)} {dice.choice(PROPER)}"
    return Happening(number, kind, actor, recipient, place, detail, dice.randint(3, 60), day)


def _tell(dice: random.Random, happening: Happening, day: dt.date, told: dict[int, Telling]) -> Telling:
    earlier = told.get(happening.number)
    if earlier is not None and dice.random() < 0.35:
        return earlier
    sentence, trigger = dice.choice(KINDS[happening.kind].sentences)
    dated, placed = dice.random() < 0.55, dice.random() < 0.9
    figure = happening.figure if dice.random() < 0.8 else happening.figure + dice.randint(1, 4)
    month = MONTHS[happening.day.month - 1]
    place = PLACES[happening.place] if placed else "المنطقة"
    text = sentence.format(
        a=GROUPS[happening.actor],
        r=GROUPS[happening.recipient],
        p=place,
        d=happening.detail,
        n=figure,
        t=f" في {happening.day.day} {month}" if dated else "",
    )
    source = dice.randrange(len(OUTLETS)) if dice.random() < 0.25 else -2 if dice.random() < 0.2 else -1
    telling = Telling(happening, text, trigger, dated, placed, figure, source)
    told.setdefault(happening.number, telling)
    return telling


def _article(
    dice: random.Random, number: int, day: dt.date, tellings: list[Telling]
) -> tuple[ReadArticle, dict[str, int]]:
    text = ""
    entities: dict[str, Entity] = {}
    reports: list[Report] = []
    happenings: list[int] = []
    for telling in tellings:
        opening = (
            f"ذكرت {OUTLETS[telling.source]} أن "
            if telling.source >= 0
            else ("قالت مصادر مطلعة إن " if telling.source == -2 else "")
        )
        start = len(text) + len(opening)
        text += opening + telling.text + ".\n"
        if dice.random() < 0.5:
            text += dice.choice(FILLERS) + ".\n"
        reports.append(_report(telling, start, len(opening), entities))
        happenings.append(telling.happening.number)
    sha = hashlib.sha256(f"{number}\n{text}".encode()).hexdigest()
    head = ArticleHead(
        id=sha[:16],
        path=f"{number:07d}.txt",
        sha256=sha,
        title=None,
        outlet=dice.choice(OUTLETS),
        published=Published(edtf=day.isoformat(), basis="metadata"),
    )
    reading = Reading(article=head, entities=tuple(entities.values()), reports=tuple(reports))
    truth = {report_id(head, report): which for report, which in zip(reports, happenings, strict=True)}
    return ReadArticle(reading=reading, text=text), truth


def _report(telling: Telling, start: int, opening: int, entities: dict[str, Entity]) -> Report:
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
        name = OUTLETS[telling.source] if telling.source >= 0 else "مصادر مطلعة"
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
        actors=(filler(GROUPS[happening.actor], "armed_group"),),
        recipients=(filler(GROUPS[happening.recipient], "armed_group"),),
        place=filler(PLACES[happening.place], "place") if telling.placed else None,
        time=ReportTime(edtf=happening.day.isoformat(), span=trigger, anchor="published", rule="bench")
        if telling.dated
        else None,
        figures=(Figure(span=figure, value=telling.figure, unit=UNITS[kind.extension]),),
        attribution=links,
        rule="bench",
    )


def main() -> int:
    """Writes N articles as JSON Lines, texts with metadata, and the truth beside them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with (
        (given.out / "articles.jsonl").open("w", encoding="utf-8") as texts,
        (given.out / "truth.jsonl").open("w", encoding="utf-8") as truths,
    ):
        for item, truth in articles(given.count, seed=given.seed):
            head = item.reading.article
            line = {"path": head.path, "text": item.text, "outlet": head.outlet, "published": head.published.edtf}
            texts.write(json.dumps(line, ensure_ascii=False) + "\n")
            truths.write(json.dumps({"path": head.path, "reports": truth}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
