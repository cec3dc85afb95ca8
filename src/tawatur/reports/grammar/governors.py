"""What governs an event noun: a light, control or aspect verb, a control noun, or nothing."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.accusations import accused_in, charged_with, charges
from tawatur.reports.grammar.additions import adds, doing
from tawatur.reports.grammar.arguments import tells_itself
from tawatur.reports.grammar.asides import only_parted, opening_comma
from tawatur.reports.grammar.beliefs import past_belief
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.governing_verbs import REACH, aim_of_carried, around_relative, verb_over
from tawatur.reports.grammar.governor import Governor, accompanies, is_place, stands_in
from tawatur.reports.grammar.groups import actors_of, owners_of
from tawatur.reports.grammar.means import by_means, of_accusation
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.purposes import aims, forced_to, is_stage
from tawatur.reports.grammar.resuming import describes_noun, sated_relative
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.grammar.triers import tries, who_tries
from tawatur.reports.grammar.uncarried import is_met
from tawatur.reports.grammar.verbal_nouns import is_masdar
from tawatur.reports.lexicon.senses import index as lights
from tawatur.reports.lexicon.senses import key, lights_of

DECISION = "قرار"
UNDERGOES = "تعرض"
CLAIMS = frozenset({"تبني", "رفض"})
BLAMED = frozenset({"تورط"})  # what someone is said to be mixed up in is no deed told
MEANT = frozenset({"means_of_subject", "aim_of_subject", "cause_of_subject"})
TRYING = frozenset({"possible", "planned"})
FAR = 12  # chunks between a light verb and its noun where a preposition shows whose complement the noun is


def governor_of(page: Page, index: int, depth: int = 0) -> Governor | None:
    """The light or control verb or noun that governs the noun chunk `index`."""
    chunk = page.chunks[index]
    if (more := adds(page, index)) is not None and (told := _of_more(page, more, index)) is not None:
        return told
    limit = start = max(page.sentence_first[index], index - (FAR if chunk.prep else REACH))
    own = bool(page.word(chunk).enclitic)  # "واصلت المقاومة، تقدمها"
    crossed = nested = apart = False
    position = index
    while position > start:
        position -= 1
        left = page.chunks[position]
        if left.kind == "that" and (past_belief(page, position - 1) or index + 1) <= index:
            position -= 1
            continue  # "شن مسلحون يعتقد أنهم من التنظيم هجوما"
        if _shuts_off(left):
            return None
        if left.kind == "mark" and (opening := opening_comma(page, position)) is not None:
            start = max(page.sentence_first[index], start - (position - opening))
            position = opening  # "، المدعومة بعناصر الجيش،"
        elif left.kind == "mark":
            crossed = True
        elif left.kind == "verb":
            taken = nested and _has_own(page, position, chunk)
            free = not crossed or chunk.prep or own or only_parted(page, position, index)
            found = verb_over(page, position, index) if free and not taken else None
            blocked = nested and chunk.prep in ("ب", "ل")
            if found is None and blocked and (through := aim_of_carried(page, position, index)) is not None:
                return through
            if found is None and chunk.prep and describes_noun(page, position):
                nested = True
                continue  # "أسفرت غارة شنتها طائرة عن مقتل": the inner verb governs nothing behind its own
            if found is None and chunk.bare and sated_relative(page, position):
                position -= 1
                continue  # "كثفت طائرات التحالف الذي تقوده المملكة غاراتها"
            stop = blocked or position < limit
            return found or _around_or_means(page, position, chunk, crossed=crossed, stop=stop)
        elif chunk.prep == "من" and position == index - 1 and depth < 3 and is_stage(page, left):
            found = governor_of(page, position, depth + 1)  # "بدأت القوات المرحلة الثالثة من تحرير المدينة"
            return found._replace(noun=chunk.head) if found is not None else None
        elif left.kind == "noun" and chunk.prep == "ب" and charges(page, left):
            return of_accusation(page, position, index)
        elif left.kind == "noun" and left.actor is None and depth < 3 and not is_place(left):
            near = not apart or tries(page, position, chunk) is not None or _comes_under(page, left, chunk)
            found = _of_noun(page, position, chunk, depth) if near else None
            if found is not None:
                return found
            nested = nested or (tells_itself(page, left) and not accompanies(page, left))
        apart = apart or bool(left.prep)
    return None


def _shuts_off(left: Chunk) -> bool:
    """Whether nothing before a chunk governs what stands behind it."""
    if left.kind in ("relative", "when", "that"):
        return True  # "شدد الجيش على أن المعركة مستمرة": the topic of what is said
    return left.kind == "mark" and left.text not in ("،", ",")


def _has_own(page: Page, verb: int, chunk: Chunk) -> bool:
    """Whether a verb has the noun that stands between as its own, so that the chunk behind is not its event."""
    return not is_met(page, verb) and not chunk.joined and chunk.prep in ("", "في")


def _around_or_means(page: Page, verb: int, chunk: Chunk, *, crossed: bool, stop: bool) -> Governor | None:
    """The verb around the clause of one that does not carry the noun, or the verb whose means or aim the noun is."""
    if (found := around_relative(page, verb, chunk.index)) is not None:
        return found
    # "خصومه، كالتيار الذي يترأسه سعد، برفض تعيينه"
    told_of = crossed and sated_relative(page, verb) and not accompanies(page, chunk)
    return None if stop or told_of else by_means(page, verb, chunk)


def _comes_under(page: Page, left: Chunk, chunk: Chunk) -> bool:
    """ "تعرض المتمردين في عدة محافظات لضربات": where it was may stand between."""
    here = left.owner is not None and chunk.prep == "ل"
    return here and any(key(e.lemma) == UNDERGOES for e, _ in lights_of(page.word(left), as_verb=False))


def _of_more(page: Page, more: int, index: int) -> Governor | None:
    """ "سيطرت القوات على الجبل إضافة إلى أسر عشرة": who does what was told before does what is added to it."""
    verb = doing(page, more)
    if verb is None:
        return None
    subject = subject_chunk(page, verb)
    actors = actors_of(page, subject.chunk) if subject.chunk is not None else ()
    head = page.chunks[verb].head
    return Governor(None, head, "actor", actors, None, {}, "added_to", page.chunks[index].head) if actors else None


def inside(page: Page, index: int, word: int, outer: Governor | None) -> Governor | None:
    """What governs the event noun at a word that a noun of trying, claiming or charging carries."""
    if word <= page.chunks[index].head:
        return outer
    if outer is not None and outer.rule in MEANT and not _carries(page, index, word):
        return None  # "وصف القائد عبر خطاب متلفز معركة القلمون بأنها"
    if (charged := charged_with(page, index)) is not None:
        return Governor(None, page.chunks[index].head, "actor", charged, None, {}, "charged_with", word)
    for before in range(page.chunks[index].head, word):
        for entry, shape in lights_of(page.text.words[before], as_verb=False):
            if shape not in ("masdar", "noun"):
                continue
            if key(entry.lemma) in CLAIMS and outer is not None:
                return outer._replace(entry=entry)  # "أعلن الحزب تبني مقتل شرطيين"
            if entry.kind == "control" and page.text.words[before].enclitic:  # "أثناء محاولتهم التسلل"
                return Governor(entry, before, "actor", who_tries(page, index), None, {}, "control_noun", word)
    return outer


def _carries(page: Page, index: int, word: int) -> bool:
    """Whether the words before an event noun in its phrase only carry it ("بسلسلة غارات", "عبر تنفيذ هجمات")."""
    before = page.text.words[page.chunks[index].head : word]
    if "ال" in before[0].prefixes:
        return False  # "عدت الأمانة العامة للقضاء التفجير"
    return len(before) == 1 or all(
        w.stem_key in closed().transparent_nouns or is_masdar(w) or w.pos != "noun" for w in before
    )


def _of_noun(page: Page, position: int, chunk: Chunk, depth: int) -> Governor | None:
    """ "إقدام المجموعة على اغتيال", "محاولة القوات اقتحام": the genitive of a control noun is the subject."""
    left = page.chunks[position]
    if accompanies(page, left):
        return None  # "التحالف بقيادة الولايات المتحدة 29 غارة": no leading of strikes
    if not chunk.prep and "ال" in page.word(left).prefixes:
        return None  # "التقرير تباينا": a closed noun takes no bare object
    if accused := accused_in(page, position, chunk):
        return Governor(None, left.head, "actor", accused, None, {}, "accused_of", chunk.head)
    if forced := forced_to(page, left, chunk):
        return Governor(None, left.head, "actor", forced, None, {}, "control_noun", chunk.head)
    if (owner := aims(page, left, chunk)) is not None:
        return Governor(None, left.head, "actor", (owner,), None, {}, "aim_of_owner", chunk.head)
    if chunk.prep == "ب" and page.word(left).stem_key.removesuffix("ا") in closed().decisions:
        return _of_decision(page, left, chunk, depth)
    if chunk.bare and position + 1 == chunk.index and page.word(left).stem_key == DECISION and left.owner is not None:
        entry = next((e for e in lights().lights.get(key("قرر"), ())), None)  # "قرار الحكومة إغلاق الموانئ"
        return Governor(entry, left.head, "actor", (left.owner,), None, {}, "control_noun", chunk.head)
    for word in range(left.head, left.owner.first if left.owner is not None else left.last):
        for entry, shape in lights_of(page.text.words[word], as_verb=False):
            tried = chunk.prep == "ل" and entry.modality in TRYING  # "في محاولة لاقتحام المدينة"
            if shape not in ("masdar", "noun") or not (tried or stands_in(entry, chunk.prep or "object")):
                continue
            actors: tuple[ActorPhrase, ...] = owners_of(page, position)
            if not actors and position + 1 < chunk.index and page.chunks[position + 1].bare:
                actors = tuple(a for a in (page.chunks[position + 1].actor,) if a is not None)
            if not actors and (by := tries(page, position, chunk)) is not None:
                return Governor(entry, word, "actor", (by,), None, {}, "control_noun", chunk.head)
            if chunk.joined and page.text.words[word].enclitic:
                continue  # "رفضها الحلول وسيطرتها على البلدة"
            if not actors and (outer := governor_of(page, position, depth + 1)) is not None:
                own = page.text.words[word].enclitic and entry.modality == "possible"
                own = own or key(entry.lemma) in CLAIMS  # "أعلن تبني مقتل شرطيين", "جدد رفض بلاده التدخل"
                role = "recipient" if entry.subject == "recipient" and outer.role == "actor" else outer.role
                return outer._replace(rule="control_noun", entry=entry if own else outer.entry, role=role)
            if not actors and page.text.words[word].enclitic and entry.lemma not in BLAMED:
                actors = who_tries(page, position)
            return Governor(entry, word, entry.subject or "actor", actors, None, {}, "control_noun", chunk.head)
    return None


def _of_decision(page: Page, left: Chunk, chunk: Chunk, depth: int) -> Governor | None:
    """ "أصدر الرئيس قرارا بإقالة الوزير", "قرار المحكمة بحل الحزب": who decides does it."""
    if not tells_itself(page, chunk):
        return None
    by: tuple[ActorPhrase, ...] = (left.owner,) if left.owner is not None else ()
    if not by and (outer := governor_of(page, left.index, depth + 1)) is not None:
        by = outer.actors
    for position in range(left.index - 1, max(left.index - 4, page.sentence_first[left.index] - 1), -1):
        if by or not left.bare or page.chunks[position].kind in ("mark", "that", "relative", "when"):
            break
        if is_finite(page.chunks[position]):
            subject = subject_chunk(page, position).chunk
            by = actors_of(page, subject) if subject is not None and subject != left.index else ()
            break
    return Governor(None, left.head, "actor", by, None, {}, "control_noun", chunk.head) if by else None
