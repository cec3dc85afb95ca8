"""FollowTheMoney entities, JSON Lines, for Aleph and its kin; a side file says from which words each comes.

FollowTheMoney knows no denial, no support and no roles in an event: they stand in `description` and `keywords` in
words, and as values in the side file. A value that its model does not take is told in `notes`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from tawatur.casefile.case import Case
from tawatur.casefile.custody import Custody, custody
from tawatur.errors import ExtraMissing
from tawatur.explore.exports.doubt import DOUBT, names, outlets
from tawatur.explore.exports.folding import Folded, day, point_of, precision_of
from tawatur.explore.exports.format import Field, Format, Wish, cell, told, write_lines
from tawatur.explore.exports.formats.plover import passage
from tawatur.explore.exports.formats.ucdp import country
from tawatur.model.case import CaseActor, Party

SCHEMATA = {
    "person": "Person",
    "armed_group": "Organization",
    "organisation": "Organization",
    "media": "Organization",
    "state": "PublicBody",
    "office": "PublicBody",
}
FIELDS = (
    Field("Person, Organization, PublicBody, LegalEntity", "actors; LegalEntity for groups without a name: both names, "
          "Wikidata id, kind, side and id in the case in notes"),
    Field("Address", "places: both names; latitude and longitude only for what is small enough for a point, with its "
          "radius in remarks"),
    Field("Article", "articles: title, outlet, address, date of publication and retrieval, digest, media type"),
    Field("Event", "events, and ties of one party: name in both languages, startDate and endDate as the days that the "
          "time covers, involved, proof (the articles), summary (why it stands on so many feet)"),
    Field("UnknownLink", "ties: one for each pair of parties, role the tie's type, status its modality"),
    Field("description", "who acted on whom, and every doubt by name: modality, specific, support, against, EDTF …"),
    Field("keywords", "type, extension and modality of an event"),
    Field("notes", "values that the model did not take"),
    Field("FILE.spans.jsonl", "the side file: a line for each passage (entity, article, start, end in code points, "
          "quote, chain, stance, modality) and for each event or tie its doubts and parties as values"),
)  # fmt: skip


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes the entities, and beside them the side file of spans. Raises ExtraMissing."""
    try:
        from followthemoney import model
    except ImportError as error:
        raise ExtraMissing("ftm: FollowTheMoney needs its library; run pip install 'tawatur[ftm]'") from error
    writer = _Writer(model, custody(case.engine))
    rows = list(told(case, wish))
    named = {party.id for row in rows for party in _parties(row)}
    entities = [*writer.actors(a for a in _known(case, named)), *writer.articles(rows)]
    made = [(row, list(writer.event(row))) for row in rows]
    every = [*entities, *(entity for _, found in made for entity in found)]
    write_lines((entity.to_dict() for entity in every), target)
    write_lines((line for row, found in made for line in _spans(row, found)), target.with_name("draft.spans.jsonl"))
    return len(every)


def _parties(row: Folded) -> tuple[Party, ...]:
    return (*row.event.actors, *row.event.recipients, *row.event.places)


def _known(case: Case, ids: set[str]) -> Iterator[CaseActor]:
    return (case.actor(id) for id in sorted(ids))


def ftm_id(kind: str, id: str) -> str:
    """An id that FollowTheMoney takes: other characters become a dot and their number, so no two become one."""
    return f"tawatur-{kind}-" + re.sub(r"[^0-9A-Za-z]", lambda found: f".{ord(found[0]):x}.", id) + "0"


