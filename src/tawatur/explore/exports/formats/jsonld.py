"""Events as JSON-LD: PROV-O says what was derived from what, Web Annotation selectors say from which words."""

from pathlib import Path
from typing import Any

import msgspec

from tawatur.casefile.case import Case
from tawatur.explore.exports.doubt import DOUBT
from tawatur.explore.exports.folding import Folded
from tawatur.explore.exports.format import Field, Format, Wish, told
from tawatur.model.case import ToldReport

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "prov": "http://www.w3.org/ns/prov#",
        "tawatur": "urn:tawatur:terms:",
        "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
        "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
        "@vocab": "urn:tawatur:terms:",
    },
]
FIELDS = (
    Field("@context", "Web Annotation, PROV-O, and our own terms"),
    Field("@graph", "articles, annotations (reports) and events"),
    Field("prov:Entity", "an event or tie; wasDerivedFrom its reports; the columns that every format has as our terms"),
    Field("Annotation", "a report; its target is the passage, its body the judged type, its chain as our term"),
    Field("TextPositionSelector", "start and end of the passage in code points of the article's decoded text"),
    Field("TextQuoteSelector", "the exact words"),
    Field("wasAttributedTo", "the outlet"),
)


def annotation(report: ToldReport, type: str) -> dict[str, Any]:
    """A report as an annotation of its article."""
    return {
        "id": f"urn:tawatur:report:{report.id}",
        "type": ["Annotation", "prov:Entity"],
        "motivation": "classifying",
        "body": {"type": "TextualBody", "value": type, "purpose": "tagging"},
        "target": {
            "source": f"urn:tawatur:article:{report.article_id}",
            "selector": [
                {"type": "TextPositionSelector", "start": report.evidence.start, "end": report.evidence.end},
                {"type": "TextQuoteSelector", "exact": report.quote},
            ],
        },
        "wasDerivedFrom": f"urn:tawatur:article:{report.article_id}",
        "wasAttributedTo": f"urn:tawatur:outlet:{report.outlet_id}",
        "modality": report.modality,
        "specific": report.specific,
        "edtf": report.edtf,
        "chain": [{"name": link.name.get("en") or link.name.get("ar"), "stance": link.stance} for link in report.chain],
        "rule": report.rule,
    }


def _event(row: Folded) -> dict[str, Any]:
    event = row.event
    return {
        "id": f"urn:tawatur:event:{event.id}",
        "type": ["prov:Entity", "tawatur:Tie" if event.kind == "relation" else "tawatur:Event"],
        "title": [{"@value": words, "@language": lang} for lang, words in sorted(event.title.items())],
        "eventType": event.type,
        "wasDerivedFrom": [f"urn:tawatur:report:{report.id}" for report in event.reports],
        **{column.name: column.of(row) for column in DOUBT if column.name != "reports"},
    }


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes one graph: each article and report once, each event with what it was derived from."""
    articles: dict[str, dict[str, Any]] = {}
    graph: list[dict[str, Any]] = []
    number = 0
    for row in told(case, wish):
        number += 1
        graph.append(_event(row))
        for report in row.event.reports:
            graph.append(annotation(report, row.event.type))
            id = f"urn:tawatur:article:{report.article_id}"
            articles[id] = {"id": id, "type": "prov:Entity", "path": report.article, "published": report.published}
    document = {"@context": CONTEXT, "@graph": [*articles.values(), *graph]}
    target.write_bytes(msgspec.json.encode(document) + b"\n")
    return number


FORMAT = Format(
    name="jsonld",
    summary="JSON-LD with PROV-O and Web Annotation selectors",
    reader="any JSON-LD reader",
    fields=FIELDS,
    write=write,
)
