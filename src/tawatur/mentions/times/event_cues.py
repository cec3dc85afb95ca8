"""What a known event, told in an article, says of the day on which the article was written."""

from collections.abc import Iterator
from datetime import date, timedelta

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.belonging import breaks, owns_day, reacts
from tawatur.mentions.times.constraints import Demand
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.known import DatedEvent, Hit
from tawatur.mentions.times.matching import span_of
from tawatur.mentions.times.resolve import at_day, needs_anchor
from tawatur.model.span import Span

DAY = timedelta(days=1)
ROUGH = frozenset({"month", "year", "decade", "century"})  # "three months ago" is told of anything near it
DISTANCE = "distance_to_known_event"
BESIDE = 15  # words between a time and the word that tells the event
VAGUELY_BESIDE = 6
WEEK_SLACK = (7, 2)  # days: agencies say "last week" of the week before it too, and weeks begin on Saturday or Sunday
CLAUSE_ENDS = frozenset("،؛,;:")
GOES_ON = frozenset({"في", "جراء", "اثر", "من", "علي", "قرب", "خلال"})  # "قتلوا أمس الاثنين، في هجوم"
UNLINKED = frozenset({"now", "duration", "event", "habit", "told"})
NEWS = "news_of_known_event"
FRESH_DAYS = timedelta(days=5)  # within which a happening is the news of a first sentence
REACTIONS = timedelta(days=14)  # within which an attack is condemned and its dead are mourned
MEMORIALS = frozenset({"ذكري", "الذكري", "بذكري", "لذكري", "سنويه", "السنويه"})
FUTURE = frozenset(
    {
        "سوف",
        "سيتم",
        "المقرر",
        "مقرر",
        "المزمع",
        "المرتقب",
        "ستقام",
        "سيقام",
        "يقام",
        "تقام",
        "موعد",
        "تنتهي",
        "ينتهي",
        "تبدا",
        "يبدا",
    }
)


def of_event(text: Text, matches: tuple[Match, ...], hit: Hit) -> Iterator[Demand]:
    """What the telling of a known event says of the day of writing: a state lasts then, an act came before."""
    words = text.words
    if any(words[i].key in MEMORIALS for i in range(hit.first, hit.last)):
        return
    spans = tuple(words[i].span for i in sorted(hit.keys))
    if hit.event.state:
        yield _during(hit.event, spans)
        return
    if _is_told(text, hit):
        yield _after(hit.event, spans)
    yield from _at_distance(text, matches, hit, spans)
    if hit.acts and hit.event.days.grain == "day":
        yield from _fresh(text, matches, hit, spans)


def _during(event: DatedEvent, spans: tuple[Span, ...]) -> Demand:
    first, last = event.days.first, event.days.last
    return Demand(
        first=first,
        last=last,
        evidence=spans,
        rule="during_known_state",
        checked=True,
        en=f"it tells of a state that lasted from {first} to {last}: {event.en}",
        ar=f"يتحدث عن حال دام من {first} إلى {last}: {event.ar}",
    )


def _is_told(text: Text, hit: Hit) -> bool:
    """Whether an event is told as a happening, by a word of its act where it needs one, and as none to come."""
    ahead = (text.words[i] for i in range(hit.first, hit.last))
    told = hit.event.act is None or bool(hit.acts)
    return told and not any(w.future or w.key in FUTURE for w in ahead)


def _after(event: DatedEvent, spans: tuple[Span, ...]) -> Demand:
    return Demand(
        first=event.days.first,
        evidence=spans,
        rule="after_known_event",
        en=f"it knows of {event.en} ({event.date})",
        ar=f"يعرف عن {event.ar} ({event.date})",
    )


def _at_distance(text: Text, matches: tuple[Match, ...], hit: Hit, spans: tuple[Span, ...]) -> Iterator[Demand]:
    """The nearest time beside the event that tells how long ago it was; one further off needs a second witness."""
    for rank, match in enumerate(_beside(text, matches, hit)):
        found = _told_at(text, hit, match, spans)
        if found and (rank == 0 or found.checked):
            yield found
            return


