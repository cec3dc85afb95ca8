"""Neutral titles from an event's fields, never from an outlet's words."""

import re
from collections.abc import Sequence

from tawatur.events.headlines.dates import date_words
from tawatur.events.headlines.parties import shown
from tawatur.events.headlines.templates import templates
from tawatur.mentions.actors.oblique import oblique
from tawatur.model.case import Name, Party
from tawatur.model.reading import Modality, ReportKind

_OPTIONAL = re.compile(r"\[([^\[\]]*)\{(\w+)\}([^\[\]]*)\]")
_MOST = 3  # names in a row


def write_title(
    kind: ReportKind,
    type_: str,
    extension: str | None,
    *,
    actors: Sequence[Party],
    recipients: Sequence[Party],
    places: Sequence[Party],
    edtf: str | None,
    modality: Modality,
) -> Name:
    """The title in both languages ("لقاء أو اتصال بين … و…، حلب، نحو 17 تشرين الثاني/نوفمبر 2016")."""
    if kind == "event":
        name, actors, recipients = shown(type_, extension, actors, recipients, modality)
        chosen = _template(name) or _template(type_)
    else:
        chosen = templates().ties.get(type_)
    fields = {"actors": actors, "recipients": recipients, "parties": _pool(actors, recipients)}
    title: Name = {}
    for language in ("ar", "en"):
        template = (chosen or {language: type_})[language]
        tail = [name_list(places[:1], language), date_words(edtf, language) if kind == "event" else ""]
        words = [_fill(template, fields, language), *filter(None, tail)]
        title[language] = templates().modality[modality][language] + {"ar": "، ", "en": ", "}[language].join(words)
    return title


def _template(name: str) -> dict[str, str] | None:
    held = templates()
    return held.extensions.get(name) or held.toll_titles.get(name) or held.events.get(name)


def name_list(parties: Sequence[Party], language: str, *, bare: bool = False) -> str:
    """Up to three names in a row, each once, "and others" after them; Arabic ones as behind a preposition, or bare."""
    names = list(dict.fromkeys(name_in(party, language) for party in parties))
    first = names[:_MOST]
    if language == "ar":
        return " و".join(first if bare else map(oblique, first)) + (" وغيرهم" if len(names) > _MOST else "")
    if len(names) > _MOST:
        return ", ".join(first) + " and others"
    return " and ".join(filter(None, [", ".join(first[:-1]), *first[-1:]]))


def name_in(party: Party, language: str) -> str:
    """The party's name in a language, or in the other where it has none."""
    return party.name.get(language) or next(iter(party.name.values()), "")


def _pool(actors: Sequence[Party], recipients: Sequence[Party]) -> list[Party]:
    return list({party.id: party for party in (*actors, *recipients)}.values())


def _fill(template: str, fields: dict[str, Sequence[Party]], language: str) -> str:
    def part(found: re.Match[str]) -> str:
        parties = fields[found[2]]
        opening = ": " if found[2] == "parties" and len(parties) == 1 else found[1]
        value = name_list(parties, language, bare=opening.endswith(": "))
        if value and opening.endswith(" ل") and not opening[:-2].strip():
            value = (
                "ل" + value[2:]
                if value.startswith("ال")
                else value
                if "\u0621" <= value[0] <= "\u064a"
                else "ـ" + value
            )
        return opening + value + found[3] if value else ""

    return _OPTIONAL.sub(part, template)
