"""The one door of this room: everything that an article's words name."""

import msgspec

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

FROM_ACTORS, FROM_PLACES = "a", "p"


def read_mentions(text: Text, article: Article) -> Named:
    """Actors, places, times and figures of a text, and when the article was published."""
    places = read_places(text)
    actors = read_actors(text, article, places)
    standing = _outside_names(places.phrases, actors.names)
    entities, numbers = _numbered(actors, places, standing)
    published = read_published(text, article)
    return Named(
        entities=entities,
        actors=actors.numbered({e.id: numbers[FROM_ACTORS + e.id] for e in actors.entities}),
        places=tuple([msgspec.structs.replace(p, entity=numbers[FROM_PLACES + p.entity]) for p in standing]),
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
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """All entities, numbered e1, e2, … by first mention, and the number of each provisional id."""
    named: dict[str, list[Span]] = {}
    for place in standing:
        named.setdefault(place.entity, []).append(place.span)
    told = [(FROM_ACTORS, e) for e in actors.entities] + [(FROM_PLACES, e) for e in places.entities if e.id in named]
    spans = {FROM_PLACES + e: tuple(sorted(held)) for e, held in named.items()}
    told.sort(key=lambda pair: (spans.get(pair[0] + pair[1].id, pair[1].mentions)[0], pair[0]))
    numbers = {source + entity.id: f"e{number}" for number, (source, entity) in enumerate(told, 1)}
    found = tuple(
        _entity(entity, numbers[source + entity.id], spans.get(source + entity.id, entity.mentions))
        for source, entity in told
    )
    return found, numbers


def _entity(entity: Entity, number: str, mentions: tuple[object, ...]) -> Entity:
    return msgspec.structs.replace(entity, id=number, mentions=mentions)
