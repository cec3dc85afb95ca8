"""Sources that an article names somewhere, carried to all that it tells of the happening."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from tawatur.events.copies.chains import Chains, inferred, party
from tawatur.events.copies.credits import Credit
from tawatur.events.copies.wording import wording
from tawatur.events.joining.features import SYMMETRIC
from tawatur.events.rows import Row
from tawatur.model.case import ChainLink, Party

_OPENING = 3  # reports at the head of an article
_SOON = 600  # code points from a bare telling to the one that names its source: a lead and what follows it
_ENOUGH, _SHARE = 4, 0.75  # attributed reports, and the share that has one source, for a retelling as a whole


def cover_by_citation(chains: Chains) -> None:
    """A headline or resumed telling has its source where the article tells the same happening with one."""
    by_article: dict[tuple[int, bool], list[int]] = {}
    for number, row in chains.rows.items():
        by_article.setdefault((row.source.number, row.modality == "denied"), []).append(number)
    for numbers in by_article.values():
        cited = [n for n in numbers if not _open(chains.of[n])]
        if not cited:
            continue
        cited.sort(key=lambda n: (-len(chains.of[n]), chains.rows[n].order))
        for number in numbers:
            fullest = next((n for n in cited if _covers(chains.rows[n], chains.rows[number])), None)
            if fullest is not None and _open(chains.of[number]):
                chain = tuple(inferred(link, "covered_by_citation") for link in chains.of[fullest])
                link = chains.copy(
                    number,
                    fullest,
                    "covered_by_citation",
                    kind="citation",
                    direction="citation",
                    source=party(chain[0]),
                )
                chains.infer(number, chain, link)


def _covers(cited: Row, row: Row) -> bool:
    """Whether a telling is a headline, names the act again, or tells in one sentence what has a source.

    Elsewhere it must be a lead whose source follows soon, and tell of the same ones and of one thing more: the town,
    the day or a number. What led to it, or what others did meanwhile, may be the outlet's own; so may background.
    """
    if row.headline or row.resumes is not None or row.passage == cited.passage:
        return True
    if not 0 < cited.trigger.start - row.trigger.end <= _SOON:
        return False
    mutual = row.type in SYMMETRIC or not (row.actors and cited.actors)
    doers = mutual or not set(row.actors).isdisjoint(cited.actors)
    shared = not {*row.actors, *row.recipients}.isdisjoint({*cited.actors, *cited.recipients})
    more = (row.place, cited.place), (row.edtf, cited.edtf)
    told = any(one is not None and one == two for one, two in more) or not set(row.figures).isdisjoint(cited.figures)
    return doers and shared and told


def _open(chain: Sequence[ChainLink]) -> bool:
    """Whether a chain is empty or names but "the report", which stands for a source named before."""
    return not chain or (len(chain) == 1 and chain[0].anonymous and chain[0].name.get("ar") in wording().report_words)


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
                    number, other, "cited_outlet", kind="citation", direction="citation", source=party(link)
                )
                chains.copies.append(found)
                chains.copy_of.setdefault(number, found.id)
                chains.origins.setdefault(number, chains.rows[other].id)


def credit_agency(chains: Chains, credits: Mapping[int, Credit]) -> None:
    """What an article credited to an agency tells comes through the agency."""
    for number, row in chains.rows.items():
        found = credits.get(row.source.number)
        if found is None or (found.compiled and chains.of[number]):
            continue  # "متابعات" of what has its source: that is the one compiled from
        unnamed = wording().compilers if found.compiled else wording().agencies
        agency = found.agency or Party(id="u" + row.source.node.id + row.source.path, name=unnamed)
        if agency.id == row.source.node.id or any(link.id == agency.id for link in chains.of[number]):
            continue
        link = chains.copy(number, None, "credited_agency", kind="credit", direction="credit", source=agency)
        link = msgspec.structs.replace(link, span=found.span)
        node = ChainLink(id=agency.id, name=agency.name, inferred="credited_agency", anonymous=found.agency is None)
        chains.infer(number, (node, *chains.of[number]), link)


def retold_sources(rows: Sequence[Row], is_media: Callable[[str], bool]) -> dict[int, Party]:
    """Articles (by number) that as a whole retell one outlet or agency: it opens them and most they tell is its."""
    articles: dict[int, list[Row]] = {}
    for row in rows:
        articles.setdefault(row.source.number, []).append(row)
    found: dict[int, Party] = {}
    for article, told in articles.items():
        links = [row.chain[0] for row in told if row.chain and not row.chain[0].anonymous]
        opening = next((row.chain[0].id for row in told[:_OPENING] if row.chain), "")
        count = sum(1 for link in links if link.id == opening)
        if len(links) >= _ENOUGH and count >= _SHARE * len(links) and 2 * count >= len(told) and is_media(opening):
            found[article] = party(next(link for link in links if link.id == opening))
    return found


def credit_retold(chains: Chains, sources: Mapping[int, Party]) -> None:
    """What an article that as a whole retells a source says without one is taken from there too."""
    for number, row in chains.rows.items():
        source = sources.get(row.source.number)
        if source is None or chains.of[number]:
            continue
        link = chains.copy(number, None, "retold_source", kind="citation", direction="citation", source=source)
        chains.infer(number, (ChainLink(id=source.id, name=source.name, inferred="retold_source"),), link)
