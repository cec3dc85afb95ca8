"""The one door of this room: from an article's text to words, sentences and quotations."""

from collections.abc import Iterable, Sequence
from itertools import compress, count, starmap
from operator import add, attrgetter, sub
from typing import cast

from tawatur.arabic.homographs import heard_together, settled
from tawatur.arabic.known import Known, known_form
from tawatur.arabic.letters import fold
from tawatur.arabic.quotations import quotations
from tawatur.arabic.sentences import sentences
from tawatur.arabic.shadow import Shadow, shade
from tawatur.arabic.shape import listed_plural, noun_agreement, verb_agreement
from tawatur.arabic.tag.reader import FormScores, best_tags, form_scores
from tawatur.arabic.tokens import Cut, cut, kind_of
from tawatur.arabic.word import BEYOND, UNTOLD, Analysis, Gender, Number, Pos, Text, Word
from tawatur.model.span import Span

_FIXED = {"number": "number", "punctuation": "punctuation", "latin": "name"}


Shown = dict[str, Word]  # by the part of speech that a form has had so far: a word of it, wherever it stood
Form = tuple[
    Known | None, FormScores, Shown
]  # a light form before its neighbours are heard; marks and numbers know nothing

_NOWHERE, _PREPOSITIONS = Span(0, 0), frozenset("بلك")
_TOLD, _KEY = attrgetter("told"), attrgetter("key")
_FORMS: dict[str, Form] = {}  # one look-up a word yields all that its form decides
MOST = 200_000  # forms kept


def analyse(text: str, body: Iterable[Span] | None = None) -> Text:
    """The words, sentences and quotations of a text; with `body`, of those ranges only. Linear in its length."""
    shadow = shade(text)
    words = tuple(_words(cut(shadow, body if body is not None else (Span(0, len(text)),)), shadow))
    marks = tuple([index for index, word in enumerate(words) if word.kind == "punctuation"])
    found = sentences(words, marks, text)
    quoted = quotations(words, marks, found, text)
    told, keys = tuple(map(_TOLD, words)), (*map(_KEY, words), *[""] * BEYOND)
    return Text(text, words, found, quoted, tuple([each.last for each in found]), marks, shadow.ornate, told, keys)


def _words(found: Cut, shadow: Shadow) -> list[Word]:
    forms = [_FORMS.get(text) or _form(text) for text in found.texts]
    if not forms:
        return []
    known: tuple[Known | None, ...]
    known, scores, shown = zip(*forms, strict=True)
    tags = settled(found.texts, best_tags(heard_together(found.texts, known, list(scores))))
    told = zip(shown, tags, known, found.texts, strict=True)
    alike = [by_tag.get(tag) or _shown(form, text, tag, by_tag) for by_tag, tag, form, text in told]
    each = zip(alike, count(), found.spans, _stems(known, found, shadow))
    return [word.at(index, span, stem) for word, index, span, stem in each]


def _stems(forms: Sequence[Known | None], found: Cut, shadow: Shadow) -> list[Span | None]:
    """Where the stems lie of the words that hold ornament; those of all others can be counted off."""
    stems: list[Span | None] = [None] * len(forms)
    if not shadow.ornate:
        return stems
    longer = map(add, starmap(sub, found.spans), map(len, found.texts))  # zero where letters are all there is
    for index in range(len(forms)) if shadow.ligatures else compress(count(), longer):
        known = forms[index]
        last = found.ends[index] - (len(known.parts.enclitic) if known else 0)
        stem = shadow.span(last - len(known.parts.stem if known else found.texts[index]), last)
        # "ﷷ": one sign for the whole of عليه
        stems[index] = stem if stem.start < stem.end else found.spans[index]
    return stems


def _form(text: str) -> Form:
    """What a light form decides, kept for the next time."""
    if len(_FORMS) > MOST:
        _FORMS.clear()
    kind = kind_of(text)
    known = known_form(text) if kind == "word" else None
    scores = known.scores if known else form_scores(fold(text), (), text, "", (), (_FIXED[kind],))
    form = _FORMS[text] = (known, scores, {})
    return form


def _shown(known: Known | None, text: str, tag: str, shown: Shown) -> Word:
    """A word of a form whose part of speech is settled: all but its place is the same for every such word."""
    pos, told = cast(Pos, tag), [*UNTOLD]
    if known is None:
        folded = fold(text)
        kind = kind_of(text)
        word = Word(
            0, _NOWHERE, None, text, folded, kind, (), text, folded, "", pos, "", "", (), False, "", "", False, told
        )
    else:
        prefixes, stem, enclitic = known.parts.prefixes, known.parts.stem, known.parts.enclitic
        stem_key = known.verbal if tag == "verb" else known.nominal
        analyses = _ranked(known, tag)
        gender, number = _agreement(known, tag, stem_key, analyses)
        word = Word(
            0,
            _NOWHERE,
            None,
            text,
            known.key,
            "word",
            prefixes,
            stem,
            stem_key,
            enclitic,
            pos,
            gender,
            number,
            analyses,
            "ال" in prefixes or bool(enclitic),
            prefixes[0] if prefixes and prefixes[0] in ("و", "ف") else "",
            next((prefix for prefix in prefixes if prefix in _PREPOSITIONS), "") if prefixes else "",
            "س" in prefixes,
            told,
        )
    told[0] = shown[tag] = word
    return word


def _ranked(known: Known, tag: str) -> tuple[Analysis, ...]:
    """The lexicon's readings of a form, those of its part of speech first."""
    verb = tag == "verb"
    if known.closed is not None and not verb:
        return ()
    if len(known.readings) < 2:
        return known.readings
    return tuple(sorted(known.readings, key=lambda a: ((a.pos == "verb") != verb, a.person in ("1", "2"))))


def _agreement(known: Known, tag: str, stem_key: str, analyses: tuple[Analysis, ...]) -> tuple[Gender, Number]:
    if known.closed is not None:
        return known.closed.gender, known.closed.number
    kind = [a for a in analyses if (a.pos == "verb") == (tag == "verb")]
    if tag == "verb":
        return _verb_agreement(stem_key, [a for a in kind if a.person == "3"] or kind)
    if kind and not (tag == "noun" and listed_plural(stem_key)):
        return kind[0].gender, kind[0].number
    return noun_agreement(known.parts.stem, stem_key, tag) if tag in ("noun", "adjective", "name") else ("", "")


def _verb_agreement(stem_key: str, kind: list[Analysis]) -> tuple[Gender, Number]:
    """What all readings of a verb agree on: "تقدم" may be he or she, so its gender stays open."""
    if not kind:
        return verb_agreement(stem_key, "present" if stem_key[:1] in "يتن" and not stem_key.endswith("ت") else "past")
    genders, numbers = {a.gender for a in kind}, {a.number for a in kind}
    return (genders.pop() if len(genders) == 1 else ""), (numbers.pop() if len(numbers) == 1 else "")
