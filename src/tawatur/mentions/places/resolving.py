"""Says which place a phrase means: a known one, one named before, or one that the article alone names."""

from collections import Counter
from functools import lru_cache

import msgspec

from tawatur.arabic.word import Text
from tawatur.mentions.places.choice import Countries, at_hand, choose, name_of
from tawatur.mentions.places.gazetteer import PlaceRecord, place, places, seats
from tawatur.mentions.places.hits import Hit
from tawatur.mentions.places.unknown import name_like

SMALL = (
    "airport",
    "area",
    "base",
    "camp",
    "city",
    "countryside",
    "district",
    "front",
    "governorate",
    "mountain",
    "part",
    "plain",
    "quarter",
    "region",
    "site",
    "town",
    "valley",
    "village",
)
RESUMES = {  # which kinds of place a resuming word may stand for; a word not listed resumes its own kind
    "area": SMALL,
    "city": ("city", "capital", "town"),
    "governorate": ("governorate",),
    "region": ("region", "governorate"),
    "town": ("town", "village", "city"),
    "village": ("village", "town"),
}
REACH = {"area": 4, "owned": 1}  # how many places back a resuming word may reach
FAR = 30
STRIP = "ps-gaza-strip"
NEW = 12  # words from the last known city to one that nobody knows and that "المدينة" means then
FOREIGN = 4  # so many times as often is the country named that "البلاد" means, not the one named last
CITIES = ("city", "capital")
VILLAGES = ("town", "village", "quarter")  # they share their names all over the world
KINGDOMS = ("sa", "jo", "bh", "ma")
WHOLE = ("city", "country", "governorate", "town", "village")  # "المدينة" after "شرقي المدينة" is not its east


class Meant(msgspec.Struct, frozen=True):
    """A place as one phrase names it: known (kb) or found, with its kind."""

    id: str
    kb: str | None
    name: dict[str, str]
    kind: str
    record: PlaceRecord | None = None


Told = tuple[Hit, Meant, str]


def resolve(
    text: Text,
    hit: Hit,
    countries: Countries,
    told: list[Told],
    *,
    after: frozenset[str] = frozenset(),
    kin: bool = False,
) -> Meant | None:
    """The place that a phrase means here, or None where nothing tells.

    `after`: the countries of the place that follows at once; `kin`: it goes on a list ("بلدتا قسطون والحويجة").
    """
    if hit.again:
        return _resumed(text, hit, told, countries.named)
    before = told[-1][1].record if told else None
    record = choose(text, hit, countries, before, after) if hit.kbs else None
    if record is not None and kin and record.kind in VILLAGES:
        others = frozenset((before.country,)) if before else countries.beside(name_of(text, hit)) | after
        if not at_hand(record, others, before) and (head := told[-1][0].typed) is not None:
            return _named_only(text, hit, head.kind)
    if record is None:
        introduces = hit.typed is not None and hit.typed.found and name_like(text.words[hit.name[0]])
        return None if hit.kbs and not introduces else found(text, hit)
    typed = hit.typed
    if typed is not None and typed.kind == "capital" and record.kind == "governorate":
        return _its_capital(hit, record, told)
    part = "" if hit.name[0] == hit.first and hit.part == "countryside" else hit.part
    if typed is not None and hit.name[0] > hit.first and record.kind not in (typed.kind, typed.part):
        part = part if part.startswith(typed.part) else typed.part
    return known(f"{record.kb}+{part}" if part else record.kb)


@lru_cache(maxsize=20_000)
def known(kb: str) -> Meant:
    """A place of the gazetteer, or a part of one."""
    record = place(kb)
    return Meant(kb, kb, record.name, record.kind, record)


def found(text: Text, hit: Hit) -> Meant | None:
    """A place that only the article names, of the kind that its place word says."""
    return _named_only(text, hit, hit.typed.kind) if hit.typed is not None else None


def _named_only(text: Text, hit: Hit, kind: str) -> Meant:
    words = text.words[hit.name[0] : hit.name[1]]
    skip = len(words[0].text) - len(hit.form.text) if hit.name[0] == hit.first else 0
    name = " ".join([words[0].text[max(0, skip) :], *(w.text for w in words[1:])])
    keys = [hit.form.text if hit.name[0] == hit.first else words[0].key, *(w.key for w in words[1:])]
    return Meant("found " + " ".join(keys), None, {"ar": name, "en": name}, kind)


def _its_capital(hit: Hit, governorate: PlaceRecord, told: list[Told]) -> Meant:
    """ "زنجبار عاصمة محافظة أبين" resumes the town before; else the city that the governorate is named after."""
    if told and hit.first - told[-1][0].last in (0, 1) and told[-1][1].kind in RESUMES["city"]:
        return told[-1][1]
    return known(seats().get(governorate.kb, governorate.kb))


