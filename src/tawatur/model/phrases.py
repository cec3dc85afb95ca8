"""What the room of mentions hands to the rooms of reports and chains: phrases over words, with grammar attached.

Word ranges are half-open indexes into `Text.words`. All tuples are sorted by (first, -last). A phrase is maximal
("جنوداً من الجيش الروسي" is one); the names inside it come as phrases of their own with `inside` set to the index of
the outer phrase in `Named.actors`.
"""

from typing import Literal

import msgspec

from tawatur.model.article import Published
from tawatur.model.reading import Entity, Issue
from tawatur.model.span import Span

ActorClass = Literal[
    "state",  # states, governments, capitals and nationalities that stand for them
    "office",  # ministries, presidencies, courts, spokespeople
    "armed",  # armies, militias, units, officers, fighters
    "weapon",  # aircraft, artillery, drones that stand for those who use them ("الطائرات الروسية")
    "political",  # parties, coalitions, oppositions, delegations
    "person",  # a named person
    "civilians",  # residents, children, demonstrators, refugees, journalists as victims
    "media",  # outlets, agencies, monitors, accounts
    "source",  # those who are only there to speak: "مصادر", "شهود", "مراقبون", "ناشطون"
    "organisation",  # international bodies, charities, companies, universities
    "group",  # other people
]


class ActorPhrase(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase that names an actor. `head` is the word that governs agreement ("ضباط" in "كبار الضباط الروس")."""

    first: int
    last: int
    head: int
    span: Span
    entity: str
    klass: ActorClass
    form: str = "name"  # name | role | title | nationality | anaphor | loaded
    gender: str = ""  # m | f | ""
    number: str = ""  # s | d | p | ""
    definite: bool = False
    adjective: bool = False  # a nationality adjective on another noun ("اللقاء الروسي"): a party, never a subject
    anonymous: bool = False
    colour: str | None = None
    quantity: Span | None = None  # the number inside it ("15 مسلحا")
    inside: int | None = None
    rule: str = ""


class PlacePhrase(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase that names a place; `locality` tells a town or quarter from a country or region."""

    first: int
    last: int
    span: Span
    entity: str
    locality: bool
    rule: str = ""


class TimePhrase(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase that names a time; `repeats` marks habits ("يوميا"), which date nothing."""

    first: int
    last: int
    span: Span
    edtf: str | None
    anchor: str
    rule: str
    repeats: bool = False


class FigurePhrase(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts. `unit` is an English word ("killed", "USD"); `noun` the Arabic noun counted."""

    first: int
    last: int
    span: Span
    value: float | int | None = None
    min: float | int | None = None
    max: float | int | None = None
    unit: str | None = None
    noun: str | None = None
    rule: str = ""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Everything an article's words name."""

    entities: tuple[Entity, ...]
    actors: tuple[ActorPhrase, ...]
    places: tuple[PlacePhrase, ...]
    times: tuple[TimePhrase, ...]
    figures: tuple[FigurePhrase, ...]
    published: Published
    issues: tuple[Issue, ...] = ()
