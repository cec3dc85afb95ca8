"""Rows of names around a tie: joined by "و", adjectives of nationality, the parties before a noun."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import clause_of
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page

DASHES = ("-", "–", "ـ")


def nationals_behind(page: Page, word: int) -> list[ActorPhrase]:
    """ "التحالف الإيراني الروسي": the adjectives of nationality right behind a noun."""
    found: list[ActorPhrase] = []
    for number in range(word + 1, min(word + 4, len(page.text.words))):
        adjectives = [a for a in page.actors_at.get(number, ()) if a.adjective]
        if found and page.text.words[number].text in DASHES:
            continue  # "التحالف التركي - الأميركي"
        if not adjectives:
            break
        found += adjectives[:1]
    return found


def with_joined_backers(page: Page, word: int, actor: ActorPhrase) -> tuple[ActorPhrase, ...]:
    """ "تقدم الجيش مسنودا من أ وب": all who back; behind "بين" the second may be the other side."""
    here, index = page.text.words[word], page.chunk_of[word]
    between = (
        any(c.prep == "بين" for c in page.chunks[clause_of(page, index).start : index + 1]) if index >= 0 else True
    )
    found = [actor]
    while "ال" not in here.prefixes and not between and found[-1].last < len(page.text.words):
        behind = page.text.words[found[-1].last]
        named = [a for a in page.actors_at.get(behind.index, ()) if not a.adjective and behind.conjunction == "و"]
        if not named or behind.preposition:
            break
        found.append(max(named, key=lambda a: a.last))
    return tuple(found)


def parties_before(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """ "بين روسيا وإيران تعاون": the parties that stand before their noun."""
    index = page.chunk_of[word]
    if page.chunks[index].prep:
        return ()  # "بين روسيا وإيران تعاون بشأن الأزمة"
    for position in range(index - 1, max(index - 4, page.sentence_first[index]) - 1, -1):
        if page.chunks[position].prep == "بين":
            return actors_of(page, position)
        if page.chunks[position].kind == "noun" and not page.chunks[position].joined:
            return ()
    return ()
