"""Every form of a verb as a lookup key with its person, tense and voice."""

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.arabic.inflect.spelling import spelled_key
from tawatur.arabic.inflect.stems import Stems


class Feature(NamedTuple):
    """What a form says besides its lemma."""

    pos: str
    derived: str = ""
    tense: str = ""
    voice: str = ""
    person: str = ""
    gender: str = ""
    number: str = ""


Form = tuple[str, Feature]
Agreement = tuple[str, str, str]  # person, gender, number
MS, FS, MD, FD, MP, FP = (("3", g, n) for n in "sdp" for g in "mf")
# Second persons are rare in news and most share their letters with a third: only what has letters of its own is listed
PAST_VOWEL: tuple[tuple[str, Agreement], ...] = (("", MS), ("aت", FS), ("A", MD), ("aتA", FD), ("UA", MP))
PAST_CONSONANT: tuple[tuple[str, Agreement], ...] = (
    ("نa", FP),
    ("ت", ("1", "", "s")),
    ("نA", ("1", "", "p")),
    ("تum", ("2", "m", "p")),
)
PAST_WEAK: dict[str, tuple[tuple[str, Agreement], ...]] = {
    "A": (("Y", MS), ("aت", FS), ("aيA", MD), ("aتA", FD), ("aوA", MP)),
    "W": (("A", MS), ("aت", FS), ("aوA", MD), ("aتA", FD), ("aوA", MP)),
    "I": (("I", MS), ("iيaت", FS), ("iيA", MD), ("iيaتA", FD), ("UA", MP)),
}
GLIDE = {"A": "aي", "W": "aو", "I": "I"}
PRESENT_WEAK = {  # singular, dual, masculine plural, feminine plural
    "I": ("I", "iيA", "U", "I"),
    "U": ("U", "uوA", "U", "U"),
    "A": ("Y", "aيA", "aو", "aي"),
}


def verb_forms(stems: Stems) -> Iterator[Form]:
    """The forms of both voices; a form printed alike in both is given as "either" by the caller."""
    for voice, past, consonant, present, bare in (
        ("active", stems.past, stems.past_before_consonant, stems.present, stems.present_before_consonant),
        ("passive", stems.passive_past, "", stems.passive_present, ""),
    ):
        weak = stems.weak_past if voice == "active" else "I" if stems.weak_past else ""
        for form, agreement in _past(past, consonant, "W" if weak == "A" and stems.waw else weak):
            yield form, _feature("past", voice, agreement)
        weak = stems.weak_present if voice == "active" else "A" if stems.weak_present else ""
        for form, agreement in _present(present, bare, weak):
            yield form, _feature("present", voice, agreement)


def _feature(tense: str, voice: str, agreement: Agreement) -> Feature:
    return Feature("verb", "", tense, voice, *agreement)


def _past(stem: str, consonant: str, weak: str) -> Iterator[tuple[str, Agreement]]:
    endings = PAST_WEAK[weak] if weak else PAST_VOWEL
    yield from _joined(stem, endings)
    if weak:
        yield from _joined(stem, tuple((GLIDE[weak] + end, who) for end, who in PAST_CONSONANT))
    elif consonant:
        same = consonant == stem  # then "قتلت" is already the feminine
        short = not same  # "عدن" is a town far oftener than "they (the women) returned"
        yield from _joined(
            consonant,
            tuple((end, who) for end, who in PAST_CONSONANT if not (same and end == "ت") and not (short and who == FP)),
        )


def _joined(stem: str, endings: tuple[tuple[str, Agreement], ...]) -> Iterator[tuple[str, Agreement]]:
    if stem.endswith(("ء", "ي")):  # the seat of a last hamza moves: "بدأ" gives "بدؤوا" and "بدأوا"; "حيا" ends in alef
        for end, who in endings:
            for spelled in {spelled_key(stem + end), spelled_key(stem) + spelled_key("ك" + end)[1:]}:
                yield spelled, who
        return
    base = spelled_key(stem)
    for end, who in endings:
        yield base + _ENDING[end], who


def _present(stem: str, bare: str, weak: str) -> Iterator[tuple[str, Agreement]]:
    single, dual, plural, feminine = PRESENT_WEAK[weak] if weak else ("", "A", "U", "")
    body = stem[1:]
    third = [
        ("ي", single, MS),
        ("ي", dual, MD),
        ("ي", dual + "نi", MD),
        ("ي", plural + "نa", MP),
        ("ي", plural + "A", MP),
        ("ي", feminine + "نa", FP),
        ("ت", single, FS),
        ("ت", dual, FD),
        ("ت", dual + "نi", FD),
        ("ت", plural + "نa", ("2", "m", "p")),
        ("ت", plural + "A", ("2", "m", "p")),
        ("ء", single, ("1", "", "s")),
        ("ن", single, ("1", "", "p")),
    ]
    yield from _prefixed(body, third)
    short = bare[1:] if bare and not weak else body if weak else ""
    if short and (weak or short != body):  # the jussive: "يقل", "يرم", "يمدد"
        yield from _prefixed(
            short, [("ي", "", MS), ("ت", "", FS), ("ن", "", ("1", "", "p")), ("ء", "", ("1", "", "s"))]
        )


def _prefixed(body: str, rows: list[tuple[str, str, Agreement]]) -> Iterator[tuple[str, Agreement]]:
    if body.endswith(("ء", "ي")):
        for prefix, end, who in rows:
            whole = spelled_key(prefix + body)
            for spelled in {spelled_key(prefix + body + end), whole + spelled_key("ك" + end)[1:]}:
                yield spelled, who
        return
    after = "ل" if body.endswith("ك") else "ك"  # two alike would be written as one: "يشارك"
    bases = {prefix: spelled_key(prefix + body + after)[:-1] for prefix in "يتءن"}
    for prefix, end, who in rows:
        yield bases[prefix] + (_ENDING.get(end) or spelled_key("ك" + end)[1:] if end else ""), who


_ENDING = {
    end: spelled_key("ك" + end)[1:]
    for rows in (PAST_VOWEL, PAST_CONSONANT, *PAST_WEAK.values())
    for glide in ("", *GLIDE.values())
    for end in [glide + row[0] for row in rows]
}