class _Writer:
    """Makes entities; what their model does not take goes into notes."""

    def __init__(self, model: Any, held: dict[str, Custody]) -> None:
        self._model, self._held = model, held

    def _make(self, schema: str, id: str, **values: Iterable[Any]) -> Any:
        entity = self._model.make_entity(schema)
        entity.id = id
        left = "notes" if "notes" in entity.schema.properties else "description"
        for name, given in values.items():
            for value in (str(each) for each in given if each not in (None, "")):
                kind = entity.schema.get(name).type
                clean = kind.clean(value)
                taken = bool(clean) and kind.validate(clean)
                entity.add(name if taken else left, clean if taken else f"{name}: {value}", cleaned=taken)
        return entity

    def actors(self, found: Iterable[CaseActor]) -> Iterator[Any]:
        """Actors and places."""
        for actor in found:
            about = f"{actor.kind}; id in the case: {actor.id}" + (f"; side: {actor.side}" if actor.side else "")
            given: dict[str, Any] = {
                "name": actor.name.values(),
                "wikidataId": [actor.ids.get("wikidata")],
                "notes": [about],
            }
            if actor.kind == "place":
                yield self._place(actor, given)
            else:
                yield self._make(SCHEMATA.get(actor.kind, "LegalEntity"), ftm_id("actor", actor.id), **given)

    def _place(self, actor: CaseActor, given: dict[str, Any]) -> Any:
        point, known = point_of(actor.id), precision_of(actor.id)
        where: dict[str, Any] = {"latitude": [point[0]], "longitude": [point[1]]} if point else {}
        remarks = [f"anywhere within {known.radius:g} km of the point"] if point and known and known.radius else []
        full = [actor.name.get("en") or actor.name.get("ar")]
        return self._make("Address", ftm_id("actor", actor.id), full=full, remarks=remarks, **where, **given)

    def articles(self, rows: Iterable[Folded]) -> Iterator[Any]:
        """The articles that tell of these events."""
        for id in sorted({report.article_id for row in rows for report in row.event.reports}):
            held = self._held[id]
            yield self._make(
                "Article",
                ftm_id("article", id),
                title=[held.title],
                fileName=[held.path],
                mimeType=[held.media],
                encoding=[held.encoding],
                language=["ara"],
                publisher=[held.outlet],
                publishedAt=[held.published],
                sourceUrl=[held.url],
                retrievedAt=[held.retrieved.at] if held.retrieved else [],
                notes=[
                    f"sha256: {held.sha256}",  # contentHash is for SHA-1 alone
                    f"retrieved by the word of: {held.retrieved.basis}" if held.retrieved else None,
                    f"told from the page around it by: {held.found_by.reader}" if held.found_by else None,
                ],
            )

    def event(self, row: Folded) -> Iterator[Any]:
        """An event as Event; a tie as a link of each pair of its parties."""
        event, days = row.event, row.days
        common: dict[str, Any] = {
            "startDate": [day(days.first)] if days else [],
            "endDate": [day(days.last)] if days else [],
            "summary": [event.why.get("en"), event.why.get("ar")],
            "description": _description(row),
            "recordId": [event.id],
            "publisher": outlets(row),
            "proof": {ftm_id("article", report.article_id): None for report in event.reports},
        }
        pairs = list(product(event.actors, event.recipients)) or list(product(event.actors[:1], event.actors[1:]))
        if event.kind == "relation" and pairs:
            for number, (one, two) in enumerate(pairs, 1):
                link = ftm_id("tie", f"{event.id}.{number}")
                ends = {"subject": [ftm_id("actor", one.id)], "object": [ftm_id("actor", two.id)]}
                role = [event.type, event.extension]
                yield self._make("UnknownLink", link, **ends, role=role, status=[event.modality], **common)
            return
        yield self._make(
            "Event",
            ftm_id("event", event.id),
            name=event.title.values(),
            involved=[ftm_id("actor", party.id) for party in (*event.actors, *event.recipients)],
            location=names(event.places),
            addressEntity=[ftm_id("actor", place.id) for place in event.places],
            country=[country(row)],
            keywords=[event.type, event.extension, event.modality],
            **common,
        )


def _description(row: Folded) -> list[str]:
    """Who acted on whom, and all that is doubtful, in words."""
    event = row.event
    roles = [
        f"{word}: {', '.join(names(who))}"
        for word, who in (("acted", event.actors), ("acted upon", event.recipients))
        if who
    ]
    told = ((column.name, cell(column.of(row))) for column in DOUBT if column.name not in ("reports", "spans"))
    return [*roles, *(f"{name}: {text}" for name, text in told if text)]


def _spans(row: Folded, entities: list[Any]) -> Iterator[dict[str, Any]]:
    event = row.event
    ids = [entity.id for entity in entities]
    doubt = {column.name: column.of(row) for column in DOUBT}
    parties = {"actors": event.actors, "recipients": event.recipients, "places": event.places}
    yield {"entities": ids, "kind": "doubt", "doubt": doubt, **parties, "disagreements": event.disagreements}
    for report in event.reports:
        told = passage(report)
        start, end = told.pop("span")
        yield {
            "entities": ids,
            "kind": "passage",
            "article": ftm_id("article", report.article_id),
            "path": told.pop("article"),
            "start": start,
            "end": end,
            **told,
        }


FORMAT = Format(
    name="ftm",
    summary="FollowTheMoney entities, JSON Lines, with a side file of spans (extra: ftm)",
    reader="followthemoney, Aleph, OpenSanctions' tools",
    fields=FIELDS,
    write=write,
    extra="ftm",
)
