"""Replays the decisions that stand over a joining: before it, in it, and after it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from tawatur.casefile.judgements.records import Judgement
from tawatur.events.headlines.reader import write_title
from tawatur.events.ids import report_id
from tawatur.events.records import Joined, ReadArticle, Settings
from tawatur.model.case import Event, EventTime
from tawatur.model.reading import Entity, Report, ReportTime


class Replay:
    """The decisions of a case, applied in three steps; remembers which found their object."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        """Sorts the decisions by what they are about; later ones win over earlier ones on the same field."""
        self.judgements = tuple(judgements)
        self.found: set[str] = set()
        self._reports: dict[str, list[Judgement]] = {}
        self._merged: dict[str, Judgement] = {}
        self._split: dict[tuple[str, str], Judgement] = {}
        for made in judgements:
            self._sort(made)

    def _sort(self, made: Judgement) -> None:
        if made.kind == "report":
            self._reports.setdefault(made.target, []).append(made)
        elif made.kind == "event" and made.action == "reject":
            for anchor in made.anchors:
                self._reports.setdefault(anchor, []).append(made)
        elif made.kind == "actor" and made.action == "merge":
            self._merged[made.target] = made
        elif made.kind == "actor" and made.action == "split":
            for article in made.value["articles"]:
                self._split[article, made.target] = made

    def before(self, items: Iterable[ReadArticle]) -> Iterator[ReadArticle]:
        """The readings without rejected reports, with corrected ones, and with actors merged and split."""
        for item in items:
            reports = [r for report in item.reading.reports for r in self._judged(item, report)]
            entities = tuple(self._entity(item, entity) for entity in item.reading.entities)
            yield replace(item, reading=replace(item.reading, reports=tuple(reports), entities=entities))

    def settings(self) -> Settings:
        """What merges, splits and rejected copies ask of the joining."""
        must: list[tuple[str, str]] = []
        cannot: list[tuple[str, str]] = []
        for made in self.judgements:
            if made.kind != "event":
                continue
            if made.action == "merge" and made.anchors and made.value.get("with_anchors"):
                # every report of both, or those not named would be left where they stood
                together: list[str] = [*made.anchors, *made.value["with_anchors"]]
                must += [(together[0], other) for other in together[1:]]
            if made.action == "split":
                leaving = set(made.value["reports"])
                cannot += [(one, other) for one in sorted(leaving) for other in made.anchors if other not in leaving]
        rejected = frozenset(j.target for j in self.judgements if j.kind == "copy" and j.action == "reject")
        return Settings(must_join=tuple(must), cannot_join=tuple(cannot), rejected_copies=rejected)

    def after(self, joined: Joined) -> Joined:
        """The joining with events corrected and marked by the decisions that shaped them."""
        home = {told.id: event.id for event in joined.events + joined.ties for told in event.reports}
        of_event: dict[str, list[Judgement]] = {}
        for made in self.judgements:
            if made.kind == "event" and (target := self._home(made, home)):
                of_event.setdefault(target, []).append(made)
                self.found.add(made.id)
            elif made.kind == "report" and made.target in home:
                of_event.setdefault(home[made.target], []).append(made)
        copies = {copy.id for copy in joined.copies}
        actors = {actor.id for actor in joined.actors}
        names = {j.target: j for j in self.judgements if j.kind == "actor" and j.action == "correct"}
        self.found |= {
            j.id for j in self.judgements if j.kind == "copy" and (j.target in copies or j.action == "reject")
        }
        self.found |= {j.id for j in names.values() if j.target in actors}
        return replace(
            joined,
            events=tuple(_shaped(event, of_event.get(event.id, [])) for event in joined.events),
            ties=tuple(_shaped(event, of_event.get(event.id, [])) for event in joined.ties),
            actors=tuple(
                replace(a, name=a.name | names[a.id].value["to"]) if a.id in names else a for a in joined.actors
            ),
        )

    def found_now(self) -> frozenset[str]:
        """The decisions that found their object since this was last asked."""
        found = frozenset(self.found)
        self.found.clear()
        return found

    def _judged(self, item: ReadArticle, report: Report) -> Iterator[Report]:
        decisions = self._reports.get(report_id(item.reading.article, report), ())
        self.found |= {made.id for made in decisions}
        if any(made.action == "reject" for made in decisions):
            return
        for made in decisions:
            if made.action == "correct":
                report = _corrected(report, made.value["field"], made.value["to"])
        yield report

    def _entity(self, item: ReadArticle, entity: Entity) -> Entity:
        from tawatur.events.ids import actor_id

        if not self._merged and not self._split:
            return entity
        id = actor_id(entity)
        if made := self._split.get((item.reading.article.id, id)):
            self.found.add(made.id)
            return replace(entity, kb=None, name=made.value.get("name") or entity.name)
        if made := self._merged.get(id):
            self.found.add(made.id)
            return replace(entity, kb=made.value["into"])
        return entity

    def _home(self, made: Judgement, home: dict[str, str]) -> str | None:
        """The event that now holds most of the reports that the decision was about."""
        counted = Counter(home[anchor] for anchor in made.anchors if anchor in home)
        return min(counted, key=lambda id: (-counted[id], id)) if counted else None


def _corrected(report: Report, field: str, to: Any) -> Report:
    if field == "time":
        span = report.time.span if report.time else report.trigger
        return replace(
            report, time=ReportTime(edtf=to, span=span, anchor="judgement", rule="judgement") if to else None
        )
    if field == "place":
        return replace(report, place=None)
    if field == "type":
        return replace(report, type=to, kind="event" if to.isupper() else "relation", extension=None)
    return replace(report, **{field: to})


def _shaped(event: Event, decisions: list[Judgement]) -> Event:
    if not decisions:
        return event
    for made in decisions:
        if made.kind == "event" and made.action == "correct":
            event = _corrected_event(event, made.value["field"], made.value["to"])
    return replace(event, title=_title(event, decisions), judged=tuple(dict.fromkeys(made.id for made in decisions)))


def _title(event: Event, decisions: list[Judgement]) -> dict[str, str]:
    """The title that says what was corrected; a reviewer's own title stays as written."""
    fields = {made.value["field"] for made in decisions if made.kind == "event" and made.action == "correct"}
    if not fields & {"time", "modality"}:
        return event.title
    title = write_title(
        event.kind,
        event.type,
        event.extension,
        actors=event.actors,
        recipients=event.recipients,
        places=event.places,
        edtf=event.time.edtf,
        modality=event.modality,
    )
    for made in decisions:
        if made.kind == "event" and made.value.get("field") == "title":
            title |= {name: words for name, words in made.value["to"].items() if words}
    return title


def _corrected_event(event: Event, field: str, to: Any) -> Event:
    if field == "time":
        return replace(event, time=EventTime(edtf=to or None))
    if field == "title":
        return replace(event, title=event.title | {name: words for name, words in to.items() if words})
    return replace(event, modality=to)
