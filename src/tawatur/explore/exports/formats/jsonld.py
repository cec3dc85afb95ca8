"""Events as JSON-LD: PROV-O says what was derived from what, Web Annotation selectors say from which words."""

from pathlib import Path
from typing import Any

import msgspec

from tawatur.casefile.case import Case
from tawatur.casefile.custody import Custody, custody
from tawatur.explore.exports.doubt import DOUBT
from tawatur.explore.exports.folding import Folded
from tawatur.explore.exports.format import Field, Format, Wish, told
from tawatur.model.case import ToldReport

_WHOLE = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
CONTEXT: dict[str, Any] = {  # the terms of Web Annotation are spelled out, so that no reader needs the network
    "@vocab": "urn:tawatur:terms:",
    "tawatur": "urn:tawatur:terms:",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "classifying": "oa:classifying",
    "tagging": "oa:tagging",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": _WHOLE},
    "end": {"@id": "oa:end", "@type": _WHOLE},
    "exact": "oa:exact",
    "value": "rdf:value",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "chain": {"@id": "tawatur:chain", "@container": "@list"},
}
FIELDS = (
    Field("@context", "Web Annotation, PROV-O, and our own terms"),
    Field("@graph", "articles, annotations (reports) and events"),
    Field(
        "article",
        "path, url, publication and its basis, SHA-256 of the original bytes, retrieval and its basis",
    ),
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
        "flags": report.flags,
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


def _article(id: str, held: Custody) -> dict[str, Any]:
    """An article with what the case can vouch for; its text stays in the case."""
    return {
        "id": id,
        "type": "prov:Entity",
        "path": held.path,
        "url": held.url,
        "published": held.published,
        "publishedBasis": held.published_basis,
        "sha256": held.sha256,
        "media": held.media,
        "retrieved": held.retrieved.at if held.retrieved else None,
        "retrievedBasis": held.retrieved.basis if held.retrieved else None,
        "foundBy": held.found_by.reader if held.found_by else None,
        "foundSure": held.found_by.sure if held.found_by else None,
    }


def write(case: Case, target: Path, wish: Wish) -> int:
    """Writes one graph: each article and report once, each event with what it was derived from."""
    articles: dict[str, dict[str, Any]] = {}
    graph: list[dict[str, Any]] = []
    number, held = 0, custody(case.engine)
    for row in told(case, wish):
        number += 1
        graph.append(_event(row))
        for report in row.event.reports:
            graph.append(annotation(report, row.event.type))
            id = f"urn:tawatur:article:{report.article_id}"
            articles[id] = _article(id, held[report.article_id])
    document = {"@context": CONTEXT, "@graph": [*articles.values(), *graph]}
    target.write_bytes(msgspec.json.encode(document) + b"\n")
    return number


FORMAT = Format(
    name="jsonld",
    summary="JSON-LD with PROV-O and Web Annotation selectors",
    reader="rdflib, any JSON-LD reader",
    fields=FIELDS,
    write=write,
)
