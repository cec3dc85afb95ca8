"""Whom the pronoun on a verb of ties means: the noun of its relative clause, a name at its end, an indefinite noun."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.grammar.relatives import head_of_relative
from tawatur.reports.lexicon.senses import Sense
from tawatur.reports.roles.record import admitted, role_map
from tawatur.reports.tie_names import names_before


def topic_of_relative(page: Page, relative: int, sense: Sense) -> ActorPhrase | None:
    """Whom the pronoun of a relative clause means: the noun right before it, a name at its end, or one farther off."""
    role = role_map(sense)["object"]
    gender = {"التي": "f", "الذي": "m"}.get(page.word(page.chunks[relative]).stem_key, "")
    before = relative - 1
    if before > page.sentence_first[relative] and page.chunks[before].text in closed().commas:
        before -= 1  # "طائرات التحالف، الذي تقوده السعودية"
    left = page.chunks[before] if before >= page.sentence_first[relative] else None
    whole = left.actor if left is not None and left.kind == "noun" else None
    whole = whole if whole is not None and left is not None and whole.last == left.last else None
    fits = whole is not None and whole.gender == gender and admitted(page, sense.entry, role, whole)
    if whole is not None and gender and not fits and (named := _at_end(page, whole, gender)):
        return named  # "طائرات التحالف الذي تقوده السعودية"
    if (head := head_of_relative(page, relative)) is not None:
        return page.chunks[head].actor or page.chunks[head].owner
    return None


def _at_end(page: Page, whole: ActorPhrase, gender: str) -> ActorPhrase | None:
    """The name inside a phrase with which a relative agrees; "قوات التحالف" as a whole may name the alliance."""
    end = whole.last
    inner = [a for a in names_before(page, end) if a.gender == gender and a.number != "p" and a.first > whole.first]
    if inner or whole.form != "name" or gender == "f":
        return inner[0] if inner else None
    words = page.text.words[whole.first + 1 : end]
    return whole if any("ال" in w.prefixes and not w.stem_key.endswith("ه") for w in words[:1]) else None


def indefinite_head(page: Page, word: int) -> ActorPhrase | None:
    """ "قوات يرأسها العميد": the indefinite noun right before a verb whose object pronoun means it."""
    here, index = page.text.words[word], page.chunk_of[word]
    left = page.chunks[index - 1] if index > page.sentence_first[index] else None
    if not here.enclitic or here.conjunction or left is None or left.kind != "noun":
        return None
    ending = [a for a in reversed(names_before(page, word)) if not a.definite and a.form != "name"]
    return next((a for a in ending if agrees(here.enclitic, a)), None)  # also "القوات المدعومة من تحالف تقوده"


def told_of_relative(page: Page, verb: int, pronoun: str) -> ActorPhrase | None:
    """ "الوحدات التي ثبت أنها حليف لـ": what the relative clause of a verb of saying or knowing is about."""
    relative = verb - 1
    if relative < page.sentence_first[verb] or page.chunks[relative].kind != "relative":
        return None
    head = head_of_relative(page, relative)
    actor = page.chunks[head].actor or page.chunks[head].owner if head is not None else None
    return actor if actor is not None and agrees(pronoun, actor) else None


def relative_with_pronoun(page: Page, word: int) -> int | None:
    """The relative pronoun before a verb that has its object attached."""
    index = page.chunk_of[word] - 1
    while index >= 0 and page.chunks[index].kind in ("particle", "time"):
        index -= 1
    attached = bool(page.text.words[word].enclitic) and index >= 0
    return index if attached and page.chunks[index].kind == "relative" else None
