"""The names that stop before a word, and whom the pronoun of a tie means."""

from collections.abc import Iterator

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import agrees

LEFT = 14  # words before a tie within which a name that stops right before it may begin
MARKS = 2  # marks between a name and the word behind it
REACH = 25  # words before a pronoun within which the name that it means may stand


def names_before(page: Page, word: int) -> list[ActorPhrase]:
    """The names that stop right before a word, longest first."""
    return sorted(_stopping(page, word), key=lambda a: a.first - a.last)


def _stopping(page: Page, word: int) -> Iterator[ActorPhrase]:
    end = word
    while end > 0 and end > word - MARKS and page.text.words[end - 1].kind == "punctuation":
        end -= 1  # "«كتائب X»، الجناح …"
    for number in range(word - 1, max(word - LEFT, -1), -1):
        for actor in page.actors_at.get(number, ()):
            if not actor.adjective and end <= actor.last <= word:
                yield actor


def by_name(page: Page, meant: ActorPhrase) -> ActorPhrase:
    """ "عبد الملك الحوثي، زعيم الحوثيين، … القناة الموالية له": who is named before his title."""
    comma = page.text.words[meant.first - 1] if meant.first and meant.form in ("title", "role") else None
    if comma is None or comma.text not in closed().commas or meant.number not in ("s", ""):
        return meant
    named = [a for a in names_before(page, meant.first) if a.klass == "person" and a.form in ("name", "title")]
    return named[0] if named else meant


def referent_before(page: Page, word: Word) -> ActorPhrase | None:
    """Whom the pronoun of a tie means ("الحزب والمقاتلون الموالون له"): the name before the tied one."""
    first = max(page.text.sentence_of(word.index).first, word.index - REACH)
    for number in range(word.index - 2, first - 1, -1):
        for actor in page.actors_at.get(number, ()):
            inside = number in page.place_words and number - 1 in page.place_words  # "ريف دمشق": the town of a place
            if actor.adjective or inside or actor.last >= word.index:
                continue
            if _may_mean(page, word.enclitic, actor):
                return actor
    return None


def _may_mean(page: Page, pronoun: str, actor: ActorPhrase) -> bool:
    """Agreement, where a name with a feminine head counts as feminine whatever its list says."""
    feminine = page.text.words[actor.head].stem_key.endswith(("ه", "ات"))
    if feminine and actor.klass != "person" and pronoun in ("ه", "ها"):
        return pronoun == "ها"
    return agrees(pronoun, actor)
