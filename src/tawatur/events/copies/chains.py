"""The chains of one event's reports as inference changes them."""

from collections.abc import Mapping, Sequence
from typing import Literal

from tawatur.events.copies.wording import reason
from tawatur.events.ids import copy_id
from tawatur.events.rows import Row
from tawatur.model.case import ChainLink, CopyLink, Party

CopyKind = Literal["words", "retelling", "citation", "credit"]
Direction = Literal["earlier", "citation", "credit", "unknown"]
# inferences of one family about the same two reports are one decision for a reviewer
_FAMILY = {rule: rule for rule in ("cited_outlet", "covered_by_citation", "credited_agency", "retold_source")}


class Chains:
    """The chains of one event's rows as inference changes them, and the inferences made."""

    def __init__(self, rows: Mapping[int, Row], rejected: frozenset[str]) -> None:
        self.rows = rows
        self.of: dict[int, tuple[ChainLink, ...]] = {n: row.chain for n, row in rows.items()}
        self.origins: dict[int, str] = {}
        self.copy_of: dict[int, str] = {}
        self.copies: list[CopyLink] = []
        self._rejected = rejected

    def infer(self, number: int, chain: tuple[ChainLink, ...], link: CopyLink) -> bool:
        """Gives a row a new chain for the reason that `link` states, unless a reviewer rejected it."""
        if all(link.id != known.id for known in self.copies):
            self.copies.append(link)
        if link.id in self._rejected:
            return False
        self.of[number] = tuple(c for c in chain if c.id != self.rows[number].source.node.id)
        if link.from_article and link.from_article != link.article:
            self.origins[number], self.copy_of[number] = link.from_reports[0], link.id
        else:
            self.copy_of.setdefault(number, link.id)
        return True

    def copy(
        self,
        number: int,
        other: int | None,
        rule: str,
        *,
        kind: CopyKind,
        direction: Direction,
        source: Party | None = None,
        likeness: float = 0.0,
    ) -> CopyLink:
        """The record of an inference about a row, from another row or from a named source."""
        row, origin = self.rows[number], self.rows[other] if other is not None else None
        name = origin.source.path if origin else ""
        return CopyLink(
            id=copy_id((_FAMILY.get(rule, "copy"), row.id, origin.id if origin else source.id if source else "")),
            kind=kind,
            article=row.source.path,
            span=row.passage,
            reports=(row.id,),
            from_article=name or None,
            from_span=origin.passage if origin else None,
            from_reports=(origin.id,) if origin else (),
            source=source,
            direction=direction,
            likeness=round(likeness, 3),
            rule=rule,
            reason=reason(rule, source=source.name if source else None, article=name),
        )


def inferred(link: ChainLink, rule: str) -> ChainLink:
    """The link, marked as inferred by a rule."""
    return ChainLink(
        id=link.id,
        name=link.name,
        stance=link.stance,
        inferred=link.inferred or rule,
        anonymous=link.anonymous,
        camp=link.camp,
        beside=link.beside,
    )


def party(link: ChainLink) -> Party:
    """The link as id and name."""
    return Party(id=link.id, name=link.name)


def numbered(group: Sequence[int], rows: Sequence[Row]) -> dict[int, Row]:
    """The rows of a group by number, in order."""
    return {n: rows[n] for n in group}
