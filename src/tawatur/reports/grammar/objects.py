"""Whether the one phrase behind a verb is its object: the verb goes on with the subject of the verb before it."""

from tawatur.reports.grammar.agreement import Features
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import index as lexicon
from tawatur.reports.lexicon.senses import key, lights_of

DOERS = frozenset({"armed", "weapon", "state", "political", "group", "person", "office"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
BACK = 14  # chunks to the left within which the verb stands whose subject goes on


def lone_object(page: Page, index: int, right: int, verb: Features) -> bool:
    """ "نفذت الحركة عملية واستهدفت الشرطة", "قررت أن تهاجم المسلحين": one phrase behind a verb that has an object."""
    chunk, phrase = page.chunks[index], page.chunks[right]
    word = page.word(chunk)
    if word.enclitic or verb.number in ("p", "d") or not _asks_for_object(page, index):
        return False
    target = phrase.actor is not None and page.word(phrase).stem_key in closed().target_nouns
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    linked = target and left is not None and left.text == "حيث"
    aimed = "ل" in word.prefixes or (left is not None and (left.kind == "that" or left.text in ("كي", "لكي")))
    if not (chunk.joined or linked or aimed) or (phrase.actor is not None and phrase.actor.klass == "weapon"):
        return False
    if verb.gender != "f" and _may_be_passive(page, index) and not _accusative(page, phrase):
        return False  # "شن الطيران غارات، وقتل عشرة في كمين"
    if any(_bare(page, page.chunks[n]) for n in range(right + 1, clause_of(page, index).stop)):
        return False
    return _goes_on(page, index, verb)


def controlled(page: Page, index: int) -> int | None:
    """ "تمكنت من تدمير الآليات وقتل القيادي": the verb whose verbal nouns a form goes on that may be verb or noun."""
    word = page.word(page.chunks[index])
    if not page.chunks[index].joined or not any(a.derived == "masdar" for a in word.analyses):
        return None
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        left = page.chunks[position]
        if left.kind in ("mark", "that", "when", "relative"):
            return None
        if is_finite(left):
            kinds = {e.kind for e, _ in lights_of(page.word(left), as_verb=True)}
            goes_on = "aspect" in kinds and not _may_be_passive(page, index)  # "واصلت تمشيط الحدود وقصف المواقع"
            return position if "control" in kinds or goes_on else None
    return None


def acts(page: Page, chunk: int) -> bool:
    """Whether a phrase names someone who may use force."""
    actor = page.chunks[chunk].actor
    return actor is not None and actor.klass in DOERS


def _asks_for_object(page: Page, index: int) -> bool:
    """Whether every act that the verb may tell is one of force with an object."""
    analyses = [a for a in page.word(page.chunks[index]).analyses if a.pos == "verb" and a.voice != "passive"]
    found = [e for a in analyses for e in lexicon().verbs.get(key(a.lemma), ()) if e.kind == "act"]
    found = [e for e in found if not e.with_] or found  # senses that a neighbour must lock ("هاجم السياسات") aside
    return bool(found) and all(
        e.type in FORCEFUL
        and e.roles.get("object", "recipient") != "none"
        and e.roles.get("subject", "actor") == "actor"
        for e in found
    )


def _may_be_passive(page: Page, index: int) -> bool:
    lemmas = [key(a.lemma) for a in page.word(page.chunks[index]).analyses if a.pos == "verb"]
    return any(e.extension in ("kill", "wound") for x in lemmas for e in lexicon().verbs.get(x, ()))


def _accusative(page: Page, phrase: Chunk) -> bool:
    """Whether the case that shows makes a phrase the object ("جنديين", "مسلحين"); a counted noun shows none."""
    actor = phrase.actor
    return actor is not None and actor.quantity is None and page.text.words[actor.head].stem.endswith("ين")


def _bare(page: Page, chunk: Chunk) -> bool:
    return chunk.bare and not chunk.joined and not is_modifier(page, chunk)


def _goes_on(page: Page, index: int, verb: Features) -> bool:
    """Whether the nearest verb before tells an act, and no one only speaks or suffers there."""
    for position in range(index - 1, max(page.sentence_first[index], index - BACK) - 1, -1):
        left = page.chunks[position]
        if not is_finite(left):
            continue
        word = page.word(left)
        lemmas = [key(a.lemma) for a in word.analyses if a.pos == "verb"]
        told = any(e.type in FORCEFUL for x in lemmas for e in lexicon().verbs.get(x, ()))
        speaks = any(x in lexicon().speech for x in lemmas)
        return told or any(e.kind != "light" or not speaks for e, _ in lights_of(word, as_verb=True))
    return False
