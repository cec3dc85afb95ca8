"""Infers which reports repeat another article or an agency, and puts the inference into their chains."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from tawatur.events.copies.alike import Retold, link_retellings, link_same_words
from tawatur.events.copies.chains import Chains, numbered, party
from tawatur.events.copies.citing import (
    cover_by_citation,
    credit_agency,
    credit_retold,
    note_cited_outlets,
    retold_sources,
)
from tawatur.events.copies.credits import Credit
from tawatur.events.copies.near import near_pairs, shared
from tawatur.events.copies.wording import reason
from tawatur.events.ids import copy_id
from tawatur.events.rows import Row
from tawatur.model.case import ChainLink, CopyLink
from tawatur.model.span import Span

Passage = tuple[int, Span]
_BACK = 12  # earlier reports of the happening with which one is compared
_SAME = 0.7  # share of runs from which passages are one text; below, a newsroom's formula may be filled anew


class Copied(msgspec.Struct, frozen=True):
    """Near-duplicate passages, and the pairs of reports in them that tell the same act in the same words."""

    kinds: dict[tuple[int, int], str]  # row numbers, lower first -> same | aligned | alone | near
    likeness: dict[tuple[int, int], float]


class Linked(msgspec.Struct, frozen=True):
    """Copies as a reviewer sees them, and for each row that has one the chain, origin and copy id."""

    copies: list[CopyLink]
    chains: dict[int, tuple[ChainLink, ...]]
    origins: dict[int, str]
    copy_of: dict[int, str]


def find_copied(rows: Sequence[Row], passages: Mapping[Passage, bytes]) -> Copied:
    """Pairs of reports of different articles whose passages share most of their words."""
    told: dict[Passage, list[int]] = {}
    for number, row in enumerate(rows):
        told.setdefault((row.source.number, row.passage), []).append(number)
    order = sorted(told, key=lambda p: rows[told[p][0]].order)
    kinds: dict[tuple[int, int], str] = {}
    alike: dict[tuple[int, int], float] = {}
    packed = [passages[p] for p in order]
    for one, two, share in near_pairs(packed, [p[0] for p in order]):
        for a in told[order[one]]:
            for b in told[order[two]]:
                if rows[a].kind == rows[b].kind and rows[a].type == rows[b].type:
                    pair = (min(a, b), max(a, b))
                    kinds[pair] = _kind(rows, told[order[one]], told[order[two]], a, b, share)
                    alike[pair] = max(share, alike.get(pair, 0.0))
    return Copied(kinds, alike)


def _kind(rows: Sequence[Row], left: Sequence[int], right: Sequence[int], a: int, b: int, share: float) -> str:
    """same: the act's word in the same run of words of all but equal passages; down to near: passages alike."""
    if rows[a].stem == rows[b].stem and set(rows[a].around) & set(rows[b].around):
        return "same" if share >= _SAME else "aligned"
    return "alone" if _only(rows, left, a) and _only(rows, right, b) else "near"


def _only(rows: Sequence[Row], passage: Sequence[int], number: int) -> bool:
    """Whether a report is the only one of its type in its passage."""
    return sum(1 for n in passage if rows[n].type == rows[number].type) == 1


def link_copies(
    rows: Sequence[Row],
    groups: Sequence[Sequence[int]],
    copied: Copied,
    retold: Retold,
    credits: Mapping[int, Credit],
    *,
    passages: Mapping[Passage, bytes],
    is_media: Callable[[str], bool],
    rejected: frozenset[str],
) -> Linked:
    """The copies among reports judged to be one happening. `retold` weighs the rare words that two rows share."""
    linked = Linked([], {}, {}, {})
    partners = _partners(copied)
    retold_whole = retold_sources(rows, is_media)
    credited = credits.keys() | retold_whole.keys()
    for group in groups:
        if len(group) == 1 and rows[group[0]].source.number not in credited:
            continue
        chains = Chains(numbered(group, rows), rejected)
        if len(group) > 1:
            _link_group(chains, partners, copied, retold, passages)
        credit_retold(chains, retold_whole)
        credit_agency(chains, credits)
        linked.copies.extend(chains.copies)
        linked.chains.update({n: chain for n, chain in chains.of.items() if chain != rows[n].chain})
        linked.origins.update(chains.origins)
        linked.copy_of.update(chains.copy_of)
    _note_sources(linked, rows, is_media, rejected)
    linked.copies.sort(key=lambda c: (c.article, c.span, c.id))
    return linked


def _note_sources(
    linked: Linked, rows: Sequence[Row], is_media: Callable[[str], bool], rejected: frozenset[str]
) -> None:
    """One record for each outlet or agency that an article says it has reports from, with the words that say so."""
    told: dict[tuple[int, str], list[int]] = {}
    for number, row in enumerate(rows):
        if row.chain and is_media(row.chain[0].id):
            told.setdefault((row.source.number, row.chain[0].id), []).append(number)
    for (_, source), numbers in told.items():
        first = rows[numbers[0]]
        link = CopyLink(
            id=copy_id(("cited_source", first.source.node.id, first.source.path, source)),
            kind="citation",
            article=first.source.path,
            span=first.cues[0],
            reports=tuple(rows[n].id for n in numbers),
            source=party(first.chain[0]),
            direction="citation",
            rule="cited_source",
            reason=reason("cited_outlet", source=first.chain[0].name),
        )
        if first.source.counted:
            linked.copies.append(link)
        if link.id in rejected:
            for n in numbers:
                chain = linked.chains.get(n, rows[n].chain)
                linked.chains[n] = tuple(c for c in chain if c.id != source or c.inferred)


def _link_group(
    chains: Chains,
    partners: Mapping[int, list[int]],
    copied: Copied,
    retold: Retold,
    passages: Mapping[Passage, bytes],
) -> None:
    note_cited_outlets(chains)
    cover_by_citation(chains)
    pairs = {(n, m): copied.likeness[n, m] for n in chains.rows for m in partners.get(n, ()) if m in chains.rows}
    link_same_words(chains, pairs | _half_alike(chains.rows, pairs, passages))
    link_retellings(chains, retold)


def _half_alike(
    rows: Mapping[int, Row], known: Mapping[tuple[int, int], float], passages: Mapping[Passage, bytes]
) -> dict[tuple[int, int], float]:
    """Pairs of one happening whose passages share half their words: too few to be found among all passages."""
    found: dict[tuple[int, int], float] = {}
    numbers = list(rows)
    for at, later in enumerate(numbers):
        for earlier in numbers[max(0, at - _BACK) : at]:
            one, two = rows[earlier], rows[later]
            if one.source.number != two.source.number and (earlier, later) not in known:
                share = shared(passages[one.source.number, one.passage], passages[two.source.number, two.passage])
                if share:
                    found[earlier, later] = share
    return found


def _partners(copied: Copied) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, two in copied.kinds:
        found.setdefault(one, []).append(two)
    return found
