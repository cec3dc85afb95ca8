"""Puts inferred transmitters into the chains of one event's reports."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import msgspec

from tawatur.events.copies.credits import Credit
from tawatur.events.copies.wording import reason, wording
from tawatur.events.ids import copy_id
from tawatur.events.rows import Row
from tawatur.events.words import stems_of
from tawatur.model.case import ChainLink, CopyLink, Party

CopyKind = Literal["words", "retelling", "citation", "credit"]
Direction = Literal["earlier", "citation", "credit", "unknown"]
Retold = Callable[[Row, Row], float]  # how much rare wording two rows share
_RETOLD, _RARE, _WORDS = 0.5, 3.5, 8  # share of words, their rarity, and how many they are at least
_BACK = 12  # earlier reports of the event with which one is compared


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
        self.copies.append(link)
        if link.id in self._rejected:
            return False
        self.of[number] = tuple(c for c in chain if c.id != self.rows[number].source.node.id)
        self.copy_of.setdefault(number, link.id)
        if link.from_reports:
            self.origins.setdefault(number, link.from_reports[0])
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
            id=copy_id((rule, row.id, origin.id if origin else source.id if source else "")),
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


def cover_by_citation(chains: Chains) -> None:
    """A headline or resumed telling has its source where the article tells the same happening with one."""
    by_article: dict[tuple[int, bool], list[int]] = {}
    for number, row in chains.rows.items():
        by_article.setdefault((row.source.number, row.modality == "denied"), []).append(number)
    for numbers in by_article.values():
        cited = [n for n in numbers if chains.of[n]]
        if not cited:
            continue
        fullest = min(cited, key=lambda n: (-len(chains.of[n]), chains.rows[n].order))
        source = _party(chains.of[fullest][0])
        for number in numbers:
            if not chains.of[number]:
                chain = tuple(_inferred(link, "covered_by_citation") for link in chains.of[fullest])
                chains.infer(
                    number,
                    chain,
                    chains.copy(
                        number, fullest, "covered_by_citation", kind="citation", direction="citation", source=source
                    ),
                )


def link_same_words(chains: Chains, pairs: Mapping[tuple[int, int], float]) -> None:
    """Reports in near-duplicate passages go through the source that one of them cites, else through the earliest."""
    for component in _components(chains.rows, pairs):
        alike = {n: max((pairs.get((min(n, m), max(n, m)), 0.0) for m in component), default=0.0) for n in component}
        _link_component(chains, component, alike, "same_words", "words")


def link_retellings(chains: Chains, retold: Retold) -> None:
    """A report without a source that shares much rare wording with an earlier article starts there."""
    numbers = sorted(chains.rows, key=lambda n: chains.rows[n].order)
    for at, later in enumerate(numbers):
        if chains.of[later] or later in chains.copy_of:
            continue
        for earlier in numbers[max(0, at - _BACK) : at]:
            one, two = chains.rows[earlier], chains.rows[later]
            if one.source.number == two.source.number or one.source.node.id == two.source.node.id:
                continue
            share = _retold(one, two, retold)
            if share:
                _link_component(chains, [earlier, later], {earlier: share, later: share}, "retelling", "retelling")
                break


def credit_agency(chains: Chains, credits: Mapping[int, Credit]) -> None:
    """What an article credited to an agency tells comes through the agency."""
    for number, row in chains.rows.items():
        found = credits.get(row.source.number)
        if found is None:
            continue
        agency = found.agency or Party(id="u" + row.source.node.id + row.source.path, name=wording().agencies)
        if agency.id == row.source.node.id or any(link.id == agency.id for link in chains.of[number]):
            continue
        link = chains.copy(number, None, "credited_agency", kind="credit", direction="credit", source=agency)
        link = msgspec.structs.replace(link, span=found.span)
        node = ChainLink(id=agency.id, name=agency.name, inferred="credited_agency", anonymous=found.agency is None)
        chains.infer(number, (node, *chains.of[number]), link)


def _link_component(chains: Chains, numbers: list[int], alike: Mapping[int, float], rule: str, kind: CopyKind) -> None:
    numbers = sorted(numbers, key=lambda n: chains.rows[n].order)
    citing = [
        n
        for n in numbers
        if chains.of[n]
        and not chains.of[n][0].anonymous
        and chains.of[n][0].id not in {chains.rows[m].source.node.id for m in numbers}
    ]
    if rule == "same_words" and citing:
        _through_cited(chains, numbers, citing, alike)
        return
    first = numbers[0]
    for number in numbers[1:]:
        if chains.rows[number].source.number == chains.rows[first].source.number:
            continue
        known = _earlier(chains.rows[first], chains.rows[number])
        link = chains.copy(
            number,
            first,
            f"{rule}_{'earlier' if known else 'unknown'}",
            kind=kind,
            direction="earlier" if known else "unknown",
            likeness=alike[number],
        )
        if known:
            outer = _inferred(chains.rows[first].source.node, link.rule)
            chains.infer(number, (outer, *chains.of[first]), link)
            continue
        node = ChainLink(id="s" + link.id, name=wording().shared_text, inferred=link.rule, anonymous=True)
        if chains.of[first] and chains.of[first][0].id.startswith("sc"):
            node = chains.of[first][0]
        inner = tuple(c for c in chains.of[first] if c.id != node.id)
        if chains.infer(number, (node, *inner), link):
            chains.of[first] = (node, *inner)


def _through_cited(chains: Chains, numbers: list[int], citing: list[int], alike: Mapping[int, float]) -> None:
    base = min(citing, key=lambda n: (-len(chains.of[n]), chains.rows[n].order))
    source = _party(chains.of[base][0])
    for number in numbers:
        if number == base or chains.rows[number].source.number == chains.rows[base].source.number:
            continue
        if chains.of[number] and chains.of[number][0].id == source.id:
            continue
        chain = tuple(_inferred(link, "same_words_cited") for link in chains.of[base])
        chains.infer(
            number,
            chain,
            chains.copy(
                number,
                base,
                "same_words_cited",
                kind="words",
                direction="citation",
                source=source,
                likeness=alike[number],
            ),
        )


def note_cited_outlets(chains: Chains) -> None:
    """A chain that names the outlet of another report of the event points to that report."""
    by_outlet: dict[str, int] = {}
    for number, row in chains.rows.items():
        by_outlet.setdefault(row.source.node.id, number)
    for number, row in chains.rows.items():
        for link in row.chain[:1]:
            other = by_outlet.get(link.id)
            if other is not None and chains.rows[other].source.number != row.source.number:
                found = chains.copy(
                    number, other, "cited_outlet", kind="citation", direction="citation", source=_party(link)
                )
                chains.copies.append(found)
                chains.copy_of.setdefault(number, found.id)
                chains.origins.setdefault(number, chains.rows[other].id)


def _retold(one: Row, two: Row, retold: Retold) -> float:
    left, right = set(stems_of(one.quote)), set(stems_of(two.quote))
    share = len(left & right) / max(1, min(len(left), len(right)))
    enough = share >= _RETOLD and min(len(left), len(right)) >= _WORDS
    return share if enough and retold(one, two) >= _RARE else 0.0


def _components(rows: Mapping[int, Row], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    above: dict[int, int] = {}

    def top(number: int) -> int:
        while above.get(number, number) != number:
            number = above[number]
        return number

    for one, two in sorted(pairs):
        high, low = sorted((top(one), top(two)))
        above[low] = high
        above.setdefault(high, high)
    groups: dict[int, list[int]] = {}
    for number in sorted(above):
        groups.setdefault(top(number), []).append(number)
    return [groups[g] for g in sorted(groups)]


def _earlier(one: Row, two: Row) -> bool:
    first, second = one.source.days, two.source.days
    return first is not None and second is not None and first.last < second.first


def _inferred(link: ChainLink, rule: str) -> ChainLink:
    return ChainLink(
        id=link.id,
        name=link.name,
        stance=link.stance,
        inferred=link.inferred or rule,
        anonymous=link.anonymous,
        camp=link.camp,
    )


def _party(link: ChainLink) -> Party:
    return Party(id=link.id, name=link.name)


def numbered(group: Sequence[int], rows: Sequence[Row]) -> dict[int, Row]:
    """The rows of a group by number, in order."""
    return {n: rows[n] for n in group}
