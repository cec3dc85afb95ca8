"""The arguments of an event noun: its genitive, adjectives, prepositions, and those of its relative clause."""

import msgspec

from tawatur.arabic.word import Word
from tawatur.knowledge.lexicon.entries import LOSSES
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.arguments import Arguments, described, tells_itself
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.cataphora import named_later
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.descriptions import goes_on
from tawatur.reports.grammar.duals import both
from tawatur.reports.grammar.groups import coordinated
from tawatur.reports.grammar.noun_reach import after_noun, end_of_noun, far_agent
from tawatur.reports.grammar.noun_relatives import take_ascribed, take_ascribing, take_relative
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.prepositional import Slots, prepositions, put, resumes
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.grammar.relative_heads import is_head, nearest_head
from tawatur.reports.grammar.same_fallen import meant_by
from tawatur.reports.lexicon.senses import deeds_of, key, lights_of, senses_of

SOMEONE = frozenset({
    "صحفي", "صحافي", "مصور", "مراسل", "مواطن", "رجل", "سجين", "اسير", "معتقل", "طبيب", "مهندس", "ناشط", "جندي", "ضابط",
    "طيار", "موظف", "صياد", "طفل", "شاب", "سائح",
})  # fmt: skip
THEY = frozenset({"هم", "هما", "هن", "هو", "هي"})
TAKEN = frozenset({"arrest", "abduct"})
OTHERS = frozenset({"اخري", "اخر", "جديده", "جديد"})
COUNTED = frozenset({"noun", "number"})
DONE = frozenset({key("تم"), key("جرى")})
JOINED = 6  # chunks between two verbal nouns that "و" joins
STOPS = frozenset({"اعتراض", "اسقاط", "تدمير", "صد", "احباط", "تصدي"})  # what flies is stopped: no one's act but theirs


def of_noun(page: Page, word: int, but: frozenset[str] = frozenset()) -> Arguments:
    """The arguments of the event noun at a word: its genitive, adjectives, prepositions, and its relative clause.

    `but` are the entities that carry the act: no pronoun behind it means them.
    """
    chunk = page.chunks[page.chunk_of[word]]
    slots: Slots = {}
    index = _put_genitive(page, word, slots)
    start = index + 1
    behind = list(after_noun(page, index))
    for position in behind:
        following = page.chunks[position]
        if following.kind == "relative":
            if following.text == "بما":
                break  # "في الاجتماع عن سعادته بما حققته القوات": it describes nothing
            if is_head(page, word, chunk, following) and nearest_head(page, index, position):
                take_relative(page, position + 1, slots)
                _beyond_relative(page, position, slots)
            break
        if following.kind == "verb":
            if not _of_thing(page, word, chunk, following):
                take_relative(page, position, slots)
            break
        beside = following.bare and not following.joined and position == index + 1
        if beside and slots.get("genitive") and page.text.words[following.first].key in THEY:
            put(slots, "genitive", page, position)  # "مقتل ثمانية هم ثلاثة جنود وخمسة مدنيين"
            continue
        if (beside and slots.get("genitive") and not goes_on(page, page.chunks[index], following)) or (
            slots.get("genitive") and "object" not in slots and _met_later(page, word, position)
        ):
            put(slots, "object", page, position)
    prepositions(page, range(start, end_of_noun(page, index, behind)), slots, None, but)
    if "من قبل" not in slots and (by := far_agent(page, index)) is not None:
        put(slots, "من قبل", page, by)
    take_ascribed(page, slots)
    take_ascribing(page, chunk.index, slots)
    return Arguments(slots=slots, nationals=tuple(n for n in chunk.nationals if _describes(page, word, n)), rule="noun")


