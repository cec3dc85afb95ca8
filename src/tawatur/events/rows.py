"""Compact records of reports: what joining needs of a reading, a few hundred bytes each."""

import re
import sys

import msgspec

from tawatur.arabic.letters import key
from tawatur.events.copies.shingles import around
from tawatur.events.ids import report_id
from tawatur.events.intervals import Days, days_of
from tawatur.events.records import ReadArticle
from tawatur.events.registry import Registry
from tawatur.events.words import passage_of, plain_words, root_of, stems_of
from tawatur.model.case import ChainLink
from tawatur.model.reading import Figure, Filler, Modality, Report, ReportKind
from tawatur.model.span import Span

_ORDINALS = {
    root_of(word): number
    for number, words in enumerate(("اول اولي", "ثاني ثانيه", "ثالث ثالثه", "رابع رابعه", "خامس خامسه"), 1)
    for word in words.split()
}
_DEFINITE = re.compile("(?:[وف]?[بكل]?ال|[وف]?لل)")
_NONE: frozenset[int] = frozenset()
_NEAR = frozenset({"قرب", "بالقرب", "جوار", "بجوار", "مشارف", "محيط", "ضواحي", "اطراف", "تخوم", "مقربه"})
# verbs whose object is an act that is done now: "to manage to", "to go on with"
_MANAGED = (
    "تمكن",
    "وتمكن",
    "لتتمكن",
    "تتمكن",
    "يتمكن",
    "استطاع",
    "نجح",
    "واصل",
    "وواصل",
    "تكتف",
    "يكتف",
    "استمر",
    "بدا",
)
_SHORT = 16  # code points: evidence below this says too little, its whole sentence is compared
UNDATED_REACH = 4  # days before its publication in which an undated report of news is taken to lie


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the rows name it: path, outlet as a node, and its own days."""

    number: int
    id: str
    path: str
    outlet: str | None
    node: ChainLink
    published: str | None
    days: Days | None
    place: tuple[int, str]  # sorts articles: by publication (unknown last), then path
    counted: bool = True  # whether what is recorded once an article is recorded here
    flags: tuple[str, ...] = ()  # what the reader noticed of the file itself (media.pdf, media.page)


class Row(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One report in short. Actors, recipients and place are ids of the case; words are stems of the evidence."""

    id: str
    source: Source
    kind: ReportKind
    type: str
    extension: str | None
    trigger: Span
    evidence: Span
    quote: str
    stem: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    near: bool = False  # whether the words put it by the place, not in it
    edtf: str | None
    rule: str
    days: Days | None
    figures: tuple[tuple[str, float | None, float | None], ...]
    modality: Modality
    specific: bool
    chain: tuple[ChainLink, ...]
    cues: tuple[Span, ...]  # the words that make the chain, outermost first
    cue_words: tuple[str, ...]  # stems of the words that make its chain
    words: tuple[str, ...]
    ordinals: frozenset[int]  # "the first wave", "the second": two of them are two
    passage: Span
    around: tuple[int, ...]  # hashed runs of words that hold the trigger
    headline: bool
    resumes: str | None = None  # the report before it whose act it names again ("the meeting")
    actor_words: tuple[str, ...] = ()
    recipient_words: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[tuple[int, str], int, str]:
        """Sorts rows alike on every machine: by article, then by place in the text."""
        return (self.source.place, self.trigger[0], self.id)


def rows_of(item: ReadArticle, source: Source, registry: Registry) -> list[Row]:
    """The rows of one article's reports, in the order of the text."""
    registry.enter(item)
    title = item.reading.article.title
    headline = title.span if title and title.span else None
    rows: list[Row] = []
    latest: dict[tuple[str, str], str] = {}
    for report in sorted(item.reading.reports, key=lambda r: (r.trigger, r.type, r.kind)):
        try:
            row = _row(item, source, registry, report, headline)
        except KeyError:  # a report that names an entity which its reading lacks cannot be placed
            continue
        told = latest.get((row.type, row.stem))
        if told and _bare(row) and _names_again(item.text, report.trigger[0], report.trigger[1]):
            row = msgspec.structs.replace(row, resumes=told)
        latest[row.type, row.stem] = row.id
        rows.append(row)
    return rows


