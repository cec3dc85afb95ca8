"""Noun phrases that belong together: coordination, parts of a count, and owners that go on."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import features, gender_of, number_of
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.joined_on import across_place, is_peer, past_title, says_rank, sided
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import deeds_of

DEEDS = frozenset({"ASSAULT", "COERCE"})
CLAUSAL = frozenset({"verb", "that", "relative", "when"})
IMPERSONAL = frozenset({"", "يمكن", "يجب", "ينبغي"})  # "عمليات ضد التنظيم والحزب يمكن أن تستمر": no subject of its own
LEAST = frozenset({"اقل", "اكثر"})
ALSO = frozenset({"وكذلك", "وايضا"})
OTHERS = frozenset({"اخري", "اخر"})


def actors_of(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """The actors of a noun chunk and of those coordinated with it."""
    return tuple(c.actor for c in coordinated(page, index) if c.actor is not None)


def owners_of(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """The owner of a noun chunk and the name that "و" joins to it ("نجاح المقاومة والتحالف")."""
    owner, behind = page.chunks[index].owner, page.chunks[index + 1 : min(index + 2, page.sentence_last[index])]
    if owner is None:
        return ()
    return (owner, *(c.actor for c in behind if c.bare and c.joined and c.actor is not None))


def targets_of(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """The actors of a noun chunk to whom something is done: its own, or whose the target is ("معسكر للجيش")."""
    found: list[ActorPhrase] = []
    for chunk in coordinated(page, index):
        owned = chunk.owner if page.word(chunk).stem_key in closed().target_nouns else None
        if (actor := chunk.actor or owned) is not None:
            found.append(actor)
    return tuple(found)


def counted_people(page: Page, chunk: Chunk) -> Chunk | None:
    """ "قتل 16 من قوات الحرس", "مقتل 29 على الأقل من المسلحين": whose people a bare number behind it counts."""
    last = page.text.words[chunk.last - 1]
    if chunk.actor is not None or chunk.kind != "noun" or not (last.kind == "number" or last.pos == "number"):
        return None
    behind, end = chunk.index + 1, page.sentence_last[chunk.index]
    if behind < end and page.chunks[behind].prep == "علي" and page.word(page.chunks[behind]).stem_key in LEAST:
        behind += 1
    following = page.chunks[behind] if behind < end else None
    named = following is not None and following.prep == "من" and following.actor is not None
    return following if named else None


def coordinated(page: Page, index: int) -> tuple[Chunk, ...]:
    """A noun chunk and those that "و" or a comma with "و" joins to it, under the same preposition."""
    found = page.groups.get(index)
    if found is None:
        found = page.groups[index] = _joined_to(page, index)
    return found


def _joined_to(page: Page, index: int) -> tuple[Chunk, ...]:
    first = page.chunks[index]
    if pair := named_pair(page, first):
        return pair
    found, position, end = [first], index + 1, page.sentence_last[index]
    while position < end:
        chunk = page.chunks[position]
        if chunk.kind in CLAUSAL:
            break
        if chunk.kind == "mark" and chunk.text in closed().commas and position + 1 < end:
            if (past := _past_comma(page, first, found[-1], position)) is None:
                break
            position = past
            continue
        if (also := _also(page, first, position) or across_place(page, first, position)) is not None:
            found.append(also)
            position = also.index + 1
            continue
        if (behind := _part_behind(page, position)) is not None:
            position = behind  # "25 مقاتلا على الأقل من الفصائل وثمانية من التنظيم"
            continue
        if (other := _other_owner(page, first, position)) is not None:
            found.append(other)
            position = other.index + 1
            continue
        if _describes(page, first, chunk):
            position += 1
            continue
        if chunk.bare and chunk.owner is not None and page.word(chunk).stem_key == "اي":
            found.append(msgspec.structs.replace(chunk, actor=chunk.owner))  # "من الأصدقاء، أي الإيرانيون"
            break
        more = chunk.prep == "من" and chunk.actor is not None and _counted(page.chunks[position - 1])
        if not (chunk.kind == "noun" and chunk.joined and (chunk.prep in ("", first.prep) or more)):
            break  # "سقط عشرات المسلحين ومن القوات الموالية لهم"
        if _tells_besides(page, first, chunk):
            break
        if (people := counted_people(page, chunk)) is not None:
            found.append(msgspec.structs.replace(chunk, actor=people.actor))  # "مقتل 37 مسلحا و16 من قوات الحرس"
            break
        if _joined_without_name(page, first, chunk):
            position += 1
            continue
        if is_peer(page, chunk):
            chunk = sided(chunk)  # "وقع الوزير ونظيره العماني اتفاقا"
        if chunk.actor is None and (first.actor is not None or (chunk.owner is None and chunk.place is None)):
            break
        if _opens_clause(page, position, end) and not _shares_verb(page, index, position):
            break
        found.append(chunk)
        position += 1
    return tuple(found)


def _past_comma(page: Page, first: Chunk, last: Chunk, comma: int) -> int | None:
    """Where a group goes on behind a comma: at what "و" joins to it, or past a title of the last of it."""
    following = page.chunks[comma + 1]
    if following.kind == "noun" and following.joined and following.prep in ("", first.prep):
        return comma + 1
    return past_title(page, last, comma)


def _also(page: Page, first: Chunk, position: int) -> Chunk | None:
    """ "مقاتلي التنظيم في سوريا وكذلك الحزب في العراق": one more behind "and also", across where the first are."""
    where = page.chunks[position]
    at = position + (where.kind == "noun" and bool(where.prep) and where.place is not None and not where.joined)
    if at + 1 >= page.sentence_last[position] or page.text.words[page.chunks[at].first].key not in ALSO:
        return None
    more = page.chunks[at + 1]
    alike = more.kind == "noun" and more.actor is not None and first.actor is not None and more.prep in ("", first.prep)
    if not alike or more.joined or _opens_clause(page, at + 1, page.sentence_last[position]):
        return None
    return msgspec.structs.replace(more, prep=first.prep, joined=True)


def named_pair(page: Page, first: Chunk) -> tuple[Chunk, ...]:
    """ "اتفق الرئيسان بوتين وأردوغان": the two names behind a dual say who the two are."""
    two = first.actor
    if two is None or two.number != "d" or two.form not in ("role", "title"):
        return ()
    behind = page.chunks[first.index + 1 : min(first.index + 5, page.sentence_last[first.index])]
    names: list[Chunk] = []
    joined: list[bool] = []
    for number, chunk in enumerate(behind):
        if not chunk.bare or len(names) == 2:
            break
        side = chunk.actor is None and chunk.owner is None and chunk.definite and chunk.last == chunk.head + 1
        if chunk.actor is not None and chunk.actor.klass == "person":
            left = behind[number - 1] if number else None
            names.append(chunk)
            joined.append(chunk.joined or (left is not None and left.actor is None and left.joined))
        elif not side:
            break  # "الرئيسين الروسي بوتين والتركي أردوغان": the adjectives say whose they are
    return tuple(names) if joined == [False, True] else ()


def _describes(page: Page, first: Chunk, chunk: Chunk) -> bool:
    """Whether a phrase only says more of the one before it, so that what "و" joins may still come."""
    if chunk.index == first.index + 1 and _repeats_owner(first, chunk):
        return True  # "مواقع للحوثيين وقوات صالح": the owners go on behind "ل"
    left = page.chunks[chunk.index - 1]
    if says_rank(page, chunk):
        return True
    return is_modifier(page, chunk) or (chunk.text == "pronoun" and is_modifier(page, left))  # "موالون لها وستة جنود"


def _joined_without_name(page: Page, first: Chunk, chunk: Chunk) -> bool:
    """Whether a joined phrase is one of the group without a name to add."""
    if _is_kin(page, chunk):
        return True  # "على الرئيس ونجله وقائدين"
    if chunk.actor is None and chunk.owner is not None and first.actor is not None and chunk.prep:
        return True
    return _more_targets(page, first, chunk)  # "مواقع وتجمعات وآليات الحوثيين": the last one says whose they are


def _is_deed(page: Page, chunk: Chunk) -> bool:
    """Whether a noun phrase tells an act of force by its head ("قصف الجيش")."""
    if chunk.actor is not None or chunk.kind != "noun":
        return False
    return any(e.type in DEEDS for e in deeds_of(page.word(chunk)))


def _tells_besides(page: Page, first: Chunk, chunk: Chunk) -> bool:
    """Whether a joined verbal noun with a genitive goes on from what stood before the group, which tells none."""
    if chunk.owner is not None and _is_deed(page, chunk) and not _is_deed(page, first):
        return True  # "بعد قصف الحوثيين للحي وقتل القناصة"
    if chunk.actor is not None or chunk.owner is None or (first.actor is None and first.owner is None):
        return False
    one, other = page.word(first), page.word(chunk)
    target = other.stem_key in closed().target_nouns
    return not target and _is_masdar(other) and not _is_masdar(one)  # "من دنس المتمردين، وإعادة الحكومة إليها"


def _is_masdar(word: Word) -> bool:
    return any(a.derived == "masdar" for a in word.analyses)


def _part_behind(page: Page, position: int) -> int | None:
    """The chunk past "على الأقل" and "من الفصائل" right behind a counted phrase, or None."""
    left, chunk, end = page.chunks[position - 1], page.chunks[position], page.sentence_last[position]
    if not _counted(left):
        return None
    least = chunk.prep == "علي" and page.word(chunk).stem_key in LEAST
    of = position + least
    if of < end and counted_part(page, of):
        return of + 1
    return of if least else None


def counted_part(page: Page, index: int) -> bool:
    """Whether a phrase behind "من" says of whom a counted phrase before it is a part ("25 مقاتلا على الأقل من …")."""
    chunk, before = page.chunks[index], index - 1
    if chunk.prep != "من" or chunk.joined or (chunk.actor is None and chunk.owner is None):
        return False
    if before > page.sentence_first[index] and page.word(page.chunks[before]).stem_key in LEAST:
        before -= 1
    left = page.chunks[before] if before >= page.sentence_first[index] else None
    arms = left is not None and left.actor is not None and left.actor.klass == "weapon"
    if arms and chunk.actor is not None and chunk.actor.klass in ("state", "office"):
        return False  # "تسلم ست مروحيات من الولايات المتحدة": who gave them
    return left is not None and _counted(left)


def _counted(chunk: Chunk) -> bool:
    people = chunk.actor or chunk.owner
    return chunk.kind == "noun" and people is not None and people.quantity is not None


def _other_owner(page: Page, target: Chunk, position: int) -> Chunk | None:
    """ "مواقع للتنظيم في سوريا ولحزب العمال في العراق", "وأخرى للحزب": whose the other targets are."""
    end = page.sentence_last[position]
    if target.owner is None or page.word(target).stem_key.removesuffix("ا") not in closed().target_nouns:
        return None
    where = page.chunks[position]
    step = position + (where.kind == "noun" and bool(where.prep) and where.place is not None and not where.joined)
    if step < end and page.chunks[step].joined and page.word(page.chunks[step]).stem_key in OTHERS:
        step += 1
    elif step >= end or not page.chunks[step].joined:
        return None
    if step >= end or page.chunks[step].prep != "ل" or page.chunks[step].actor is None:
        return None
    return msgspec.structs.replace(page.chunks[step], prep=target.prep)


def _more_targets(page: Page, first: Chunk, chunk: Chunk) -> bool:
    """Whether two bare targets without an owner are told one after the other."""
    bare = all(c.bare and c.actor is None and c.owner is None and c.place is None for c in (first, chunk))
    return bare and all(page.word(c).stem_key in closed().target_nouns for c in (first, chunk))


def _is_kin(page: Page, chunk: Chunk) -> bool:
    """ "ونجله", "وأفراد أسرته": people of the one just named, who have no name of their own."""
    word = page.text.words[chunk.last - 1]
    return chunk.actor is None and bool(word.enclitic) and word.stem_key in closed().kin


def _repeats_owner(target: Chunk, chunk: Chunk) -> bool:
    """Whether a phrase behind "ل" is the owner that the target before it already has."""
    owner = target.owner
    return owner is not None and chunk.prep == "ل" and chunk.first <= owner.first and owner.last <= chunk.last


def _opens_clause(page: Page, position: int, end: int) -> bool:
    """ "وقوات النظام تقصف": a joined phrase with its own verb right behind it begins a clause."""
    ahead = position + 1
    parted = page.chunks[position - 1].kind == "mark"
    while parted and ahead < end and page.chunks[ahead].kind == "particle":
        ahead += 1  # "اخترق التنظيم المجتمع، والحكومة لا تريد"
    following = page.chunks[ahead] if ahead < end else None
    return (
        following is not None
        and following.kind == "verb"
        and not following.joined
        and following.text not in IMPERSONAL
        and features(page.word(following)).tense == "present"
    )


def _shares_verb(page: Page, first: int, position: int) -> bool:
    """ "المقاومة والجيش تفرض حصارا": no verb stands before the first, and theirs does not agree with the last alone."""
    if first and page.chunks[first - 1].text in closed().copulas and first > page.sentence_first[first]:
        return True  # "لا تزال المدافع وقوات الحرس تقصف"
    verb, second = features(page.word(page.chunks[position + 1])), gender_of(page.chunks[position], page)
    if verb.number == "d" and number_of(page.chunks[position], page) == "s":
        return True  # "بوتين وأردوغان يبحثان"
    if first == page.sentence_first[first] or page.chunks[first - 1].kind == "that":
        return True  # "الجيش والمسلحون يتبادلون": else the first would have no verb
    if not verb.gender or not second or verb.gender == second:
        return False
    for number in range(first - 1, page.sentence_first[first] - 1, -1):
        chunk = page.chunks[number]
        if chunk.kind in ("that", "when", "mark"):
            return True
        if chunk.kind in ("verb", "relative") and chunk.text not in closed().copulas:
            return False
    return True
