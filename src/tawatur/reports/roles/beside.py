"""Who does something beside the subject that is named: his company ("ومعه عدد من الوزراء"), members of a group."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page

COMPANY = frozenset({"رفقه", "صحبه", "معيه"})
GROUPS = frozenset({"state", "armed", "political", "organisation", "group"})
MEN = frozenset({"person", "armed", "civilians", "office"})
NEAR = 3  # chunks behind the subject within which his company is told


def beside(page: Page, group: list[Chunk]) -> list[ActorPhrase]:
    """The company of a subject and the members of it that are named."""
    last = group[-1] if group else None
    if last is None or last.actor is None or last.index + 1 >= page.sentence_last[last.index]:
        return []
    return [*_members(page, last), *company(page, last)]


def _members(page: Page, last: Chunk) -> list[ActorPhrase]:
    """ "أيد حلفاء بينهم بريطانيا وفرنسا القرار": those of an indefinite group that are called by name."""
    actor, position, end = last.actor, last.index + 1, page.sentence_last[last.index]
    while position < end and is_modifier(page, page.chunks[position]):
        position += 1
    many = actor is not None and actor.number == "p" and not actor.definite and actor.klass in GROUPS
    if not many or position + 1 >= end or page.chunks[position].text != "pronoun":
        return []
    named = page.chunks[position + 1]
    if page.chunks[position].prep != "بين" or not named.bare or named.joined:
        return []
    return [a for a in actors_of(page, named.index) if a.form in ("name", "loaded") and a.klass in GROUPS]


def company(page: Page, last: Chunk) -> list[ActorPhrase]:
    """ "وصل الوزير إلى عدن ومعه عدد من الضباط", "برفقة وفد": who comes along."""
    actor = last.actor
    for position in range(last.index + 1, min(last.index + 1 + NEAR, page.sentence_last[last.index])):
        chunk = page.chunks[position]
        met = chunk.bare and not chunk.joined and chunk.actor is not None and chunk.actor.klass in MEN
        if chunk.kind != "noun" or met:
            return []  # "اعتقل الجيش القيادي ومعه خمسة": they were with him
        if chunk.prep == "ب" and page.word(chunk).stem_key in COMPANY:
            return [chunk.owner] if chunk.owner is not None else []
        if chunk.text != "pronoun" or chunk.prep != "مع" or not chunk.joined:
            continue
        behind = page.chunks[position + 1] if position + 1 < page.sentence_last[position] else None
        one = actor is not None and actor.number == "s" and page.word(chunk).enclitic in ("ه", "ها")
        return list(actors_of(page, behind.index)) if one and behind is not None and behind.bare else []
    return []