def _put_genitive(page: Page, word: int, slots: Slots) -> int:
    """Finds whose act it is or who suffers it: behind the noun, or whom its pronoun means; tells where that ends."""
    index = page.chunk_of[word]
    chunk = page.chunks[index]
    if pair := both(page, page.text.words[word]):
        slots["genitive"] = [msgspec.structs.replace(chunk, kind="noun", actor=a, owner=None, place=None) for a in pair]
    elif page.text.words[word].enclitic and (same := _same_patient(page, chunk, page.text.words[word])) is not None:
        slots["genitive"] = [same]
    elif page.text.words[word].enclitic and (head := _undergoing(page, word)) is not None:
        done = any(s.genitive in ("patient", "either") for s in senses_of(page.text.words[word], as_verb=False))
        slots["genitive"] = [msgspec.structs.replace(head, text="pronoun")] if done and head.actor is not None else []
    elif page.text.words[word].enclitic and (later := named_later(page, chunk, page.text.words[word])):
        slots["genitive"] = later
    elif page.text.words[word].enclitic and (meant := meant_by(page, chunk, page.text.words[word])):
        slots["genitive"] = meant
    elif (chunk.owner is not None or chunk.place is not None) and not chunk.actor:
        slots["genitive"] = [
            c
            for c in coordinated(page, index)
            if (c.owner is not None or c.place is not None or c.actor is not None)
            and (c.index == index or not tells_itself(page, c) or _both_lost(page, chunk, c))
        ]
    elif chunk.last == word + 1 or not chunk.nationals:
        owner = _genitive_chunk(page, index) or _shared_genitive(page, index)
        if owner is not None:
            put(slots, "genitive", page, owner)
            index = slots["genitive"][-1].index
    return index


def _undergoing(page: Page, word: int) -> Chunk | None:
    """ "المقاتلون الذين تم أسرهم", "عبوات تم زرعها": what a clause describes that tells what was done to it."""
    index, here = page.chunk_of[word], page.text.words[word]
    verb = page.chunks[index - 1] if index > page.sentence_first[index] + 1 else None
    if verb is None or not is_finite(verb) or verb.joined or page.chunks[index].prep:
        return None
    if not any(key(a.lemma) in DONE for a in page.word(verb).analyses if a.pos == "verb"):
        return None
    head = described(page, verb.index)
    if head is not None and page.chunks[verb.index - 1].kind != "relative" and page.word(head).pos not in COUNTED:
        return None  # "كيف جرى تجنيده"
    if head is not None and head.actor is None and head.owner is not None and head.owner.last == head.last:
        whose = msgspec.structs.replace(head, actor=head.owner, owner=None)
        return whose if agrees(here.enclitic, head.owner) else None
    return head if head is not None and resumes(page, here.enclitic, head) else None


def _met_later(page: Page, word: int, position: int) -> bool:
    """ "لقائه أمس في القاهرة المبعوث": whom one meets, behind what only says when and where."""
    chunk, here = page.chunks[position], page.text.words[word]
    between = page.chunks[page.chunk_of[word] + 1 : position]
    if not between or not here.enclitic or not chunk.bare or chunk.joined or chunk.actor is None:
        return False
    where = all(c.kind == "time" or (c.prep in ("في", "ب") and (c.place or not c.actor)) for c in between)
    return where and chunk.definite and any(e.type == "CONSULT" for e in deeds_of(here))


def _same_patient(page: Page, chunk: Chunk, word: Word) -> Chunk | None:
    """ "بتمويل ميليشيات في ليبيا وتسليحها": the pronoun on a joined verbal noun means whom the first is done to."""
    if not chunk.joined or chunk.prep or word.index != chunk.head or not tells_itself(page, chunk):
        return None
    for position in range(chunk.index - 1, max(page.sentence_first[chunk.index], chunk.index - JOINED) - 1, -1):
        left = page.chunks[position]
        if left.kind != "noun":
            return None
        if left.owner is None and left.actor is None and page.word(left).enclitic == word.enclitic:
            continue  # "تجنيد الأطفال وتدريبهم وإرسالهم"
        if left.actor is None and tells_itself(page, left):
            owner = left.owner if left.head + 1 == (left.owner.first if left.owner is not None else 0) else None
            fits = owner is not None and agrees(word.enclitic, owner)
            return msgspec.structs.replace(chunk, actor=owner, owner=None, place=None, text="pronoun") if fits else None
    return None


def _both_lost(page: Page, one: Chunk, other: Chunk) -> bool:
    """ "مقتل ضابط وإصابة أربعة جنود" tells of one toll, "تحرير عدن ودحر التنظيم" of two acts."""
    losses = [any(e.extension in LOSSES for e in deeds_of(page.word(c))) for c in (one, other)]
    return one.owner is not None and all(losses)


