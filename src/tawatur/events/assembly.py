"""Makes events and ties of joined rows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tawatur.events.disagreements.reader import read_disagreements
from tawatur.events.headlines.reader import write_title
from tawatur.events.ids import event_id
from tawatur.events.independence.admissions import admissions
from tawatur.events.independence.reader import weigh_reports
from tawatur.events.joining.features import SYMMETRIC
from tawatur.events.joining.lore import Lore
from tawatur.events.registry import Registry
from tawatur.events.rows import Row
from tawatur.events.sides import camp_of, lineage
from tawatur.events.tallies import tally
from tawatur.model.case import ChainLink, Event, EventTime, Party, ToldReport

_FEW_SAY = 4  # a party that fewer than one in four reports name is not the event's


def make_event(
    rows: Sequence[Row], told: Sequence[ToldReport], registry: Registry, lore: Lore, *, across_camps: bool = False
) -> Event:
    """The event or tie of these rows (sorted by order); `told` are its reports, in the same order."""
    first = rows[0]
    weighed = weigh_reports(told, across_camps=across_camps)
    telling = [r for r in rows if (r.modality == "denied") == (weighed.modality == "denied")] or list(rows)
    actors, recipients = _parties(telling, registry)
    places, edtf = _places(telling, lore, registry), event_time(telling)
    return Event(
        id=event_id(first.kind, first.type, first.id),
        kind=first.kind,
        type=first.type,
        extension=_most(r.extension for r in rows),
        title=write_title(
            first.kind,
            first.type,
            _most(r.extension for r in telling),
            actors=actors,
            recipients=recipients,
            places=places,
            edtf=edtf,
            modality=weighed.modality,
        ),
        actors=actors,
        recipients=recipients,
        places=places,
        time=EventTime(edtf=edtf),
        figures=tally(telling),
        modality=weighed.modality,
        reports=tuple(told),
        support=weighed.support,
        against=weighed.against,
        common_links=weighed.common_links,
        cut=weighed.cut,
        why=weighed.why,
        disagreements=read_disagreements(rows, told, lore),
        specific=any(r.specific for r in rows),
        admissions=admissions(rows, told, lambda i: camp_of(i, registry.actor(i).side)),
    )


def told_report(
    row: Row, *, chain: tuple[ChainLink, ...], joined_by: tuple[str, ...], copied_from: str | None, copy: str | None
) -> ToldReport:
    """The row as an event lists it."""
    node = row.source.node
    return ToldReport(
        id=row.id,
        article=row.source.path,
        article_id=row.source.id,
        outlet=row.source.outlet,
        trigger=row.trigger,
        evidence=row.evidence,
        quote=row.quote,
        modality=row.modality,
        specific=row.specific,
        chain=chain,
        outlet_id=node.id,
        outlet_name=node.name,
        camp=node.camp,
        published=row.source.published,
        copied_from=copied_from,
        copy=copy,
        joined_by=joined_by,
        extension=row.extension,
        edtf=row.edtf,
        place=row.place,
        rule=row.rule,
        actor_words=row.actor_words,
        recipient_words=row.recipient_words,
        flags=row.source.flags,
    )


def event_time(rows: Sequence[Row]) -> str | None:
    """The finest EDTF that no other report contradicts; of several, the one that most reports give."""
    dated = [r for r in rows if r.days]
    counts = Counter(r.edtf for r in dated)
    for row in sorted(dated, key=lambda r: (r.days.length if r.days else 0, -counts[r.edtf], r.edtf or "")):
        if row.days and all(r.days.gap(row.days) == 0 for r in dated if r.days):
            return row.edtf
    return max(sorted(counts, key=str), key=lambda v: counts[v]) if counts else None


def _parties(rows: Sequence[Row], registry: Registry) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those who act and those acted upon, most told first.

    One that another stands for more exactly (its officers for a state) is left out, and so is what few reports say.
    """
    sides = [Counter(i for row in rows for i in row.actors), Counter(i for row in rows for i in row.recipients)]
    pooled = rows[0].type in SYMMETRIC
    found: list[tuple[Party, ...]] = []
    taken: set[str] = set()
    for number, counts in enumerate(sides):
        others = [o for c in (sides if pooled else [counts]) for o in c]
        exact = {a for o in others for a in lineage(o, registry.actor(o).side)[1:]}
        told = sum(1 for row in rows if (row.recipients if number else row.actors))
        kept = [i for i in counts if i not in exact | taken and counts[i] * _FEW_SAY >= told]
        kept.sort(key=lambda i: (-counts[i], i))
        taken.update(kept)
        found.append(tuple(registry.party(i) for i in kept))
    return found[0], found[1]


def _places(rows: Sequence[Row], lore: Lore, registry: Registry) -> tuple[Party, ...]:
    counts = Counter(r.place for r in rows if r.place)
    wide = {
        a for a in counts for b in counts if a != b and lore.places(a, b) in ("nested", "around") and lore.holds(a, b)
    }
    kept = [p for p in counts if p not in wide]
    return tuple(registry.party(p) for p in sorted(kept, key=lambda p: (-counts[p], p)))


def _most(values: Iterable[str | None]) -> str | None:
    counts: Mapping[str, int] = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
