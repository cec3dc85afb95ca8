"""Neutral titles from an event's fields, never from an outlet's words."""

import re
from collections.abc import Sequence

from tawatur.arabic.letters import key
from tawatur.events.headlines.dates import date_words
from tawatur.events.headlines.templates import templates
from tawatur.mentions.actors.heads import heads
from tawatur.model.case import Name, Party
from tawatur.model.reading import Modality, ReportKind

_OPTIONAL = re.compile(r"\[([^\[\]]*)\{(\w+)\}([^\[\]]*)\]")
_MOST = 3  # names in a row
_NISBA = 5  # letters from which "-iyun" makes a people of a land, and no name ("ليون")


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
    known = templates().events if kind == "event" else templates().ties
    chosen = templates().extensions.get(extension or "") or known.get(type_, {"ar": type_, "en": type_})
    title: Name = {}
    for language in ("ar", "en"):
        template = chosen[language]
        fields = {
            "actors": name_list(actors, language),
            "recipients": name_list(recipients, language),
            "parties": name_list(_pool(actors, recipients), language),
        }
        tail = [name_list(places[:1], language), date_words(edtf, language) if kind == "event" else ""]
        words = [_fill(template, fields), *filter(None, tail)]
        title[language] = templates().modality[modality][language] + {"ar": "، ", "en": ", "}[language].join(words)
    return title


def name_list(parties: Sequence[Party], language: str) -> str:
    """Up to three names in a row, "and others" after them."""
    names = [name_in(party, language) for party in parties]
    shown = names[:_MOST]
    if language == "ar":
        return " و".join(map(oblique, shown)) + (" وغيرهم" if len(names) > _MOST else "")
    if len(names) > _MOST:
        return ", ".join(shown) + " and others"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def name_in(party: Party, language: str) -> str:
    """The party's name in a language, or in the other where it has none."""
    return party.name.get(language) or next(iter(party.name.values()), "")


def oblique(name: str) -> str:
    """An Arabic name as it stands behind a preposition: "مقاتلين أكراد", "جنود روسيين"; other names as they are."""
    first, *rest = name.split(" ")
    if rest and (first == "ذوو" or (first.endswith("و") and _people(first + "ن"))):
        return " ".join((first[:-1] + "ي", *rest))
    if _people(first):
        return " ".join(word[:-2] + "ين" if word.endswith("ون") and _people(word) else word for word in (first, *rest))
    return name


def _people(word: str) -> bool:
    """Whether a word in "-un" is a plural of people, and no name ("هارون"): a noun of people, or of a people."""
    noun = heads().get(key(word))
    return (noun is not None and noun.shape.number == "p") or (word.endswith("يون") and len(word) > _NISBA)


def _pool(actors: Sequence[Party], recipients: Sequence[Party]) -> list[Party]:
    return list({party.id: party for party in (*actors, *recipients)}.values())


def _fill(template: str, fields: dict[str, str]) -> str:
    def part(found: re.Match[str]) -> str:
        value = fields[found[2]]
        if not value:
            return ""
        single = found[2] == "parties" and not re.search(r" و| and ", value)
        return (": " if single else found[1]) + value + found[3]

    return _OPTIONAL.sub(part, template)