def _describes(page: Page, word: int, national: ActorPhrase) -> bool:
    """Whether an adjective of nationality is one of the event noun ("القصف الجوي الروسي"), not of a noun behind it."""
    words = page.text.words
    between = [words[n] for n in range(word + 1, national.first + 1) if words[n].kind == "word"]
    counted = words[national.first].stem.endswith("ا") and any(w.pos == "number" for w in between)  # "أسر أربعين حوثيا"
    owned = any(w.stem_key in closed().target_nouns for w in between[:-1])  # "تدمير مستودع أسلحة أوكراني"
    owned = owned or (len(between) > 1 and between[-2].stem_key in SOMEONE)  # "إطلاق سراح صحفي فرنسي"
    here = {e.extension for e in deeds_of(words[word])}
    blow = len(between) > 1 and any(e.type == "ASSAULT" for e in deeds_of(between[-2]))
    owned = owned or ("repel" in here and blow)  # "إحباط هجوم حوثي"
    owned = owned or (len(between) == 1 and not here.isdisjoint(TAKEN))  # "اعتقال فلسطيني مطلوب"
    fits = national.first > word and not counted and not owned and _agree(words[word], words[national.first], between)
    return fits and all(w.definite == words[word].definite for w in between)


def _agree(noun: Word, national: Word, between: list[Word]) -> bool:
    """ "إسقاط مروحية أمريكية": with a noun between, the adjective has the gender of the noun that it describes."""
    if not any(w.pos == "noun" for w in between[:-1]):
        return True
    feminine = noun.text.endswith("ة") or any(a.number == "p" or a.gender == "f" for a in noun.analyses)
    return feminine == national.text.endswith("ة")


def _genitive_chunk(page: Page, index: int) -> int | None:
    """A name that stands right behind the event noun without preposition is its genitive."""
    following = index + 1
    if following >= page.sentence_last[index]:
        return None
    chunk, head = page.chunks[following], page.text.words[page.chunks[index].last - 1]
    described = head.index > page.chunks[index].head and (head.pos == "adjective" or head.stem_key in OTHERS)
    open_noun = "ال" not in head.prefixes and not head.enclitic and not described
    named = chunk.actor is not None and (chunk.actor.form != "role" or chunk.actor.quantity is not None)
    if head.enclitic and head.stem_key in closed().kin and chunk.actor is not None and chunk.actor.klass == "person":
        return following  # "من قتل خاله العقيد راشد"
    if page.word(chunk).stem.endswith("ا") and chunk.place is None and not page.word(chunk).definite and not named:
        return None  # "غارة أخرى رتلا": the accusative is no genitive
    return following if chunk.bare and not chunk.joined and open_noun else None


def _shared_genitive(page: Page, index: int) -> int | None:
    """ "دعم وتدريب القوات": two verbal nouns share the name behind the second."""
    following = index + 1
    if following >= page.sentence_last[index]:
        return None
    chunk = page.chunks[following]
    shared = chunk.joined and not chunk.prep and chunk.owner is not None and tells_itself(page, chunk)
    alone = page.chunks[index].last == page.chunks[index].head + 1  # not "قصف المخازن وتصاعد النيران"
    alone = alone and tells_itself(page, page.chunks[index])  # nor "في كمين وأسر عشرة"
    return following if shared and alone else None


def _of_thing(page: Page, word: int, chunk: Chunk, verb: Chunk) -> bool:
    """ "اعتراض صاروخ باليستي أطلقته الميليشيات": the verb says who fired what the act is done to."""
    words = page.text.words
    if not page.word(verb).enclitic:
        return False
    hits = any("subject" in e.noun for e, _ in lights_of(page.word(verb), as_verb=True))  # "هجوم استهدفهما"
    if page.word(verb).enclitic == "هما" and not hits and not words[word].stem.endswith(("ان", "ين")):
        return True  # "هجوم بطائرتين أسقطتهما الدفاعات"
    if words[word].stem_key in STOPS:
        return any(w.stem_key in closed().missiles | closed().air_arms for w in words[word + 1 : verb.first])
    return chunk.last != word + 1 and words[chunk.last - 1].stem_key in closed().missiles


def _beyond_relative(page: Page, relative: int, slots: Slots) -> None:
    """ "اللقاء الذي وصف بالأول، بين أ وب": the parties may stand behind the relative clause and its comma."""
    for position in range(relative + 2, min(relative + 9, page.sentence_last[relative] - 1)):
        if page.chunks[position].kind == "mark" and page.chunks[position].text in closed().commas:
            ahead = position + 1 + (page.chunks[position + 1].kind == "particle")
            if ahead < page.sentence_last[relative] and page.chunks[ahead].prep in ("بين", "مع"):
                prepositions(page, range(ahead, ahead + 1), slots)
            return
