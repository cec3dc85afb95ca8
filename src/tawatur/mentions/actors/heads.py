"""The nouns that head actor phrases, found by any of their forms."""

from functools import cache

import msgspec

from tawatur.errors import KnowledgeError
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.actors.forms import Gender, Shape, noun_forms
from tawatur.model.phrases import ActorClass

SORTS = frozenset({"person", "people", "body", "unit", "weapon", "side", "source"})
FLAGS = frozenset(
    {
        "title",
        "named",
        "institution",
        "needs",
        "counted",
        "weak",
        "adjlike",
        "bare",
        "hostile",
        "honouring",
        "lends",
        "only",
        "article",
        "quoted",
        "fielded",
        "possessed",
    }
)


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A head noun: its lemma, what kind of thing it names, its English singular and plural."""

    head: str
    plural: tuple[str, ...] = ()
    gender: Gender
    klass: ActorClass
    sort: str
    en: tuple[str, str]
    flags: frozenset[str] = frozenset()

    @property
    def human(self) -> bool:
        """Whether its plural agrees as people do."""
        return self.sort in ("person", "people")


class HeadForm(msgspec.Struct, frozen=True, gc=False):
    """A head in one of its forms."""

    head: Head
    shape: Shape


@cache
def heads() -> dict[str, HeadForm]:
    """Every form of every head, by key without article. The first entry of a form wins. Raises KnowledgeError."""
    index: dict[str, HeadForm] = {}
    late: list[tuple[str, HeadForm]] = []
    for raw in load_yaml("tawatur.mentions.actors", "heads.yml")["heads"]:
        head = _head(raw)
        for form, shape in noun_forms(head.head, head.plural, head.gender, head.human):
            entry = HeadForm(head, shape)
            if shape.number == "d" or shape.accusative or shape.state == "construct":
                late.append((form, entry))  # rarer readings never shadow a citation form
            else:
                index.setdefault(form, entry)
    for form, entry in late:
        index.setdefault(form, entry)
    return index


def _head(raw: dict[str, object]) -> Head:
    try:
        head = msgspec.convert(raw, Head)
    except msgspec.ValidationError as error:
        raise KnowledgeError(f"heads.yml: {raw.get('head')}: {error}") from error
    if head.sort not in SORTS or head.flags - FLAGS:
        raise KnowledgeError(f"heads.yml: {head.head}: unknown sort {head.sort} or flag {sorted(head.flags - FLAGS)}")
    return head
