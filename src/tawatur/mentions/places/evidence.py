"""Judges whether a possible place phrase names a place here, by what stands before it and elsewhere in the article."""

from functools import cache
from typing import Any

import msgspec

from tawatur.arabic.letters import key
from tawatur.arabic.word import Text, Word
from tawatur.knowledge.files import load_yaml
from tawatur.mentions.places.choice import least_needed
from tawatur.mentions.places.gazetteer import LARGE_CITY, WARS, places
from tawatur.mentions.places.heads import heads
from tawatur.mentions.places.hits import QUOTES, Hit

Words = tuple[Word, ...]


TANWIN = "\u064b"
LOCATING = frozenset({"قرب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي"})  # what follows is a place
GREATEST = frozenset({"اكبر", "كبري", "اهم", "ابرز", "اقدم"})  # "عدن، ثاني أكبر مدن البلاد" is one of them
PLURALS = frozenset({"مدن", "قري", "بلدات", "مناطق", "محافظات", "موانيء", "مخيمات"})
CALLED = frozenset({"سميت", "سمي", "اسماها", "اسموها", "اسم", "مسمي"})
GROUPS = frozenset({"القاعده"})  # "في القاعدة بمحافظة أبين": its members
LABELS = frozenset({":", "..", "...", "…", "|"})  # behind a place that labels a headline


