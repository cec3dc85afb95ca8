"""The one door of this room: everything that an article's words name."""

from operator import itemgetter

from tawatur.arabic.word import Text
from tawatur.mentions.actors.reader import ActorsRead, read_actors
from tawatur.mentions.figures.reader import read_figures
from tawatur.mentions.places.reader import PlacesRead, read_places
from tawatur.mentions.times.published import read_published
from tawatur.mentions.times.reader import read_times
from tawatur.model.article import Article
from tawatur.model.phrases import Named, PlacePhrase
from tawatur.model.reading import Entity
from tawatur.model.span import Span

Numbers = dict[str, str]  # the number of an entity by its provisional id


def read_mentions(text: Text, article: Article) -> Named:
    """Actors, places, times and figures of a text, and when the article was published."""
    places = read_places(text)
    actors = read_actors(text, article, places)
    standing = _outside_names(places.phrases, actors.names)
    entities, of_actors, of_places = _numbered(actors, places, standing)
    published = read_published(text, article)
    return Named(
        entities=entities,
        actors=actors.numbered(of_actors),
        places=tuple([_numbered_place(place, of_places[place.entity]) for place in standing]),
        times=read_times(text, published),
        figures=read_figures(text),
        published=published,
        issues=actors.issues,
    )


def _outside_names(places: tuple[PlacePhrase, ...], names: tuple[tuple[int, int], ...]) -> tuple[PlacePhrase, ...]:
    """The places that are no part of a proper name: "القدس" in "لواء القدس" is none."""
    taken = {word for first, last in names for word in range(first, last)}
    return tuple(place for place in places if not taken.issuperset(range(place.first, place.last)))


def _numbered(
    actors: ActorsRead, places: PlacesRead, standing: tuple[PlacePhrase, ...]
) -> tuple[tuple[Entity, ...], Numbers, Numbers]:
    """All entities, numbered e1, e2, … by first mention, an actor first; and the numbers of actors and of places."""
    spans: dict[str, list[Span]] = {}
    for place in standing:
        spans.setdefault(place.entity, []).append(place.span)
    of_actors: Numbers = {}
    of_places: Numbers = {}
    told = [(e.mentions[0], e, e.mentions, of_actors) for e in actors.entities]
    for e in places.entities:
        if e.id in spans:
            mentions = tuple(sorted(spans[e.id]))
            told.append((mentions[0], e, mentions, of_places))
    told.sort(key=itemgetter(0))
    found: list[Entity] = []
    for _, entity, mentions, numbers in told:
        number = numbers[entity.id] = f"e{len(found) + 1}"
        found.append(_numbered_entity(entity, number, mentions))
    return tuple(found), of_actors, of_places


def _numbered_entity(entity: Entity, number: str, mentions: tuple[Span, ...]) -> Entity:
    return Entity(
        id=number,
        kind=entity.kind,
        name=entity.name,
        kb=entity.kb,
        ids=entity.ids,
        mentions=mentions,
        affiliation=entity.affiliation,
        anonymous=entity.anonymous,
    )


def _numbered_place(place: PlacePhrase, number: str) -> PlacePhrase:
    return PlacePhrase(
        first=place.first,
        last=place.last,
        span=place.span,
        entity=number,
        locality=place.locality,
        rule=place.rule,
    )
