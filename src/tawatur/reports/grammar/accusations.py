"""Whether words say of someone what he did, and of whom: "اتهم أ ب بقصف", "وجه الاتهام إلى ب بقصف"."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.arguments import object_of, of_verb, tells_itself
from tawatur.reports.grammar.borders import is_finite, is_participle
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.modifiers import is_modifier
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import set_apart, standing_for
from tawatur.reports.grammar.purposes import named_again
from tawatur.reports.lexicon.collocates import keys_of
from tawatur.reports.lexicon.senses import accuses, accusing_words, suffered

CHARGES = frozenset({"تهمه", "تهم", "شبهه"})
AGAINST = frozenset({"ضد", "بحق"})
ACCUSATION = "اتهام"
BLAME = frozenset({"مسووليه", "مسئوليه"})
USED = frozenset(
    {"استغلال", "توظيف", "استثمار", "تسييس", "تبرير", "تمجيد", "تجاهل", "تاييد", "انكار", "اخفاء", "تضخيم", "مباركه"}
)  # who makes use of an act of others, or excuses it, did not do it
BEFORE = 6  # chunks before a charge within which stands who is charged


def accuses_here(page: Page, verb: int, index: int) -> bool:
    """Whether a verb says what someone did; "وجه" does only with a charge ("وجه الاتهام إلى … بقصف")."""
    word = page.word(page.chunks[verb])
    if page.word(page.chunks[index]).stem_key in USED:
        return False
    locks = accusing_words(word)
    if not locks:
        return accuses(word)
    between = page.text.words[page.chunks[verb].last : page.chunks[index].first]
    return not locks.isdisjoint(keys_of(between))


def charged_with(page: Page, index: int) -> tuple[ActorPhrase, ...] | None:
    """ "أعدم التنظيم رجلين بتهمة التعاون مع": who is charged, or None where no charge opens the phrase."""
    phrase = page.chunks[index]
    if phrase.prep != "ب" or page.word(phrase).stem_key not in CHARGES:
        return None
    for position in range(index - 1, max(page.sentence_first[index], index - BEFORE) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind in ("that", "relative", "when"):
            break
        if is_finite(chunk):
            return _harmed_by(page, position)
        if chunk.kind == "noun" and chunk.prep in AGAINST and chunk.actor is not None:
            return (chunk.actor,)
        if chunk.kind == "noun" and chunk.actor is None and tells_itself(page, chunk):
            alone = all(page.chunks[n].prep for n in range(position + 1, index))  # or "بعد مهاجمة الجنود القرية"
            return (chunk.owner,) if chunk.owner is not None and alone else ()
    return ()


def _harmed_by(page: Page, verb: int) -> tuple[ActorPhrase, ...]:
    """Who a verb is done to: its object, or the subject of one that tells what befell someone."""
    word, slots = page.word(page.chunks[verb]), of_verb(page, verb).slots
    hit = slots.get("object", []) or slots.get("علي", [])
    if not hit and (suffered(word) or features(word).passive):
        hit = slots.get("subject", [])
    return tuple(c.actor for c in hit if c.actor is not None)


def charges(page: Page, chunk: Chunk) -> bool:
    """ "متهما تركيا": an adverbial participle of accusing."""
    return is_participle(page, chunk) and accuses(page.word(chunk))


def accused_by(page: Page, accusing: int, index: int) -> tuple[ActorPhrase, ...]:
    """ "اتهم أ ب بقصف", "متهما ب بقصف", "وجه الاتهام إلى ب بقصف": who is accused of the noun chunk `index`."""
    chunk = page.chunks[accusing]
    if chunk.kind == "verb":
        slots = of_verb(page, accusing).slots
        own = [c.index for c in slots.get("subject", ())]
        accused = [c for c in slots.get("object", ()) if not named_again(page, own, c)]
        if not accused and (meant := standing_for(page, chunk, page.word(chunk))) is not None:
            accused = [meant]
        if all(c.actor is None for c in accused):
            accused = [c for slot in ("ل", "الي") for c in slots.get(slot, ()) if c.index < index]
    else:
        direct = object_of(page, accusing, None, index)
        accused = [set_apart(page, page.chunks[direct]) or page.chunks[direct]] if direct is not None else []
    return tuple(c.actor for c in accused if c.actor is not None)


def accused_in(page: Page, position: int, chunk: Chunk) -> tuple[ActorPhrase, ...]:
    """ "بعد اتهام الحركة بقتل", "اتهام واشنطن لطهران بدعم": who is accused by a noun of what stands behind it."""
    left = page.chunks[position]
    if chunk.prep != "ب" or page.word(left).stem_key != ACCUSATION or left.owner is None or left.actor is not None:
        return ()
    between = [c for c in page.chunks[position + 1 : chunk.index] if not is_modifier(page, c)]
    if not between or between[0].prep in ("في", "من"):
        return (left.owner,)
    named = between[0].prep == "ل" or (between[0].bare and not between[0].joined)
    return actors_of(page, between[0].index) if named and between[0].actor is not None else ()


def blamed_for(page: Page, verb: int, index: int) -> bool:
    """ "حمل السكان القوات المسؤولية عن مقتل", "مسؤولية قتل": whether a verb of blaming says for what deed."""
    chunk, left = page.chunks[index], page.chunks[index - 1]
    if page.word(chunk).stem_key in BLAME:
        return chunk.bare and bool(accusing_words(page.word(page.chunks[verb])))
    blamed = any(w.stem_key in BLAME for w in page.text.words[left.first : left.last])
    return chunk.prep == "عن" and blamed and accuses_here(page, verb, index)
