"""Standing ties told by participles and nouns ("التابعة لـ", "المدعوم من", "قائد X"), read word by word.

A phrase is maximal ("مقاتلون من الفصائل الموالية للحكومة"), so both ends of a tie often stand in one phrase: the end
before the word is the name that stops there or holds it, the end behind it is the name that begins there.
"""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.filling import fill
from tawatur.reports.roles.record import Roles, admitted, role_map

NEAR = 3  # words between the tie and the name behind its preposition


def fill_tie(page: Page, word: int, sense: Sense) -> Roles:
    """The two ends of a tie: around the word itself for participles and nouns, by the clause for verbs."""
    index = page.chunk_of[word]
    if sense.shape == "verb" or (sense.shape == "phrase" and index >= 0 and page.chunks[index].kind == "verb"):
        return _of_verb(page, word, sense)
    if sense.entry.type == "commands" and sense.shape == "noun":
        return _of_command(page, word, sense)
    roles = _around(page, word, sense)
    if (roles.actors and roles.recipients) or index < 0 or page.inner_names.get(word, False):
        return roles
    symmetric = "party" in role_map(sense).values()
    if sense.shape == "masdar" or (symmetric and sense.shape in ("noun", "phrase")):
        return fill(page, word, sense)  # "قناة بين أ وب", "دعم إيران للجماعة"
    return roles


def _of_verb(page: Page, word: int, sense: Sense) -> Roles:
    """A tie told backwards ("الفيلق الذي شكلته روسيا") needs the relative clause that makes its object the topic."""
    mapping = role_map(sense)
    backwards = mapping["subject"] == "recipient" and mapping["object"] == "actor"
    if backwards and sense.entry.aspect != "state" and not _relative_with_pronoun(page, word):
        return Roles(rule="tie_needs_relative_clause")
    return fill(page, word, sense)


def _relative_with_pronoun(page: Page, word: int) -> bool:
    index = page.chunk_of[word] - 1
    while index >= 0 and page.chunks[index].kind in ("particle", "time"):
        index -= 1
    return bool(page.text.words[word].enclitic) and index >= 0 and page.chunks[index].kind == "relative"


def _of_command(page: Page, word: int, sense: Sense) -> Roles:
    """ "قائد الفرقة العقيد X", "X، قائد الفرقة": the title needs the name of a person and of what he commands."""
    roles = Roles(rule="title_with_name")
    _, commanded = _after(page, word)
    index = page.chunk_of[word]
    if index < 0 or not commanded or not admitted(page, sense.entry, "recipient", commanded[0]):
        return roles
    own = page.chunks[index].actor
    person = own if own is not None and own.klass == "person" and own.last > commanded[0].last else None
    for position in (*range(index + 1, min(index + 3, page.sentence_last[index])), index - 1, index - 2):
        if person is None and position >= page.sentence_first[index]:
            other = page.chunks[position]
            if other.kind == "noun" and other.actor is not None and other.actor.klass == "person" and not other.joined:
                person = other.actor if other.bare or position < index else None
    if person is not None:
        roles.actors.append(person)
        roles.recipients.append(commanded[0])
    return roles


def _around(page: Page, word: int, sense: Sense) -> Roles:
    mapping, roles = role_map(sense), Roles(rule=f"tie_{sense.shape}")
    before = _before(page, word)
    slot, after = _after(page, word)
    if sense.shape in ("active", "passive") and not slot:
        return roles  # "المعارضة", "المساندة" without their preposition only name
    if sense.shape == "passive":
        front, back = "object", slot if slot in mapping else "subject"
    elif sense.shape == "active":
        front, back = "subject", slot
    else:
        front, back = "subject", slot or "genitive"
        mapping.setdefault("genitive", "recipient")
    _give(page, roles, mapping.get(front, ""), before, sense)
    _give(page, roles, mapping.get(back, ""), after, sense)
    return roles


def _give(page: Page, roles: Roles, role: str, actors: tuple[ActorPhrase, ...], sense: Sense) -> None:
    for actor in actors:
        if role in ("actor", "recipient", "party") and admitted(page, sense.entry, role, actor):
            (roles.recipients if role == "recipient" else roles.actors).append(actor)


def _before(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """The names that stop right before a word, or else the smallest that holds it and begins before it."""
    chunk = page.chunk_of[word]
    stops: list[ActorPhrase] = []
    for number in range(word - 1, max(word - 14, -1), -1):
        for actor in page.actors_at.get(number, ()):
            if not actor.adjective and (actor.last == word or (actor.last == word - 1 and _light(page, word - 1))):
                stops.append(actor)
    if stops:
        return (max(stops, key=lambda a: a.last - a.first),)
    outer = page.chunks[chunk].actor if chunk >= 0 else None
    if outer is not None and outer.first <= word < outer.last:
        return (outer,)
    left = page.chunks[chunk - 1] if chunk > page.sentence_first[chunk] else None
    if left is not None and left.kind == "noun" and left.last >= word - 1 and page.chunks[chunk].head == word:
        return tuple(a for a in (left.actor or left.owner,) if a is not None)
    return ()


def _light(page: Page, word: int) -> bool:
    return page.text.words[word].kind == "punctuation"


def _after(page: Page, word: int) -> tuple[str, tuple[ActorPhrase, ...]]:
    """The preposition and name behind a word: attached ("للحكومة"), separate ("من إيران"), or none (a genitive)."""
    words, slot = page.text.words, ""
    for number in range(word + 1, min(word + 1 + NEAR, len(words))):
        if words[number].kind == "punctuation" and words[number].text not in ('"', "«", "»", "“", "”", "ـ"):
            return slot, ()
        named = [a for a in page.actors_at.get(number, ()) if not a.adjective or slot]
        if named:
            slot = slot or words[number].preposition
            return slot, (max(named, key=lambda a: a.last - a.first),)
        stem = words[number].stem_key
        if words[number].enclitic and words[number].pos == "preposition":
            meant = referent_before(page, words[number])
            return key(stem), (meant,) if meant is not None else ()
        if words[number].pos == "preposition" or stem in ("من", "ل", "علي", "ب", "في", "مع", "الي", "عن"):
            slot = "من قبل" if slot == "من" and stem == "قبل" else key(stem)
    return slot, ()


def referent_before(page: Page, word: Word) -> ActorPhrase | None:
    """Whom the pronoun of a tie means ("الجيش والعشائر الموالية له"): the name before the tied one."""
    for number in range(word.index - 2, max(page.text.sentence_of(word.index).first, word.index - 25) - 1, -1):
        for actor in page.actors_at.get(number, ()):
            if not actor.adjective and actor.last < word.index - 1 and agrees(word.enclitic, actor):
                return actor
    return None
