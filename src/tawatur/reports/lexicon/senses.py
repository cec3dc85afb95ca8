"""The senses of the lexicon by lemma, verbal noun and phrase: what a word of a text may tell."""

from functools import cache, lru_cache
from typing import Literal

import msgspec

from tawatur.arabic.kept import by_form
from tawatur.arabic.letters import key as full_key
from tawatur.arabic.word import Analysis, Word
from tawatur.knowledge.lexicon.entries import LOSSES, Entry, Masdar, entries
from tawatur.reports.lexicon.collocates import folded

key = lru_cache(maxsize=50_000)(full_key)  # the same lemmas are asked for at every word
SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "AGREE", "THREATEN"})
Shape = Literal["verb", "masdar", "noun", "active", "passive", "phrase"]


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the lexicon in the shape in which a word shows it."""

    entry: Entry
    shape: Shape
    masdar: Masdar | None = None
    ambiguous: bool = False  # the form may be another verb that tells nothing ("يعد" of "عد" and "وعد")

    @property
    def genitive(self) -> str:
        """Whose act the genitive of the noun is: agent, patient, either, none."""
        return self.masdar.genitive if self.masdar is not None else self.entry.genitive

    @property
    def weak(self) -> bool:
        """Whether it needs more than one role to be believed."""
        return self.ambiguous or self.entry.tier == "weak" or (self.masdar is not None and self.masdar.weak)


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """Senses by key: of verbs by lemma, of nouns by lemma, of phrases by first word."""

    verbs: dict[str, tuple[Entry, ...]]
    turns: dict[str, tuple[Entry, ...]]  # of verbs only where they refuse, announce or vow ("لن نقبل")
    nouns: dict[str, tuple[Entry, ...]]
    phrases: dict[str, tuple[Entry, ...]]
    lemmas: frozenset[str]  # of all verbs and nouns
    openers: frozenset[str]  # these and the first words of phrases
    lights: dict[str, tuple[Entry, ...]]  # light, control and aspect verbs by lemma
    speech: frozenset[str]  # verbs that report words


def _grouped(chosen: list[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """By key; what is locked by collocates stands first, the wide senses last."""
    groups: dict[str, list[Entry]] = {}
    for name, entry in chosen:
        groups.setdefault(name, []).append(entry)
    return {name: tuple(sorted(group, key=lambda e: not e.with_)) for name, group in groups.items()}


@cache
def index() -> Index:
    """The whole lexicon, indexed once. Raises KnowledgeError."""
    told = [e for e in entries() if e.kind in ("act", "tie")]
    return Index(
        verbs=_grouped([(key(e.lemma), e) for e in told if e.pos == "verb" and not e.turn]),
        turns=_grouped([(key(e.lemma), e) for e in told if e.pos == "verb" and e.turn]),
        nouns=_grouped([(key(e.lemma), e) for e in told if e.pos == "noun"]),
        lemmas=frozenset(key(e.lemma) for e in told if e.pos != "phrase"),
        openers=frozenset(key(e.phrase[0] if e.pos == "phrase" else e.lemma) for e in told),
        phrases=_grouped([(key(e.phrase[0]), e) for e in told if e.pos == "phrase"]),
        speech=frozenset(key(e.lemma) for e in entries() if e.kind == "speech" and e.pos == "verb"),
        lights=_grouped([(key(e.lemma), e) for e in entries() if e.kind in ("light", "control", "aspect")]),
    )


@by_form
def accuses(word: Word) -> bool:
    """Whether a verb or "متهما" says of someone what he did; that of a court or inquiry does not ("قضى بـ")."""
    known = index().verbs
    told = (a.verb or a.lemma for a in word.analyses if a.pos == "verb" or a.derived == "active")
    found = [e for lemma in told for e in known.get(key(lemma), ())]
    carries = any(key(a.lemma) in index().lights for a in word.analyses if a.pos == "verb")
    if carries or any(e.type == "ASSAULT" and e.kind == "act" for e in found):
        return False  # "هاجم الجيش البلدة بمساندة", "شنت القوات بدعم من الطيران هجوما"
    return any(e.type == "ACCUSE" and (e.extension != "investigate" or not e.with_) for e in found)


@by_form
def accusing_words(word: Word) -> frozenset[str]:
    """The nouns with one of which alone a verb accuses ("وجه الاتهام"); none where it accuses by itself."""
    known = index().verbs
    told = [e for a in word.analyses if a.pos == "verb" for e in known.get(key(a.lemma), ()) if e.type == "ACCUSE"]
    told = [e for e in told if e.extension != "investigate" or not e.with_]
    if any(not e.with_ for e in told):
        return frozenset()
    return frozenset().union(*(folded(e.with_) for e in told))


@by_form
def suffered(word: Word) -> bool:
    """Whether a verb without object has the one it is done to as its subject ("قتل قائد", "استشهد", "لقي")."""
    known = index().verbs
    found = [e for a in word.analyses if a.pos == "verb" for e in known.get(key(a.lemma), ()) if e.kind == "act"]
    return any(e.extension in LOSSES or e.roles.get("subject") == "recipient" for e in found)


@by_form
def bears(word: Word) -> bool:
    """Whether a verb tells of its subject what befell it ("لقي مصرعه")."""
    found = [e for a in word.analyses if a.pos == "verb" for e in index().verbs.get(key(a.lemma), ())]
    return any(e.roles.get("subject") == "recipient" for e in found)


@by_form
def deeds_of(word: Word) -> tuple[Entry, ...]:
    """The acts that a word tells as a noun."""
    return tuple(sense.entry for sense in _as_noun(word))


@by_form
def speaks(word: Word) -> bool:
    """Whether a verb or participle is one of saying ("قال", "مؤكدا", "متعهدا")."""
    known = index()
    lemmas = [key(a.verb or a.lemma) for a in word.analyses if a.pos == "verb" or a.derived == "active"]
    told = any(e.speech or e.type in SAID for x in lemmas for e in known.verbs.get(x, ()))
    return told or any(x in known.speech for x in lemmas)


@by_form
def governs_ba(word: Word) -> bool:
    """Whether a verb takes its own complement with "ب" ("ندد بـ", "أشاد بـ", "اتهم بـ"): no means then."""
    known = index()
    lemmas = [key(a.lemma) for a in word.analyses if a.pos == "verb"]
    return any(x in known.speech for x in lemmas) or any(
        e.speech and not (e.with_ and x in known.lights) for x in lemmas for e in known.verbs.get(x, ())
    )


def senses_of(word: Word, *, as_verb: bool) -> tuple[Sense, ...]:
    """The senses that a word opens as verb or as noun; own noun entries stand before verbal nouns of verbs."""
    if not word.analyses:
        return ()
    return _as_verb(word) if as_verb else _as_noun(word)


@by_form
def _as_verb(word: Word) -> tuple[Sense, ...]:
    return tuple(_senses(word, True))


@by_form
def _as_noun(word: Word) -> tuple[Sense, ...]:
    return tuple(_senses(word, False))


def _senses(word: Word, as_verb: bool) -> list[Sense]:
    found: list[Sense] = []
    known = index()
    if as_verb and not any(key(a.lemma) in known.lemmas for a in word.analyses if a.pos == "verb"):
        return found
    third = any(a.person == "3" for a in word.analyses)
    named = any(a.pos != "verb" for a in word.analyses)  # "نجل" is a son
    barred = ("1", "2") if third else ("2",)  # "نفت" is hardly "that we give a fatwa"
    lemmas = {key(a.lemma) for a in word.analyses if a.pos == "verb" and a.person not in barred}
    doubtful = as_verb and any(x not in known.verbs for x in lemmas)
    for analysis in word.analyses:
        if word.stem.startswith("آ") and not analysis.lemma.startswith("آ") and analysis.pos == "verb":
            continue  # "آمد" is no "أمد"
        if analysis.person in ("1", "2") and (third or named or analysis.person == "2"):
            continue
        if analysis.pos == "verb" and as_verb:
            verbs = (*known.turns.get(key(analysis.lemma), ()), *known.verbs.get(key(analysis.lemma), ()))
            found += [Sense(entry=e, shape="verb", ambiguous=doubtful) for e in verbs if e.verb == "yes"]
        elif analysis.pos != "verb" and not as_verb:
            own = _of_nominal(analysis)
            found += [s for s in own if not (word.stem.startswith("أ") and s.entry.lemma.startswith("آ"))]
    first_kind = ""
    if as_verb:
        found = _by_tense(word, found)
        first_kind = found[0].entry.kind if found else ""
    unique: dict[tuple[int, str], Sense] = {}
    for sense in found:
        unique.setdefault((id(sense.entry), sense.shape), sense)
    if len(unique) < 2:
        return list(unique.values())
    return sorted(
        unique.values(),
        key=lambda s: (
            as_verb and s.entry.kind != first_kind,
            not s.entry.turn,
            not s.entry.with_,
            s.shape != "noun",
        ),
    )


def _by_tense(word: Word, found: list[Sense]) -> list[Sense]:
    """An imperfect tells a standing tie before an act ("تدرب"), any other form an act and no tie, where both exist.

    A tie told backwards stays for a verb with an object pronoun: "الفيلق الذي شكلته روسيا" says who formed it.
    """
    acts = [s for s in found if s.entry.kind == "act"]
    ties = [s for s in found if s.entry.kind == "tie"]
    standing = [s for s in ties if not word.future and always_present(word, s.entry)]
    if standing:
        return [*standing, *acts]
    turned = [s for s in ties if word.enclitic and s.entry.roles.get("subject") == "recipient"]
    named = [s for s in ties if s.entry.type == "designates_terrorist"]  # "عدت الحركة إرهابية", "عدت القصف جريمة"
    return [*turned, *acts, *named] if acts else ties


def always_present(word: Word, entry: Entry) -> bool:
    """Whether every reading of a word as this verb is imperfect."""
    tenses = [a.tense for a in word.analyses if a.pos == "verb" and key(a.lemma) == key(entry.lemma)]
    return bool(tenses) and all(tense == "present" for tense in tenses)


def _of_nominal(analysis: Analysis) -> list[Sense]:
    known = index()
    of_verb = analysis.derived in ("active", "passive") and analysis.lemma == analysis.verb
    own = known.nouns.get(key(analysis.lemma), ())
    found = [Sense(entry=e, shape="noun") for e in own if not (of_verb and e.speech)]  # "المطلوبين" ask for nothing
    if analysis.derived == "masdar":
        for entry in known.verbs.get(key(analysis.verb), ()):
            for masdar in entry.masdar:
                if key(masdar.noun) == key(analysis.lemma) and not masdar.form_only:
                    found.append(Sense(entry=entry, shape="masdar", masdar=masdar))
    elif analysis.derived in ("active", "passive"):
        shape: Shape = "active" if analysis.derived == "active" else "passive"
        found += [Sense(entry=e, shape=shape) for e in known.verbs.get(key(analysis.verb), ()) if e.participle == "yes"]
    return found


def lights_of(word: Word, *, as_verb: bool) -> tuple[tuple[Entry, str], ...]:
    """The light, control and aspect entries that a word shows, with its shape (verb, masdar or participle)."""
    if not word.analyses:
        return ()
    return _lights_as_verb(word) if as_verb else _lights_as_noun(word)


@by_form
def _lights_as_verb(word: Word) -> tuple[tuple[Entry, str], ...]:
    return tuple(_lights(word, as_verb=True))


@by_form
def _lights_as_noun(word: Word) -> tuple[tuple[Entry, str], ...]:
    return tuple(_lights(word, as_verb=False))


def _lights(word: Word, *, as_verb: bool) -> list[tuple[Entry, str]]:
    known, found = index().lights, list[tuple[Entry, str]]()
    closed = "ال" in word.prefixes
    for analysis in word.analyses:
        if analysis.pos == "verb" and as_verb:
            if analysis.person == "1" and word.analyses[0].person == "3":
                continue  # "أكد" is no "I was about to" ("كاد")
            found += [(e, "verb") for e in known.get(key(analysis.lemma), ())]
        elif analysis.pos != "verb" and not as_verb:
            lemma = analysis.verb or analysis.lemma  # "محاولة" of "حاول", or a noun of its own ("هدف")
            shape = analysis.derived or "noun"
            found += [
                (e, shape)
                for e in known.get(key(lemma), ())
                if not (closed and shape == "masdar") or _carries(e, analysis)
            ]
    return found


def _carries(entry: Entry, analysis: Analysis) -> bool:
    """Whether a verbal noun with the article carries events: "المبادرة السعودية" is no setting about something."""
    return not any(m.form_only and key(m.noun) == key(analysis.lemma) for m in entry.masdar)
