"""The cues of an article to its own day: what it calls today, known events told at a distance, its latest date."""

from collections.abc import Iterator
from datetime import date, timedelta

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.belonging import breaks, owns_day, reacts
from tawatur.mentions.times.constraints import Demand
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.known import Hit, known_events
from tawatur.mentions.times.matching import span_of
from tawatur.mentions.times.resolve import at_day, needs_anchor, resolve
from tawatur.model.span import Span

ROUGH = frozenset({"month", "year", "decade", "century"})  # "three months ago" is told of anything near it
DISTANCE = "distance_to_known_event"
BESIDE = 15  # words between a time and the word that tells the event
VAGUELY_BESIDE = 6
WEEK_SLACK = (7, 2)  # days: agencies say "last week" of the week before it too, and weeks begin on Saturday or Sunday
CLAUSE_ENDS = frozenset("،؛,;:")
GOES_ON = frozenset({"في", "جراء", "اثر", "من", "علي", "قرب", "خلال"})  # "قتلوا أمس الاثنين، في هجوم"
UNLINKED = frozenset({"now", "duration", "event", "habit", "told"})
DAY = timedelta(days=1)
NAMED_ALONE = timedelta(days=30)  # a date without a year is of the weeks before
YEARS = range(1990, 2036)
NEWS = "news_of_known_event"
FRESH_DAYS = timedelta(days=5)  # within which a happening is the news of a first sentence
REACTIONS = timedelta(days=14)  # within which an attack is condemned and its dead are mourned
DAYS_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
UNTIL = frozenset({"حتي", "بحلول", "الي", "لغايه", "قبل", "وحتي"})


def demands(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """Everything in the text that bounds the day of its publication."""
    yield from _todays(text, matches)
    yield from _explicit(text, matches)
    yield from _dated_weekdays(text, matches)
    for hit in known_events(text):
        yield from _of_event(text, matches, hit)


def _todays(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """ "اليوم الخميس", "أمس الأربعاء": the weekday of the day of publication."""
    for match in matches:
        e = match.expression
        if e.kind == "day" and e.weekday is not None and e.low is not None:
            weekday = int(e.weekday - e.low) % 7
            span = span_of(text, match)
            quoted = span.of(text.original)
            yield Demand(
                weekday=weekday,
                evidence=(span,),
                rule="weekday_of_today",
                checked=True,
                en=f'"{quoted}" makes the day of publication a {DAYS_EN[weekday]}',
                ar=f"عبارة «{quoted}» تجعل يوم النشر {DAYS_AR[weekday]}",
            )


def _dated_weekdays(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """ "الخميس 23 يوليو", "اليوم السبت (25 يوليو)": a day and its weekday, which fit few years."""
    for number, match in enumerate(matches):
        e, back, weekday = match.expression, None, match.expression.weekday
        if e.kind == "day" and e.weekday is not None and e.low in (0, -1) and number + 1 < len(matches):
            behind = matches[number + 1]
            if behind.first - match.last > 1 or behind.expression.weekday is not None:
                continue
            back, weekday, e = -int(e.low), e.weekday, behind.expression
        if e.kind != "date" or e.calendar != "gregorian" or e.day is None or weekday is None:
            continue
        if _dated_ahead(text, match, e):
            continue
        span = span_of(text, match)
        quoted = span.of(text.original)
        yield Demand(
            options=_windows(e.month or 1, e.day, weekday, back),
            evidence=(span,),
            rule="weekday_of_date",
            checked=back is not None,
            en=f'"{quoted}" fits few years',
            ar=f"عبارة «{quoted}» لا توافق إلا سنوات قليلة",
        )


def _dated_ahead(text: Text, match: Match, e: Expression) -> bool:
    return e.year is not None or bool(e.year_relation) or e.relation == "next" or _future(text, match)


def _windows(month: int, day: int, weekday: int, back: int | None) -> tuple[tuple[date, date], ...]:
    """When an article that names the day could be written: on the day itself, `back` days on, or in the month after."""
    try:
        days = [d for year in YEARS if (d := date(year, month, day)).weekday() == weekday]
    except ValueError:
        return ()
    return tuple((d, d + NAMED_ALONE) if back is None else (d + back * DAY, d + back * DAY) for d in days)


def _explicit(text: Text, matches: tuple[Match, ...]) -> Iterator[Demand]:
    """The latest past day that the words name in full; months and years are named ahead too often ("بحلول 2020")."""
    best: tuple[date, Match] | None = None
    for match in matches:
        e = match.expression
        if e.kind != "date" or e.day is None or e.calendar == "hijri" or needs_anchor(e) or _future(text, match):
            continue
        value = resolve(e, None)
        days = edtf.days_of(value) if value else None
        if days and (best is None or days.first > best[0]):
            best = days.first, match
    if best:
        span = span_of(text, best[1])
        quoted = span.of(text.original)
        yield Demand(
            first=best[0],
            evidence=(span,),
            rule="after_latest_date",
            en=f'the latest date named is "{quoted}"',
            ar=f"آخر تاريخ مذكور هو «{quoted}»",
        )


def _future(text: Text, match: Match) -> bool:
    if match.expression.relation == "next" or match.expression.future:
        return True
    start = max(text.sentence_of(match.first).first, match.first - 12)
    return (
        any(w.future or w.key in FUTURE for w in text.words[start : match.first])
        or text.words[match.first - 1].key in UNTIL
    )


def _of_event(text: Text, matches: tuple[Match, ...], hit: Hit) -> Iterator[Demand]:
    words = text.words
    if any(words[i].key in MEMORIALS for i in range(hit.first, hit.last)):
        return
    spans = tuple(words[i].span for i in sorted(hit.keys))
    event = hit.event
    if event.state:
        yield Demand(
            first=event.days.first,
            last=event.days.last,
            evidence=spans,
            rule="during_known_state",
            checked=True,
            en=f"it tells of a state that lasted from {event.days.first} to {event.days.last}: {event.en}",
            ar=f"يتحدث عن حال دام من {event.days.first} إلى {event.days.last}: {event.ar}",
        )
        return
    told = event.act is None or bool(hit.acts)
    if told and not any(words[i].future or words[i].key in FUTURE for i in range(hit.first, hit.last)):
        yield Demand(
            first=event.days.first,
            evidence=spans,
            rule="after_known_event",
            en=f"it knows of {event.en} ({event.date})",
            ar=f"يعرف عن {event.ar} ({event.date})",
        )
    for rank, match in enumerate(_beside(text, matches, hit)):
        found = _told_at(text, hit, match, spans)
        if found and (rank == 0 or found.checked):
            yield found
            break
    reacted = bool(hit.acts) and event.days.grain == "day" and reacts(text, hit)
    if not reacted and hit.acts and event.days.grain == "day" and breaks(text, matches, hit):
        yield Demand(
            first=event.days.first,
            last=event.days.last + FRESH_DAYS,
            evidence=spans,
            rule=NEWS,
            reaction=True,
            en=f"its first sentence reports {event.en} ({event.date})",
            ar=f"جملته الأولى تخبر عن {event.ar} ({event.date})",
        )
    if reacted:
        yield Demand(
            first=event.days.first,
            last=event.days.last + REACTIONS,
            evidence=spans,
            rule="reaction_to_known_event",
            reaction=True,
            en=f"it opens with condolences or condemnation after {event.en} ({event.date})",
            ar=f"يستهل بالتعزية أو الإدانة بعد {event.ar} ({event.date})",
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
