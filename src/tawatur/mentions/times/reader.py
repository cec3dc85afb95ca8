"""The one door of this room: from the words of a text to the times that they name."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from tawatur.arabic.word import Text
from tawatur.mentions.times import intervals as edtf
from tawatur.mentions.times.expression import Expression, Match
from tawatur.mentions.times.known import events_near
from tawatur.mentions.times.lengths import day_of_month
from tawatur.mentions.times.matching import matches_of, span_of
from tawatur.mentions.times.published import anchor_days
from tawatur.mentions.times.resolve import needs_anchor, resolve
from tawatur.model.article import Published
from tawatur.model.phrases import TimePhrase

ENDED = frozenset({"عقب", "بعد", "اثر", "وعقب", "وبعد"})  # "after clashes that lasted twenty days"
COMES = frozenset({"ياتي", "تاتي", "جاء", "جاءت", "ذلك"})
EVENT_COUNTED_BACK = "event_counted_back"  # the time of the happening named behind "من", not of the clause
LASTING = frozenset({"معارك", "قتال", "اشتباكات", "مواجهات", "قصف", "حصار", "مفاوضات", "محادثات", "غارات"})
ONLY_RESOLVED = frozenset({"daypart_told", "counted_from_told"})
THEN = 40  # words: "آنذاك" further on points back to a happening, not to the day told last
FAR = 200  # words: "فجرا" is of the only day told so far
QUOTED = 60  # words behind which a quotation mark opens none that still holds
NEARBY = 50  # words: "سعى إلى ذلك بعد أسبوع من الاتفاق" tells of the day told shortly before
TOLD_LATELY = timedelta(days=3)
Resolved = tuple[str | None, str]


def read_times(text: Text, published: Published) -> tuple[TimePhrase, ...]:
    """Every time that the words name, in order, resolved against the day of publication. Linear in time."""
    matches = matches_of(text)
    return tuple(_Teller(text, anchor_days(text, published), edtf.days_of(published.edtf or "")).tell(matches))


class _Teller:
    """Resolves the times of one text in order, remembering the day told last."""

    def __init__(self, text: Text, anchor: edtf.Days | None, stated: edtf.Days | None) -> None:
        self.text, self.anchor, self.stated = text, anchor, stated
        self.told: edtf.Days | None = None
        self.told_at = -1  # the word where it was told
        self.days: set[date] = set()  # every day told so far
        self.dated: edtf.Days | None = None  # the time of any length told last
        self.dated_as = ""
        self.dated_at = -1

    def tell(self, matches: tuple[Match, ...]) -> Iterator[TimePhrase]:
        """The phrases of the matches; a duration that nothing dates is none."""
        for match in matches:
            e = match.expression
            value, anchor = self._resolved(match)
            self._settle(match, value)
            if value is None and (e.kind == "duration" or e.rule in ONLY_RESOLVED):
                continue
            if value and anchor != "text" and (days := edtf.days_of(value)):
                self.dated, self.dated_as, self.dated_at = days, value, match.first
                if e.kind != "now":
                    self._remember(days, match.first)
            rule = e.rule
            if e.kind == "event" and (back := self._counted_back(match)):
                value, rule = back, EVENT_COUNTED_BACK
            yield TimePhrase(
                first=match.first,
                last=match.last,
                span=span_of(self.text, match),
                edtf=value,
                anchor=anchor,
                rule=rule,
                repeats=e.kind == "habit",
            )

    def _settle(self, match: Match, value: str | None) -> None:
        """ "أمس الأحد" in an article of Tuesday: it was written on Monday, and so is every "أمس" behind it."""
        e = match.expression
        if e.kind != "day" or e.weekday is None or self.anchor is None or not value:
            return
        days = edtf.days_of(value)
        if days is None or days.first != days.last:
            return
        if self.anchor.first != self.anchor.last or e.high not in (None, e.low) or e.low not in (0, -1, -2):
            return
        written = days.first - timedelta(days=int(e.low or 0))
        if timedelta(0) < self.anchor.first - written <= TOLD_LATELY and not self._quoted(match.first):
            self.anchor = self.anchor._replace(first=written, last=written)

    def _quoted(self, word: int) -> bool:
        """Whether a word stands in a quotation: the "today" of a man quoted may be the day before that of the paper."""
        before = [w.text for w in self.text.words[max(0, word - QUOTED) : word] if w.kind == "punctuation"]
        opened = max((n for n, mark in enumerate(before) if mark in ("«", "“")), default=-1)
        closed = max((n for n, mark in enumerate(before) if mark in ("»", "”")), default=-1)
        return opened > closed or before.count('"') % 2 == 1

    def _remember(self, days: edtf.Days, word: int) -> None:
        """Keeps a day that was told and is not to come; of a night between two days the later one."""
        if self.anchor and days.last > self.anchor.last:
            return
        if days.last - days.first <= timedelta(days=1):
            self.told, self.told_at = days._replace(first=days.last), word
            self.days.add(days.last)

    def _resolved(self, match: Match) -> Resolved:
        e = match.expression
        match e.kind:
            case "habit":
                return None, "none"
            case "event":
                return self._from_event(match), "event"
            case "told":
                if e.rule == "told_then" and match.first - THEN <= self.dated_at > self.told_at:
                    return self.dated_as, "text"
                if e.rule == "told_stretch":
                    return self._stretch_told(match), "text"
                if e.rule == "daypart_told" and not self._on_news_day(match):
                    return None, "text"
                near = e.rule != "told_then" or match.first - self.told_at <= THEN
                return self._from_told(e) if near else None, "text"
            case "duration":
                return self._duration(match), "text"
            case "consecutive":
                return self._consecutive()
            case "unit" if e.relation in ("same", "following", "preceding"):
                return self._from_told(e), "text"
            case "date" if e.month and e.year_relation == "same":
                told = self._dated_in("year")
                return resolve(
                    msgspec.structs.replace(e, year=told.year, year_relation=""), None
                ) if told else None, "text"
            case "offset" if e.sign > 0 and not e.future:
                return resolve(e, self.told) if self.told else None, "text"
            case "now" | "day" if self.stated and self.stated.grain != "day" and not e.low:
                return resolve(e, self.stated), "published"
        return resolve(e, self.anchor), "published" if needs_anchor(e) else "none"

    def _stretch_told(self, match: Match) -> str | None:
        """ "وفي الفترة نفسها": the stretch told last, if it was told shortly before; a day is none."""
        near = self.dated_at >= 0 and match.first - self.dated_at <= THEN
        return self.dated_as if near and "/" in self.dated_as else None

    def _consecutive(self) -> Resolved:
        """ "For the third day running": the day told last where the article tells of it, else the day of writing."""
        anchor, told = self.anchor, self._news_day() if self.anchor else self.told
        if told:
            return edtf.day(told.first), "text"
        return (edtf.day(anchor.first) if anchor and anchor.first == anchor.last else None), "published"

    def _dated_in(self, unit: str) -> date | None:
        """A day of the year or month told last; None where the time told last spans several."""
        days = self.dated
        if days is None or days.first.year != days.last.year:
            return None
        return days.first if unit == "year" or days.first.month == days.last.month else None

    def _from_told(self, e: Expression) -> str | None:
        day = self.told.first if self.told else None
        if e.kind == "unit" and e.unit in ("month", "year"):
            day = self._dated_in(e.unit) or day
        if day is None:
            return None
        shift = {"following": 1, "preceding": -1}.get(e.relation, 0)
        if e.kind == "told":
            return edtf.day(day + timedelta(days=int(e.low or 0)))
        if e.unit == "day":
            return edtf.day(day + timedelta(days=shift))
        if e.unit == "month" and e.day is not None:
            return day_of_month(day.year, day.month, e.day) if not shift else None
        if e.unit == "month":
            return edtf.month(day.year, day.month + shift)
        return edtf.year(day.year + shift) if e.unit == "year" else None

    def _from_event(self, match: Match) -> str | None:
        """ "Three days after …" is dated where what follows is a happening of the knowledge base."""
        e = match.expression
        reach = range(match.last, match.last + 4)  # words behind it that may tell the happening
        for hit in events_near(self.text, reach.start, reach.stop):
            if any(act in reach for act in hit.acts):
                return resolve(_as_offset(e), hit.event.days._replace(grain="day"))
        return None

    def _counted_back(self, match: Match) -> str | None:
        """ "ويأتي ذلك بعد ثلاثة أيام من الهجوم": the attack was so long before the day of the sentence."""
        e = match.expression
        if e.sign < 0 or e.low != e.high:
            return None
        start = self.text.sentence_of(match.first).first
        comes = any(w.stem_key in COMES for w in self.text.words[max(start, match.first - 8) : match.first])
        if self._in_sentence(match):
            base = self.told
        elif comes:
            base = self._news_day() or self.anchor
        else:
            base = self._news_day() if match.first - self.told_at <= NEARBY else None
        if base is None:
            return None
        behind = self.text.words[match.last + 1] if match.last + 1 < len(self.text.words) else None
        if behind is not None and behind.stem_key in LASTING and e.unit in ("day", "week"):
            first = base.last - timedelta(days=int(e.low or 1) * (7 if e.unit == "week" else 1) - 1)
            return edtf.span(edtf.day(first), edtf.day(base.last))  # "بعد يومين من المعارك": they lasted so long
        return resolve(_as_offset(e, sign=-1), base)

    def _on_news_day(self, match: Match) -> bool:
        """Whether "فجرا" is of the day told last: in its sentence or shortly before, or the only day told so far."""
        if self._in_sentence(match):
            return True
        reach = FAR if len(self.days) == 1 else THEN
        return match.first - self.told_at <= reach and (self.anchor is None or self._news_day() is not None)

    def _news_day(self) -> edtf.Days | None:
        """The day told last, where it is of the days before the day of writing."""
        told, anchor = self.told, self.anchor
        lately = told and anchor and timedelta(0) <= anchor.first - told.first <= TOLD_LATELY
        return told if lately else None

    def _in_sentence(self, match: Match) -> bool:
        return self.told_at >= self.text.sentence_of(match.first).first

    def _duration(self, match: Match) -> str | None:
        """ "After clashes that lasted more than twenty days": they end on the day told in the same sentence."""
        start = self.text.sentence_of(match.first).first
        before = self.text.words[max(start, match.first - 8) : match.first]
        if self.dated is None or self.dated_at < start or not any(w.key in ENDED for w in before):
            return None
        end = self.dated._replace(first=self.dated.last)
        begun = resolve(_as_offset(match.expression, sign=-1), end)
        return edtf.span(_about(begun.partition("/")[0]), edtf.day(end.first)) if begun else None


def _about(bound: str) -> str:
    return bound if bound.endswith("~") else bound + "~"


def _as_offset(e: Expression, sign: int = 0) -> Expression:
    return Expression(
        kind="offset", unit=e.unit, low=e.low, high=e.high, sign=sign or e.sign, about=e.about, rule=e.rule
    )