def _names_again(text: str, start: int, end: int) -> bool:
    """Whether a trigger names one known act ("the meeting"), not acts in general or one that somebody managed to do."""
    words = key(text[start:end]).split()
    if not words or not _DEFINITE.match(words[0]) or words[0].endswith("ات"):
        return False
    before = key(text[max(0, start - 40) : start]).split()[-3:]
    return not any(word.startswith(verb) for word in before for verb in _MANAGED)


def _bare(row: Row) -> bool:
    """Whether a report says so little of its own that it can only name again what was told."""
    return (
        row.place is None
        and row.days is None
        and len(row.actors) + len(row.recipients) <= 1
        and row.modality == "asserted"
    )


def _row(item: ReadArticle, source: Source, registry: Registry, report: Report, headline: Span | None) -> Row:
    text = item.text
    quote = Span(*report.evidence).of(text)
    trigger = Span(*report.trigger).of(text)
    stems = stems_of(trigger)
    passage = Span(*passage_of(text, *report.evidence))
    before = len(stems_of(text[passage.start : report.trigger[0]]))
    return Row(
        id=report_id(item.reading.article, report),
        source=source,
        kind=report.kind,
        type=sys.intern(report.type),
        extension=report.extension,
        trigger=Span(*report.trigger),
        evidence=Span(*report.evidence),
        quote=quote,
        stem=sys.intern(" ".join(map(root_of, stems))),
        actors=registry.ids(item, report.actors),
        recipients=registry.ids(item, report.recipients),
        place=registry.ids(item, (report.place,))[0] if report.place else None,
        near=report.place is not None and _by(text, Span(*report.place.span)),
        edtf=report.time.edtf if report.time else None,
        rule=sys.intern(report.rule),
        days=days_of(report.time.edtf) if report.time else None,
        figures=tuple(sorted((_figure(f) for f in report.figures if f.unit), key=str)),
        modality=report.modality,
        specific=report.specific,
        chain=registry.chain(item, report, source.node),
        cues=tuple(Span(*(link.cue or link.span)) for link in report.attribution),
        cue_words=tuple(
            sorted({stem for link in report.attribution if link.cue for stem in stems_of(Span(*link.cue).of(text))})
        ),
        words=_content(text, report, quote if len(quote) >= _SHORT else passage.of(text)),
        ordinals=_NONE.union(_ORDINALS[root] for stem in stems_of(quote) if (root := root_of(stem)) in _ORDINALS),
        passage=passage,
        around=around(stems_of(passage.of(text)), before),
        headline=headline is not None and headline.overlaps(Span(*report.trigger)),
        actor_words=_words(text, report.actors),
        recipient_words=_words(text, report.recipients),
    )


def _by(text: str, place: Span) -> bool:
    """Whether the words at or before a place say that the act was near it ("قرب دمشق", "محيط مدينة إعزاز")."""
    before = stems_of(text[max(0, place.start - 12) : place.start])[-2:]
    return bool(_NEAR.intersection(before) or _NEAR.intersection(stems_of(place.of(text))[:1]))


def _content(text: str, report: Report, quote: str) -> tuple[str, ...]:
    """The words of the evidence that are neither names of those in it, nor the act's own, nor mere grammar."""
    spans = [f.span for f in (*report.actors, *report.recipients)] + ([report.place.span] if report.place else [])
    named = {root_of(stem) for span in (*spans, report.trigger) for stem in stems_of(Span(*span).of(text))}
    words = {root_of(stem) for stem in stems_of(quote) if len(stem) >= 3 and stem not in plain_words()}
    return tuple(sorted(sys.intern(word) for word in words - named))


def _words(text: str, fillers: tuple[Filler, ...]) -> tuple[str, ...]:
    """The wording of role fillers, each once, in the order of the text."""
    spans = sorted(Span(*f.span) for f in fillers)
    return tuple(dict.fromkeys(sys.intern(" ".join(span.of(text).split())) for span in spans))


def _figure(figure: Figure) -> tuple[str, float | None, float | None]:
    unit = sys.intern(figure.unit or "")
    if figure.value is not None:
        return unit, figure.value, figure.value
    return unit, figure.min, figure.max
