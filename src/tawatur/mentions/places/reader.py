"""The one door of this room: from the words of a text to the places they name."""

import msgspec

from tawatur.arabic.letters import light_character
from tawatur.arabic.word import Text, Word
from tawatur.mentions.places.again import named_again
from tawatur.mentions.places.before_region import REGIONS, name_before
from tawatur.mentions.places.choice import name_of, only_country, weigh_countries
from tawatur.mentions.places.evidence import About, rule_of
from tawatur.mentions.places.gazetteer import LARGE, places
from tawatur.mentions.places.grammar import NO_WAY, Ways, read_at, ways_of
from tawatur.mentions.places.hits import Hit
from tawatur.mentions.places.resolving import Meant, Told, resolve
from tawatur.mentions.places.unknown import read_list_item
from tawatur.model.phrases import PlacePhrase
from tawatur.model.reading import Entity
from tawatur.model.span import Span

NOWHERE: frozenset[str] = frozenset()


class PlacesRead(msgspec.Struct, frozen=True):
    """The places of an article: entities with provisional ids, and the phrases that name them in order."""

    entities: tuple[Entity, ...]
    phrases: tuple[PlacePhrase, ...]


def read_places(text: Text) -> PlacesRead:
    """The places that the words name. Linear in the length of the text."""
    ways = ways_of(text)
    opening = [index for index, way in enumerate(ways) if way is not NO_WAY]
    hits = _scan(text, ways, opening)
    nations = [ways[index].nation for index in opening if ways[index].nation]
    called = [name_of(text, hit) for hit in hits]
    countries = weigh_countries(hits, called, nations)
    near = frozenset(countries.named)
    told_of = near or frozenset(countries.told)
    known: dict[str, Meant] = {}
    told: list[Told] = []
    seen = {
        name
        for hit, name in zip(hits, called, strict=True)
        if hit.heads and (typed := hit.typed) is not None and typed.kind not in ("site", "road")
    }
    for number, (hit, name) in enumerate(zip(hits, called, strict=True)):
        before = told[-1] if told else None
        listed = before is not None and _continues(text.words, before[0], hit)
        opened = before[0].typed if listed and before is not None else None
        kin = opened is not None and opened.many
        following = hits[number + 1] if number + 1 < len(hits) else None
        after = _countries_behind(hit, following) if following is not None else NOWHERE
        about = About(near=near, told=told_of, region=_region_of(hit, following, after))
        rule = rule_of(text, hit, listed=listed, kin=kin, seen=name in seen, about=about)
        named = resolve(text, hit, countries, told, after=after, kin=kin) if rule else None
        if rule is None or named is None:
            continue
        if rule.startswith("known_name"):
            seen.add(name)
        told.append((hit, known.setdefault(named.id, named), rule))
    return _assemble(text, named_again(text, told))


def _scan(text: Text, ways: list[Ways], opening: list[int]) -> list[Hit]:
    hits: list[Hit] = []
    words, opening, number = text.words, [*opening, len(text.words)], 0
    for sentence in text.sentences:
        at, reach = sentence.first, hits[-1].last + 1 if hits else -1
        while at < sentence.last:
            if at > reach:  # most words open nothing
                while opening[number] < at:
                    number += 1
                at = opening[number]
                if at >= sentence.last:
                    break
            hit = None if ways[at] is NO_WAY else read_at(words, at, sentence.last, ways[at])
            if hit is None and at <= reach and hits[-1].heads:
                hit = read_list_item(words, at, sentence.last, hits[-1])
            if hit is not None:
                if (before := name_before(text.words, hit, sentence.first)) and (
                    not hits or hits[-1].last <= before.first
                ):
                    hits.append(before)
                hits.append(hit)
                reach = hit.last + 1
            at = hit.last if hit is not None else at + 1
    return hits


def _countries_behind(hit: Hit, following: Hit) -> frozenset[str]:
    """The countries of the place that follows at once: "بلدة الطيبة بالغوطة", "قرية السلام في درعا"."""
    led = following.first - hit.last == 1 or (following.first == hit.last and not following.form.conjunction)
    country = only_country(following.kbs) if led else None
    return NOWHERE if country is None else frozenset((country,))


def _region_of(hit: Hit, following: Hit | None, after: frozenset[str]) -> frozenset[str]:
    """The countries of the region told behind a name, or of the town a list goes on with ("على الخيام وكفركلا")."""
    if following is None:
        return NOWHERE
    if following.first == hit.last and following.form.conjunction == "و" and not following.form.preposition:
        records = [places()[kb] for kb in following.kbs]
        towns = [r for r in records if r.alone == "sure" and r.locality]
        return frozenset(r.country for r in towns) if len(towns) == len(records) else NOWHERE
    return after if after and _is_region(following) else NOWHERE


def _is_region(hit: Hit) -> bool:
    """Whether a phrase tells in which region something lies: "بريف إدلب", "شرق حلب", no mere country."""
    told = bool(hit.heads or hit.part) or any(places()[kb].kind in REGIONS for kb in hit.kbs)
    return told and hit.form.preposition in ("", "ب")


def _continues(words: tuple[Word, ...], before: Hit, hit: Hit) -> bool:
    """Whether the phrase goes on with a list that the phrase before it began."""
    if hit.first == before.last:
        return hit.form.conjunction == "و" and not hit.form.preposition
    return hit.first == before.last + 1 and words[before.last].text in ("،", ",", "و", "أو", "-")


def _assemble(text: Text, told: list[Told]) -> PlacesRead:
    ids: dict[str, str] = {}
    spans: dict[str, list[Span]] = {}
    phrases = []
    for hit, named, rule in told:
        number = ids.setdefault(named.id, f"p{len(ids) + 1}")
        span = _span(text, hit)
        spans.setdefault(named.id, []).append(span)
        phrases.append(
            PlacePhrase(
                first=hit.first, last=hit.last, span=span, entity=number, locality=named.kind not in LARGE, rule=rule
            )
        )
    chosen = {named.id: named for _, named, _ in told}
    entities = tuple(_entity(ids[i], named, tuple(spans[i])) for i, named in chosen.items())
    return PlacesRead(entities, tuple(phrases))


def _entity(number: str, named: Meant, mentions: tuple[Span, ...]) -> Entity:
    geonames = named.record.geonames if named.record else None
    return Entity(
        id=number,
        kind="place",
        name=named.name,
        kb=f"place:{named.kb}" if named.kb else None,
        ids={"geonames": geonames} if geonames else {},
        mentions=mentions,
    )


def _span(text: Text, hit: Hit) -> Span:
    """The phrase without the clitics of its first word."""
    start, end = text.words[hit.first].span.start, text.words[hit.last - 1].span.end
    skip = len(hit.form.conjunction) + len(hit.form.preposition)
    if hit.form.text.startswith("ال") and not text.words[hit.first].key.endswith(hit.form.text):
        skip += 1  # "للرقة" hides the article's alef: what can be quoted is "رقة"
    while skip and start < end:
        skip -= len(light_character(text.original[start]))
        start += 1
    return Span(start, end)
