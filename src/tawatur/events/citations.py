"""Who passes on whom, how often, and how often alone."""

from collections.abc import Iterable

from msgspec import structs

from tawatur.model.case import Citation, Event, ToldReport


def count_citations(events: Iterable[Event]) -> tuple[Citation, ...]:
    """One line for each outlet and source that it cites, sorted."""
    found: dict[tuple[str, str], Citation] = {}
    for event in events:
        seen: set[tuple[str, str]] = set()
        outlets = {r.outlet_id for r in event.reports}
        for report in event.reports:
            for link in report.chain:
                at = (report.outlet_id, link.id)
                found[at] = _one_more(
                    found.get(at),
                    report,
                    link.id,
                    link.name,
                    link.anonymous,
                    fresh=at not in seen,
                    alone=len(outlets) == 1,
                )
                seen.add(at)
    return tuple(found[at] for at in sorted(found))


def _one_more(
    seen: Citation | None,
    report: ToldReport,
    source: str,
    name: dict[str, str],
    anonymous: bool,
    *,
    fresh: bool,
    alone: bool,
) -> Citation:
    return Citation(
        outlet=report.outlet_id,
        outlet_name=report.outlet_name,
        source=source,
        source_name=name,
        anonymous=anonymous,
        reports=(seen.reports if seen else 0) + 1,
        events=(seen.events if seen else 0) + fresh,
        alone=(seen.alone if seen else 0) + (fresh and alone),
        example=min(report.id, seen.example) if seen else report.id,
    )


def add_citations(one: Citation, two: Citation) -> Citation:
    """One outlet's citing of one source, counted in two stretches of a case."""
    return structs.replace(
        one,
        reports=one.reports + two.reports,
        events=one.events + two.events,
        alone=one.alone + two.alone,
        example=min(one.example, two.example),
    )
