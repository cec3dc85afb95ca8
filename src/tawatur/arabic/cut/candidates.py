"""Every way in which clitics may stand at a word's borders, and how likely the stem that each leaves is a word."""

import re
from functools import cache
from typing import Literal

import msgspec

from tawatur.arabic.closed.reader import closed_word
from tawatur.arabic.forms import analyses_of
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.letters import fold, key
from tawatur.arabic.names import name_words
from tawatur.knowledge.files import load_yaml

ARTICLE = "ال"
Kind = Literal["none", "plain", "nominal", "article"]  # what proclitics say of their stem; "ب" and "ك" lead nominals


class Lead(msgspec.Struct, frozen=True, gc=False):
    """The proclitics that a word may begin with, and what they say of its stem."""

    prefixes: tuple[str, ...]
    kind: Kind


def _lead(*prefixes: str) -> Lead:
    last = prefixes[-1] if prefixes else ""
    kind: Kind = "article" if last == ARTICLE else "nominal" if last in ("ب", "ك") else "plain" if last else "none"
    return Lead(prefixes, kind)


_ALONE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "فب", "ول", "فل", "وك", "فك", "وس", "فس")
_LEADS: dict[str, Lead] = {
    **{lead: _lead(*lead) for lead in _ALONE},
    **{lead + ARTICLE: _lead(*lead, ARTICLE) for lead in ("", "و", "ف", "ب", "ك", "وب", "فب", "وك", "فك")},
    **{lead + "لل": _lead(*lead, "ل", ARTICLE) for lead in ("", "و", "ف")},
}
_LEAD_LETTERS = frozenset("".join(_LEADS))
_NO_END = ("",)
_ENDS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ني", "ه", "ك", "ي")
_ENDS_BY_LAST = {last: tuple(end for end in _ENDS if end[-1] == last) for last in "امنيهك"}
_LONGEST_LEAD = 4
_OWNERS = ("هم", "ها", "ه", "نا")  # pronouns on "التزام" and its like
_OWNERS_LAST = frozenset(end[-1] for end in _OWNERS)
_PARTICLE = re.compile("([وف]?)(قد|لا)(?=.{4})")
CLITIC_LOOK, PRONOUN_LOOK, PRONOUN_MOST, ATTESTED = 20, 25, 12, 25  # in tenths of zipf
FREQUENT, SHORT_COST = 48, 2.5  # "لاس" and "سان" are names, "وتم" is known


class Split(msgspec.Struct, frozen=True, gc=False):
    """The parts of a word in light form; joined they give the word, save for the article hidden in "لل"."""

    prefixes: tuple[str, ...]
    stem: str
    enclitic: str


def candidates(text: str) -> list[tuple[Split, Kind]]:
    """The cuts that the grammar of clitics admits, with the kind of their proclitics; the word whole is the first."""
    found: list[tuple[Split, Kind]] = []
    ends = _ENDS_BY_LAST.get(text[-1], ())
    ends = ("", *[end for end in ends if text.endswith(end)]) if ends else _NO_END
    for cut in range(min(_LONGEST_LEAD, len(text) - 2) + 1):
        if cut and text[cut - 1] not in _LEAD_LETTERS:
            break  # no longer lead begins so
        lead = _LEADS.get(text[:cut])
        if lead is None or (lead.kind == "article" and radical(ARTICLE + text[cut:])):
            continue
        for end in ends if lead.kind != "article" else _NO_END:
            host = text[cut : len(text) - len(end)] if end else text[cut:]
            if len(host) >= 2 and (lead.prefixes[-1:] != ("س",) or _future(host)):
                found.append((Split(lead.prefixes, host, end), lead.kind))
    return found


def run_together(text: str) -> Split | None:
    """A particle and a verb of our lexicon that lack the blank between them: "وقداستخدمت", "لايزال"."""
    match = _PARTICLE.match(text)
    if match is None or commonness(key(text)) >= 40 or analyses_of(key(text)):
        return None
    rest = text[match.end() :]
    verbs = [a for a in analyses_of(key(rest)) if a.pos == "verb" and (match[2] == "قد" or a.tense == "present")]
    return Split(tuple(part for part in match.groups() if part), rest, "") if verbs else None


def _future(host: str) -> bool:
    """Whether a stem may follow the future س: a present with two radicals at least."""
    return len(host) >= 3 and host[0] in "يتنأا"


def restored(stem: str, written: str) -> tuple[str, ...]:
    """The keys that a stem before a pronoun may have alone: "سيطرت" is "سيطرة", "قتلا" "قتلى", "قتلو" "قتلوا".

    `written` is its key as it stands.
    """
    if stem.endswith("ات"):  # "قوات" is a plural, "حيات" is "حياة"
        return tuple(sorted((written, written[:-1] + "ه"), key=commonness, reverse=True))
    if stem.endswith("ت"):
        return (written[:-1] + "ه", written)
    if stem.endswith("ا"):
        return (written, written[:-1] + "ي")
    if stem.endswith("و"):
        return (written + "ا", written)
    if stem.endswith(("ئ", "ؤ")):
        return (written[:-1] + "ء", written, written[:-1] + "ا")
    return (written,)


