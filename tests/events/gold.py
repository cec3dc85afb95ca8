"""Annotated articles as perfect readings: joining is developed and tested apart from the reader.

Sides that the knowledge base would know are told from the annotators' English names.
"""

import hashlib
import re
from pathlib import Path
from typing import Any

import yaml

from tawatur.events.records import ReadArticle
from tawatur.events.sides import outlet_party
from tawatur.model.article import Published
from tawatur.model.reading import ArticleHead, Entity, Figure, Filler, Link, Reading, Report, ReportTime
from tawatur.model.span import Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
HELD_OUT = frozenset({"001.txt", "014.txt", "040.txt"})
_SIDES = [
    (r"^Russia|^Vladimir Putin|Lavrov|Kremlin", "russia"),
    (r"^Iran|Khamenei|Soleimani|^IRGC|Quds Force|Larijani|three-line", "iran"),
    (r"^Hezbollah", "hezbollah"),
    (
        r"^Syrian? (regime|government|army|Army|leadership|warplane|fighter plane|air)|^Assad reg|Bashar",
        "syria-government",
    ),
    (r"^United States|^US ", "united-states"),
    (r"^Division 30|Division 30 (members|fighters)|members of Division 30", "division-30"),
    (r"Nusra", "nusra"),
    (
        r"opposition|^militants$|^Syrian militants|Jaysh al-Fath|coalition (of fight|includ)|^Free Syrian",
        "syrian-opposition",
    ),
    (r"^Liwa al-Quds", "liwa-al-quds"),
    (r"Kurdish forces|YPG", "ypg"),
    (r"^Syrian Observatory|Rami Abd", "sohr"),
]
_ANONYMOUS = re.compile(r"source|official|activists|unnamed|observers|residents|^reports$|pages|officials")
_SAME = {
    "Rami Abdulrahman": "Syrian Observatory for Human Rights",
    "Rami Abdul Rahman": "Syrian Observatory for Human Rights",
}


def read_gold(gold_dir: Path, article_dirs: list[Path], *, held_out: bool = False) -> list[ReadArticle]:
    """The annotated articles; those held out only when asked for."""
    items = []
    for path in sorted(gold_dir.glob("*.gold.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if held_out or gold["doc"] not in HELD_OUT:
            items.append(_article(gold, article_dirs))
    return items


def _article(gold: dict[str, Any], article_dirs: list[Path]) -> ReadArticle:
    path = next(d / gold["doc"] for d in article_dirs if (d / gold["doc"]).exists())
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    entities: dict[str, Entity] = {}
    reports = [r for fact in gold["facts"] if (r := _report(fact, text, entities)) is not None]
    published = gold.get("published") or {}
    sha = hashlib.sha256(text.encode()).hexdigest()
    head = ArticleHead(
        id=sha[:16],
        path=gold["doc"],
        sha256=sha,
        title=None,
        outlet=(gold.get("outlet") or {}).get("name"),
        published=Published(edtf=published.get("edtf"), basis="inferred" if published else "unknown"),
    )
    return ReadArticle(
        reading=Reading(article=head, entities=tuple(entities.values()), reports=tuple(reports)), text=text
    )


def _find(text: str, words: str, within: Span | None = None) -> Span | None:
    start = text.find(words, within.start if within else 0)
    if start < 0 or (within and start + len(words) > within.end):
        start = text.find(words)
    return Span(start, start + len(words)) if start >= 0 else None


def _report(fact: dict[str, Any], text: str, entities: dict[str, Entity]) -> Report | None:
    evidence = _find(text, fact["evidence"])
    trigger = _find(text, fact["trigger"], evidence)
    if evidence is None or trigger is None:
        return None

    def fillers(role: str) -> tuple[Filler, ...]:
        return tuple(
            Filler(
                entity=_entity(entities, one["name"], "group"), span=_find(text, one["surface"][0], evidence) or trigger
            )
            for one in fact.get(role) or []
        )

    place, time = fact.get("place"), fact.get("time")
    links = tuple(
        Link(
            entity=_entity(entities, one["name"], "person"),
            span=_find(text, one["surface"], evidence) or trigger,
            stance=one["stance"],
        )
        for one in fact.get("attribution") or []
    )
    figures = tuple(
        Figure(
            span=_find(text, f["surface"], evidence) or trigger,
            value=f.get("value"),
            min=f.get("min"),
            max=f.get("max"),
            unit=f["unit"],
        )
        for f in fact.get("figures") or []
    )
    return Report(
        id=fact["id"],
        kind=fact["kind"],
        type=fact["type"],
        trigger=trigger,
        evidence=evidence,
        actors=fillers("actor"),
        recipients=fillers("recipient"),
        place=Filler(entity=_entity(entities, place["name"], "place"), span=trigger) if place else None,
        time=ReportTime(edtf=time["edtf"], span=trigger, anchor="text", rule="gold") if time else None,
        figures=figures,
        modality=fact["modality"],
        attribution=links,
        rule="gold",
    )


def _entity(entities: dict[str, Entity], name: str, kind: str) -> str:
    name = _SAME.get(name, name)
    if name not in entities:
        side = next((s for pattern, s in _SIDES if re.search(pattern, name)), None) if kind != "place" else None
        party = outlet_party(name)
        exact = (
            party.id
            if not party.id.startswith("x")
            else {"Russia": "russia", "Iran": "iran", "Hezbollah": "hezbollah", "United States": "united-states"}.get(
                name
            )
        )
        if (
            kind == "group"
            and name[0].isupper()
            and not re.search(r"fighters|forces|officers|commanders|members", name)
        ):
            kind = "organisation"
        entities[name] = Entity(
            id=f"e{len(entities)}",
            kind=kind,
            name={"en": name},
            kb=exact,  # type: ignore[arg-type]
            affiliation=None if exact else side,
            anonymous=bool(_ANONYMOUS.search(name)),
        )
    return entities[name].id