class Guards:
    """Words beside which a place's name is the name of something else, by light form."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.naming = frozenset(raw["naming"])
        self.people = frozenset((*raw["titles"], *raw["given"]))
        self.adjectives = frozenset(map(key, raw["adjectives"]))
        self.described = frozenset(raw["described"])
        self.definite_adjectives = frozenset(map(key, raw["definite_adjectives"]))
        self.prepositions = frozenset(raw["prepositions"])
        self.followed = {key(name): frozenset(map(key, words)) for name, words in raw["followed"].items()}


@cache
def guards() -> Guards:
    """The guards of guards.yml; read once."""
    return Guards(load_yaml("tawatur.mentions.places", "guards.yml"))


class About(msgspec.Struct, frozen=True):
    """The countries that an article is about.

    `near`: those of its other places; `told`: where it names none, those of its adjectives of nations; `region`: that
    of the region told right behind the phrase.
    """

    near: frozenset[str]
    told: frozenset[str]
    region: frozenset[str]


def rule_of(text: Text, hit: Hit, *, listed: bool, kin: bool, seen: bool, about: About) -> str | None:
    """The rule by which the phrase is a place, or None.

    `listed`: it continues a list of places; `kin`: one that a plural place word opened ("بلدتي نبل والزهراء").
    `seen`: the article names it beyond doubt. `about`: the countries that the article is about.
    """
    near = about.near
    if hit.form.text in PLURALS and hit.first and text.words[hit.first - 1].key in GREATEST:
        return None
    if hit.again:
        return "place_resumed"
    if hit.heads and hit.typed is not None:
        if not hit.kbs and hit.name[0] == hit.first:
            return "unknown_name_before_region"
        return "name_after_place_word" if hit.kbs else "unknown_name_after_place_word"
    words = text.words
    if _guarded(words, hit):
        return None
    one = hit.name[1] == hit.name[0] + 1
    if one and not (seen and _plain(hit, words)) and not _spelled(text, text.words[hit.name[0]], hit):
        return None
    strength = _strength(hit)
    preposed = _preposed(words, hit)
    if strength == "sure" and not (hit.heads or hit.part):
        return "known_name_after_preposition" if preposed else "known_name"
    if strength == "head":
        if (preposed or listed) and _lies_in(hit, about.region):
            return "name_before_its_region"
        return "name_seen_before" if seen and preposed else "name_in_list" if kin else None
    if hit.heads or hit.part:
        led = bool(hit.part) and not near and any(places()[kb].country in WARS for kb in hit.kbs)  # "شرقي الخليل"
        backed = strength == "sure" or seen or led or any(_supported(kb, near) for kb in hit.kbs)
        return "part_of_place" if backed else None
    if seen:
        return "name_seen_before"
    if listed and (not near or any(places()[kb].country in near for kb in hit.kbs)):
        return "name_in_list"
    if hit.first and words[hit.first - 1].key in LOCATING and not near:
        return "name_after_preposition" if any(places()[kb].country in WARS for kb in hit.kbs) else None
    return "name_after_preposition" if preposed and any(_supported(kb, about.told) for kb in hit.kbs) else None


def _lies_in(hit: Hit, region: frozenset[str]) -> bool:
    """ "في عتق بمحافظة شبوة", "على الباب شرق حلب": the region behind tells that a common word is a town here."""
    return hit.form.text not in GROUPS and any(places()[kb].country in region for kb in hit.kbs)


def _strength(hit: Hit) -> str:
    """The least that one of the places of this name needs: "sure", "context" or "head"."""
    least = least_needed(hit.kbs)
    if least == "head" and hit.kbs and hit.name[1] - hit.name[0] > 1 and all(_is_short(kb) for kb in hit.kbs):
        return "sure"  # "بحري" is naval, "الخرطوم بحري" a city
    return least


def _is_short(kb: str) -> bool:
    """Whether a place of the wars also bears a name of one word, for which alone it needs a place word."""
    return places()[kb].country in WARS and any(" " not in name for name in places()[kb].names)


def _spelled(text: Text, word: Word, hit: Hit) -> bool:
    """Whether a short name is written as its own: "آب" is August, "إب" a town; "سوريًا" is an adverb."""
    if text.ornate and TANWIN in word.span.of(text.original):
        return False
    length = len(hit.form.text) if word.index == hit.first else len(word.key)
    own = word.text[len(word.text) - length :]
    if word.enclitic and own.endswith("ه"):
        return any(name.endswith(own) for kb in hit.kbs for name in places()[kb].names)  # "بريده": his mail
    if length > 4:
        return True
    return any(_same_hamza(own, name) for kb in hit.kbs for name in places()[kb].names if len(name) == len(own))


def _plain(hit: Hit, words: Words) -> bool:
    """Whether a name is written without any hamza ("اب"), as where the article names it beyond doubt; never "آب"."""
    return hit.form.text == words[hit.name[0]].text[-len(hit.form.text) :]


def _same_hamza(text: str, name: str) -> bool:
    strict = len(text) <= 3
    return all(
        a == b or (key(a) == key(b) and (at + 1 == len(text) or (at == 0 and not strict)))
        for at, (a, b) in enumerate(zip(text, name, strict=True))
    )


def _supported(kb: str, near: frozenset[str]) -> bool:
    """Whether the article is about its country, or the place is large enough to need no neighbours."""
    record = places()[kb]
    return record.alone == "context" and (record.country in near or record.population >= LARGE_CITY)


def _guarded(words: Words, hit: Hit) -> bool:
    known, text = guards(), hit.form.text
    if text in known.followed and hit.last < len(words) and words[hit.last].key in known.followed[text]:
        return True  # "حماة الوطن", "لحج بيت الله"
    if hit.name[0] > hit.first and (text in heads().edges or text in heads().quarters):
        return False  # "قصف الجيش الأحياء الشرقية من حلب"
    at = hit.first - 1
    if at >= 0 and words[at].text in QUOTES:
        at -= 1
    if _called_so(words, at):
        return True
    if at < 0 or hit.form.preposition or hit.form.conjunction:
        return False
    before = words[at]
    if at < hit.first - 1 and before.text == "ل":
        return True  # "قال لـ«الشرق الأوسط»": a newspaper
    if text in known.definite_adjectives and "ال" in before.prefixes:
        return True  # "المدفعية السعودية"
    if text in known.adjectives and (before.key.endswith(("ه", "ات")) or before.text in known.described):
        return True  # "قوات سورية": an adjective
    if before.text in known.naming or before.stem in known.naming:
        return True
    if any(places()[kb].kind == "country" for kb in hit.kbs):
        return False  # "زار الرئيس تركيا"
    servant = at > 0 and words[at - 1].stem_key == "عبد"  # "عبد الرب الشدادي"
    return servant or before.text in known.people or (bool(before.conjunction) and before.stem in known.people)


def _called_so(words: Words, at: int) -> bool:
    """ "المعركة التي سميت بعملية النهروان": the name of an operation, not where it is."""
    return at > 0 and words[at].stem_key == "عمليه" and any(w.stem_key in CALLED for w in words[max(0, at - 3) : at])


def _preposed(words: Words, hit: Hit) -> bool:
    before = words[hit.first - 1].text if hit.first else ""
    known = guards().prepositions
    return hit.form.preposition in ("ب", "ل") or before in known or before[1:] in known or _labels(words, hit)


def _labels(words: Words, hit: Hit) -> bool:
    """Whether a name opens an article's headline as its label: "ذمار.. مقتل قيادي"."""
    return hit.first == 0 and hit.last < len(words) and words[hit.last].text in LABELS
