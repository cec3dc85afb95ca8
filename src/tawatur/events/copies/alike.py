"""Reports whose words another article has: which came first, and what stands between."""

from collections.abc import Callable, Mapping

from tawatur.events.copies.chains import Chains, CopyKind, inferred, party
from tawatur.events.copies.wording import wording
from tawatur.events.rows import Row
from tawatur.model.case import ChainLink

Retold = Callable[[Row, Row], float]  # share of words, 0 where two rows are no retelling of one another
_BACK = 12  # earlier reports of the event with which one is compared
_DAYS = 2  # newspapers print an agency's text on one day or the next; who prints it later may have it from print


def link_same_words(chains: Chains, pairs: Mapping[tuple[int, int], float]) -> None:
    """Reports in near-duplicate passages go through the source that one of them cites, else through the earliest."""
    alike: dict[int, float] = {}
    for pair, share in pairs.items():
        for number in pair:
            alike[number] = max(share, alike.get(number, 0.0))
    for component in _components(pairs):
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
            share = retold(one, two)
            if share:
                _link_component(chains, [earlier, later], {earlier: share, later: share}, "retelling", "retelling")
                break


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
        if _explained(chains, first, number):
            continue
        again = chains.rows[first].source.node.id == chains.rows[number].source.node.id
        known = again or _earlier(chains.rows[first], chains.rows[number])
        link = chains.copy(
            number,
            first,
            f"{rule}_{'again' if again else 'earlier' if known else 'unknown'}",
            kind=kind,
            direction="earlier" if known else "unknown",
            likeness=alike[number],
        )
        if known:
            outer = inferred(chains.rows[first].source.node, link.rule)
            chains.infer(number, (outer, *chains.of[first]), link)
            continue
        node = ChainLink(id="s" + link.id, name=wording().shared_text, inferred=link.rule, anonymous=True)
        if chains.of[first] and chains.of[first][0].id.startswith("sc"):
            node = chains.of[first][0]
        inner = tuple(c for c in chains.of[first] if c.id != node.id)
        if chains.infer(number, (node, *inner), link):
            chains.of[first] = (node, *inner)


def _explained(chains: Chains, one: int, two: int) -> bool:
    """Whether one of the two says already that it has it from the other's outlet."""
    nodes = {chains.rows[n].source.node.id for n in (one, two)}
    return len(nodes) == 2 and any(link.id in nodes for n in (one, two) for link in chains.of[n])


def _through_cited(chains: Chains, numbers: list[int], citing: list[int], alike: Mapping[int, float]) -> None:
    """All go through the source that one of them cites; where a report names that source itself, its words stay."""
    base = min(citing, key=lambda n: (-len(chains.of[n]), chains.rows[n].order))
    source = party(chains.of[base][0])
    for number in numbers:
        if chains.rows[number].source.number == chains.rows[base].source.number:
            continue
        chain = tuple(inferred(link, "same_words_cited") for link in chains.of[base])
        if chains.of[number] and chains.of[number][0].id == source.id:
            chain = (chains.of[number][0], *chain[1:])
        link = chains.copy(
            number, base, "same_words_cited", kind="words", direction="citation", source=source, likeness=alike[number]
        )
        chains.infer(number, chain, link)


def _components(pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
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
    return first is not None and second is not None and second.first - first.last >= _DAYS