def _resumed(text: Text, hit: Hit, told: list[Told], weights: Counter[str]) -> Meant | None:
    earlier = told[-REACH.get(hit.again, FAR) :]
    if hit.again == "owned":
        return _owned(text, hit, earlier)
    if hit.again == "strip":
        return known(f"{STRIP}+{hit.part}" if hit.part else STRIP) if _about_gaza(told, weights) else None
    if hit.again == "kingdom":
        named = max(KINGDOMS, key=lambda country: weights[country])
        return known(named) if weights[named] else None
    if hit.again == "governorate" and hit.part and hit.heads[-1].many and weights:
        land = max(sorted(weights), key=lambda c: weights[c])  # "المحافظات الجنوبية": those of the country
        return known(f"{land}+{hit.part}") if land in places() else None
    if hit.again == "country" and earlier and 0 <= hit.first - earlier[-1][0].last <= 1:
        beside = (earlier[-1][1].kb or "").partition("+")[0].partition("-")[0]  # "مأرب شرقي البلاد"
        if beside in places():
            return known(f"{beside}+{hit.part}" if hit.part else beside)
    if (meant := _named_before(hit, earlier)) is not None:
        if hit.again == "country" and (home := _at_home(meant, weights)):
            return known(f"{home}+{hit.part}" if hit.part else home)
        whole = (meant.kb or "").partition("+")[0]
        if whole and (hit.part or hit.again in WHOLE):
            return known(f"{whole}+{hit.part}" if hit.part else whole)
        return meant
    if hit.again == "country" and weights:
        land = max(sorted(weights), key=lambda c: weights[c])
        return known(f"{land}+{hit.part}" if hit.part else land) if land in places() else None
    return None


def _about_gaza(told: list[Told], weights: Counter[str]) -> bool:
    """Whether the strip was named before, or no country more often than Palestine."""
    named = any((meant.kb or "").partition("+")[0] == STRIP for _, meant, _ in told)
    home = max(sorted(weights), key=lambda country: weights[country]) if weights else ""
    return named or home == "ps"


def _at_home(meant: Meant, weights: Counter[str]) -> str | None:
    """The country that an article is about, where the last one named is only mentioned ("… من إيران … في البلاد")."""
    home = max(sorted(weights), key=lambda country: weights[country]) if weights else ""
    named = weights[(meant.kb or "").partition("+")[0]]
    return home if home in places() and weights[home] >= FOREIGN * max(named, 1) else None


def _named_before(hit: Hit, earlier: list[Told]) -> Meant | None:
    """The last place of a kind that the word may stand for; "المدينة" is a known city before an unknown one."""
    kinds = RESUMES.get(hit.again, (hit.again,))
    weak: Meant | None = None
    since = 0
    for before, meant, _ in reversed(earlier):
        kind = meant.kind if not (before.typed and before.typed.kind in kinds) else kinds[0]
        whole = place((meant.kb or "").partition("+")[0]).kind if meant.kb else ""
        kind = whole if hit.again == whole == "governorate" else kind  # "جبهة محافظة مأرب"
        if (other := _beyond(hit, before, meant)) is not None:
            return other
        if hit.again == "governorate" and whole == "country":
            continue  # "المحافظات الجنوبية" are not "المحافظة"
        between = (meant.kb or "").endswith(("+border", "+road"))
        if kind not in kinds or between or (meant.kb or "").startswith("x-") or not _same_noun(hit, before):
            continue
        if hit.again != "city" or _is_city(before, meant):
            return weak if weak is not None and not hit.part and since - before.last > NEW else meant
        if meant.kind not in ("governorate", "country"):
            weak = meant if weak is None or (meant.kb and not weak.kb) else weak
            called = before.typed is not None and before.typed.kind == "city" and not before.again
            since = before.first if called and weak is meant else since
    return weak


def _is_city(before: Hit, meant: Meant) -> bool:
    """Whether a place is a known city, or a known town that the article calls one; "مدينة الصالح" is a quarter."""
    kind = place(meant.kb.partition("+")[0]).kind if meant.kb else ""
    called = before.typed is not None and before.typed.kind == "city"
    return kind in CITIES or (called and kind in ("town", "village", "district"))


def _beyond(hit: Hit, before: Hit, meant: Meant) -> Meant | None:
    """The city that a governorate is named after, the governorate whose capital was named."""
    if hit.again == "city" and meant.kb in seats():
        return known(seats()[meant.kb])
    parent = meant.record.parent if meant.record else None
    if hit.again == "governorate" and before.typed and before.typed.kind == "capital" and parent:
        return known(parent) if place(parent).kind == "governorate" else None
    return None


def _same_noun(hit: Hit, before: Hit) -> bool:
    """Whether a building is resumed by its own noun: "المستشفى" is no mosque."""
    return hit.again != "site" or (before.typed is not None and before.typed.noun == hit.heads[-1].noun)


def _owned(text: Text, hit: Hit, earlier: list[Told]) -> Meant | None:
    """What belongs to the place named before in the sentence, if the pronoun agrees: "حلب وريفها"."""
    if not earlier or earlier[-1][0].first < text.sentence_of(hit.first).first:
        return None
    meant = earlier[-1][1]
    if not meant.kb or not hit.part or "+" in meant.kb:
        return meant
    return known(f"{meant.kb}+{hit.part}")
