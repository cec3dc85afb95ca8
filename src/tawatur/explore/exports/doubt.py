"""The columns that stand in every sheet of events: what is uncertain, who carries it, and where to find it."""

from collections.abc import Sequence

from tawatur.explore.exports.folding import Folded
from tawatur.explore.exports.format import Column
from tawatur.model.case import ChainLink, Party


def names(parties: Sequence[Party | ChainLink], lang: str = "en") -> list[str]:
    """The neutral names of parties in a language, or in the other where it has none."""
    return [party.name.get(lang) or next(iter(party.name.values()), party.id) for party in parties]


def articles(row: Folded) -> list[str]:
    """The paths of the articles that report it, once each."""
    return list(dict.fromkeys(report.article for report in row.event.reports))


def outlets(row: Folded) -> list[str]:
    """The outlets that report it, once each."""
    return list(dict.fromkeys(report.outlet or report.article for report in row.event.reports))


def spread(row: Folded) -> list[str]:
    """Every figure as unit:low-high, `?` for an end that no report states."""
    ends = [(t.unit or "", "?" if t.low is None else t.low, "?" if t.high is None else t.high) for t in row.figures]
    return [f"{unit}:{low}-{high}" for unit, low, high in ends]


DOUBT: tuple[Column[Folded], ...] = (
    Column("tawatur_id", "the id of the event or tie in the case", lambda r: r.event.id),
    Column("kind", "event, or relation for a standing tie", lambda r: r.event.kind),
    Column("edtf", "the time as the words give it (EDTF); empty where no report dates it", lambda r: r.edtf),
    Column("modality", "asserted, denied, planned or possible", lambda r: r.event.modality),
    Column("specific", "false for acts told in general", lambda r: r.event.specific),
    Column("support", "on how many independent feet it stands", lambda r: r.event.support),
    Column("against", "how many independent feet deny or doubt it", lambda r: r.event.against),
    Column("common_links", "through whom every chain passes", lambda r: names(r.event.common_links)),
    Column("disputed", "in which fields reports contradict one another", lambda r: _disputed(r)),
    Column("figures", "every figure as unit:low-high", spread),
    Column("places_told", "every place that a report gives, by id", lambda r: [p.id for p in r.event.places]),
    Column(
        "flags",
        "what makes its words doubtful: media.pdf for words taken from a PDF, media.page for a page in doubt",
        lambda r: flags(r),
    ),
    Column("fold", "the rule by which one value was taken of several", lambda r: r.fold),
    Column("reports", "the ids of the reports", lambda r: [t.id for t in r.event.reports]),
    Column("spans", "where each report stands: article path:start-end, in code points", lambda r: _spans(r)),
)


def flags(row: Folded) -> list[str]:
    """What makes the words of its reports doubtful."""
    return sorted({flag for report in row.event.reports for flag in report.flags})


def _disputed(row: Folded) -> list[str]:
    return sorted({found.field for found in row.event.disagreements})


def _spans(row: Folded) -> list[str]:
    return [f"{t.article}:{t.evidence.start}-{t.evidence.end}" for t in row.event.reports]