def likelihood(stem: str, written: str, kind: Kind, enclitic: str) -> float:
    """How much speaks for a stem of a key being a word: our lexicon, the list of wholes, how common it is in print."""
    if enclitic:
        return max([_evidence(stem, form, kind, enclitic) for form in restored(stem, written)])
    best = _evidence(stem, written, kind, enclitic)
    return max(best, 4.0) if closed_word(stem, written) is not None else best


def _evidence(stem: str, form: str, kind: Kind, enclitic: str) -> float:
    nominal = kind in ("nominal", "article")
    listed = form in wholes() and _is_whole(stem, form, enclitic)
    pronoun = not enclitic and not listed and stem[-1] in "هما" and _looks_like_pronoun(stem, form)
    known = not pronoun and _usual(form, nominal)
    use = commonness(form)
    if nominal or enclitic:
        use = max(use, commonness(ARTICLE + form))
    if kind == "none" and not known and not listed and form[0] in "وفبلك" and not commonness(ARTICLE + form):
        use -= CLITIC_LOOK  # "وعدم" is common because "عدم" is
    if pronoun:
        use = min(use - PRONOUN_LOOK, PRONOUN_MOST)
    short = SHORT_COST * (len(stem) == 2 and use < FREQUENT and not known and kind in ("plain", "nominal"))
    return use / 10 + 2.0 * known + 4.5 * listed - short


def _is_whole(stem: str, form: str, enclitic: str) -> bool:
    """Whether a listed word stands there whole: "وأدى" is not "وادي", and with a pronoun "مصري" is Egyptian."""
    if stem.endswith("ه") and form not in own_endings():
        return False
    if enclitic and (enclitic == "ي" or form in name_words()):
        return False
    return stem[1:2] not in ("أ", "إ") or len(form) == 3


def _usual(form: str, nominal: bool) -> bool:
    """Whether a reading of the lexicon is one to count on: no verb behind a preposition, no first or second person."""
    for reading in analyses_of(form):
        if reading.pos != "verb":
            return True
        if not nominal and reading.person == "3" and (reading.gender, reading.number) != ("f", "p"):
            return True
    return False


def _looks_like_pronoun(stem: str, form: str) -> bool:
    """Whether a last ه, ها, هم, نا leaves a common word: "دوره" has one, "دورة" of the same key none."""
    if stem.endswith("ه"):
        return max([commonness(host) for host in restored(stem[:-1], form[:-1])]) >= ATTESTED
    if stem.endswith(("ها", "هم")):
        return max([commonness(host) for host in restored(stem[:-2], form[:-2])]) >= ATTESTED
    if stem.endswith("نا") and commonness(form[:-1]) < ATTESTED:
        return max([commonness(ARTICLE + host) for host in restored(stem[:-2], form[:-2])]) >= ATTESTED + 5
    return False


@cache
def wholes() -> frozenset[str]:
    """Keys of stems that keep their first or last letters, with their regular endings."""
    found = {word for word in own_endings() | name_words() if not word.startswith(ARTICLE)}
    for word in load_yaml("tawatur.arabic.cut", "wholes.yml")["stems"]:
        folded = key(word)
        found.add(folded)
        if not folded.endswith(("ه", "ا", "ات", "ين", "ون")):
            found.update(folded + end for end in ("ا", "ي", "ين", "ون", "ان", "يه", "ات", "يا", "يين", "يون"))
        elif word.endswith("ة"):
            found.update(folded[:-1] + end for end in ("تين", "تان", "تي"))
    return frozenset(found)


@cache
def own_endings() -> frozenset[str]:
    """Keys of words whose last letters look like a pronoun and are their own."""
    return frozenset(map(key, load_yaml("tawatur.arabic.cut", "wholes.yml")["ending"]))


def radical(text: str) -> bool:
    """Whether a word, with or without a pronoun, begins with an ال of its own: "التزام", "التزامهم", "إلغاؤه"."""
    known = radical_articles()
    if fold(text) in known:
        return True
    if len(text) < 6 or text[-1] not in _OWNERS_LAST:
        return False
    return any(text.endswith(end) and len(text) - len(end) > 4 and fold(text[: -len(end)]) in known for end in _OWNERS)


@cache
def radical_articles() -> frozenset[str]:
    """Keys of words that begin with ال and have no article."""
    return frozenset(map(key, load_yaml("tawatur.arabic.cut", "wholes.yml")["radical_article"]))