def _fresh(text: Text, matches: tuple[Match, ...], hit: Hit, spans: tuple[Span, ...]) -> Iterator[Demand]:
    """An event of one day that opens the article: mourned in the weeks after, reported in the days after."""
    event = hit.event
    if reacts(text, hit):
        yield Demand(
            first=event.days.first,
            last=event.days.last + REACTIONS,
            evidence=spans,
            rule="reaction_to_known_event",
            reaction=True,
            en=f"it opens with condolences or condemnation after {event.en} ({event.date})",
            ar=f"يستهل بالتعزية أو الإدانة بعد {event.ar} ({event.date})",
        )
    elif breaks(text, matches, hit):
        yield Demand(
            first=event.days.first,
            last=event.days.last + FRESH_DAYS,
            evidence=spans,
            rule=NEWS,
            reaction=True,
            en=f"its first sentence reports {event.en} ({event.date})",
            ar=f"جملته الأولى تخبر عن {event.ar} ({event.date})",
        )


def _beside(text: Text, matches: tuple[Match, ...], hit: Hit) -> list[Match]:
    """The times near a word that tells the event as a happening, in its sentence, the nearest first."""
    inside = [m for m in matches if hit.first <= m.first < hit.last and m.expression.kind not in UNLINKED]
    near = [(d, m.first, m) for m in inside if (d := _distance(text, m, hit)) <= _reach(m.expression)]
    return [match for _, _, match in sorted(near, key=lambda n: n[:2])]


def _reach(e: Expression) -> int:
    return VAGUELY_BESIDE if e.kind in ("offset", "stretch") and e.low != e.high else BESIDE


def _distance(text: Text, match: Match, hit: Hit) -> int:
    """Words to the nearest telling word of the same clause; a time that opens a clause ("ومنذ أيام") looks ahead."""
    opens = match.joined and match.expression.kind == "offset"
    behind = [match.first - act for act in hit.acts if act < match.first and not opens]
    ahead = [act - match.last + 1 for act in hit.acts if act >= match.last and not _cut(text, match.last, act)]
    return min(behind + ahead, default=10**6)


def _cut(text: Text, first: int, last: int) -> bool:
    """Whether a clause ends between a time and the word after it that could tell what happened then."""
    ends = (at for at in range(first, last) if text.words[at].text in CLAUSE_ENDS)
    return any(not (text.words[at + 1].preposition or text.words[at + 1].key in GOES_ON) for at in ends)


def _told_at(text: Text, hit: Hit, match: Match, spans: tuple[Span, ...]) -> Demand | None:
    """The days on which these words could be written of that event."""
    event, e = hit.event, match.expression
    span = span_of(text, match)
    quoted = span.of(text.original)
    if e.kind == "consecutive":
        if not event.begins or e.unit != "day" or event.days.first != event.days.last:
            return None
        written = event.days.first + DAY * (int(e.low or 1) - 1)
        days: tuple[date, date] | None = (written, written)
    elif (
        not needs_anchor(e) or e.sign > 0 or e.relation == "next" or e.future or (e.kind == "day" and (e.low or 0) > 0)
    ):
        return None
    else:
        days = None if e.kind == "offset" and e.unit in ROUGH else _days_that_fit(e, event.days)
    if days is None:
        return None
    return Demand(
        first=days[0],
        last=days[1],
        evidence=(span, *spans),
        rule=DISTANCE,
        checked=_checked(e),
        owned=owns_day(text, match, hit),
        en=f'"{quoted}" is said of {event.en} ({event.date})',
        ar=f"عبارة «{quoted}» تقال عن {event.ar} ({event.date})",
    )


def _checked(e: Expression) -> bool:
    return (
        e.kind == "weekday" or (e.kind == "date" and e.month is not None) or (e.kind == "day" and e.weekday is not None)
    )


def _days_that_fit(e: Expression, event: edtf.Days) -> tuple[date, date] | None:
    """The first and last day on which the expression, written then, covers the event; None where no day does."""
    if e.kind == "day" and e.weekday is not None and event.first.weekday() != e.weekday:
        return None
    before, after = (3, 3) if e.about else WEEK_SLACK if e.unit == "week" and e.kind == "unit" else (0, 0)
    low, high, day = None, None, event.first - 8 * DAY
    step = DAY
    end = event.last + timedelta(
        days=800 if e.kind in ("unit", "date", "season", "offset") and e.unit not in ("day", "week") else 60
    )
    while day <= end:
        value = at_day(e, day)
        told = edtf.days_of(value) if value else None
        if told and told.first - before * DAY <= event.last and event.first <= told.last + after * DAY:
            low, high = low or day, day
        day += step
    return (low, high) if low and high else None
