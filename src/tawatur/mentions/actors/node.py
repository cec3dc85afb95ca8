"""A phrase as the grammar builds it, before it is an actor phrase."""

import msgspec

from tawatur.mentions.actors.adjectives import Quality
from tawatur.mentions.actors.heads import Head
from tawatur.model.phrases import ActorClass
from tawatur.model.span import Span

PEOPLE = "people_of_side"  # the rule of a side's adjective that stands for its people: "الروس"
NATIONALS = "nationals"  # the rule of some of a country's people: "15 فلسطينيا"


class Node(msgspec.Struct, kw_only=True):
    """Words `first` to `last` exclusive that name an actor; `start` is where its first word begins without clitics."""

    first: int
    last: int
    head: int
    start: int
    klass: ActorClass
    rule: str
    form: str = "name"
    gender: str = ""
    number: str = ""
    definite: bool = False
    actor: str | None = None  # a known actor
    noun: Head | None = None
    candidates: tuple[str, ...] = ()  # known actors that an unsure name may stand for
    fallback: "Node | None" = None  # how its words read when an unsure name stands for nobody
    resumes: bool = False  # stands only if the article named it before
    follows: tuple[int, str] | None = None  # the participle that ties it to its owner, and its English: "loyal to"
    against: "Node | None" = None  # whom it stands against: "فصائل معارضة للنظام"
    owner: "Node | None" = None  # whose it is: the side, the body, the person
    place: str | None = None  # the place it is of, by entity id
    place_words: Span | None = None  # where that place stands in the text
    person: "Node | None" = None  # the person named in apposition
    words: tuple[int, ...] = ()  # words of an unknown name
    topic: tuple[int, ...] = ()  # words of a topic genitive: وزير "الخارجية"
    qualities: list[Quality] = []
    loose: list[int] = []  # adjectives that no dictionary knows
    parts: list["Node"] = []  # every phrase inside it
    quantity: Span | None = None
    adjective: bool = False
    anonymous: bool = False
    colour: str | None = None
    enclitic: bool = False
    alike: bool = False  # an adjective that stands for the noun before it: "والأسدية" after "الطائرات الروسية"
    entity: str = ""
    span: Span | None = None  # where it stands in the text, without the clitics before it, once it is entered
    called: dict[str, str] | None = None  # the names of its actor, once it is entered

    def side(self) -> str | None:
        """The known actor that the words put it with: itself, or its owner's side."""
        if self.actor:
            return self.actor
        return self.owner.side() if self.owner else None
