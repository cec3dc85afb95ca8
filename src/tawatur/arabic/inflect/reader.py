"""From one entry of the lexicon to every surface form that it stands behind."""

from collections.abc import Iterator

from tawatur.arabic.inflect.nominals import noun_forms, participle_forms
from tawatur.arabic.inflect.spelling import spell, spelled_key
from tawatur.arabic.inflect.stems import Stems, stems_of
from tawatur.arabic.inflect.verbs import Feature, Form, verb_forms
from tawatur.arabic.letters import key
from tawatur.knowledge.lexicon.entries import Entry, Masdar

Spoken = tuple[str, str, Feature]  # form, lemma, feature


def inflect(entry: Entry) -> Iterator[Spoken]:
    """Every form of an entry with the lemma it belongs to (a verbal noun is its own lemma)."""
    if entry.pos == "noun":
        yield from (
            (form, entry.lemma, feature) for form, feature in noun_forms(entry.lemma, entry.plural, entry.gender)
        )
    if entry.pos == "verb":
        yield from _verb(entry)


def stems_for(entry: Entry) -> Stems | None:
    """The stems of a verb that give back its lemma, or None where root and form do not lead to it."""
    wanted = key(entry.lemma)
    for sound in (False, True):
        for taken in (False, True):
            if taken and entry.form != 8:
                continue
            stems = stems_of(entry.root, entry.form, entry.vowels, sound=sound, taken=taken)
            if past_of(stems) == wanted or is_passive(entry.lemma, stems):
                return stems
    return None


def is_passive(lemma: str, stems: Stems) -> bool:
    """Whether the lemma is cited in the passive ("أصيب", "توفي")."""
    return past_of(stems) != key(lemma) == spelled_key(stems.passive_past + ("I" if stems.weak_past else ""))


def past_of(stems: Stems) -> str:
    """The citation form as a key."""
    end = {"": "", "I": "I", "A": "A" if stems.waw else "Y"}[stems.weak_past]
    return spelled_key(stems.past + end)


def _verb(entry: Entry) -> Iterator[Spoken]:
    stems = stems_for(entry)
    if stems is not None:
        passive = is_passive(entry.lemma, stems)
        forms = _voices(form for form in verb_forms(stems) if not passive or form[1].voice == "passive")
        yield from ((form, entry.lemma, feature) for form, feature in forms)
        if not entry.no_participles:
            yield from ((form, entry.lemma, feature) for form, feature in participle_forms(stems))
    for masdar in entry.masdar or _derived_masdar(stems):
        plurals = masdar.plural or _sound_plural(masdar.noun, entry.form)
        yield from (
            (form, masdar.noun, feature) for form, feature in noun_forms(masdar.noun, plurals, masdar.gender, "masdar")
        )


def _voices(forms: Iterator[Form]) -> Iterator[Form]:
    """Forms printed alike in both voices become one of voice "either"; "أعتقل" never hides "اعتقل"."""
    seen: dict[Form, str] = {}
    third: set[str] = set()
    for form, feature in forms:
        if feature.person == "1" and feature.number == "s" and form in third:
            continue
        if feature.person == "3":
            third.add(form)
        bare = (form, feature._replace(voice=""))
        seen[bare] = feature.voice if seen.get(bare, feature.voice) == feature.voice else "either"
    for (form, feature), voice in seen.items():
        yield form, feature._replace(voice=voice)


def _derived_masdar(stems: Stems | None) -> tuple[Masdar, ...]:
    if stems is None or not stems.masdar:
        return ()
    return (Masdar(noun=spell(stems.masdar)),)


def _sound_plural(noun: str, form: int) -> tuple[str, ...]:
    """Verbal nouns of the derived forms have a plural in ات."""
    if form == 1 or noun.endswith(("ى", "ي")):
        return ()
    return (noun[:-1] + "ات" if noun.endswith("ة") else noun + "ات",)
