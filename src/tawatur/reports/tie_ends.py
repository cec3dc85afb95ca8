"""The ends of a tie around the word that tells it: the name that stops before it, the name that begins behind it."""

from tawatur.arabic.word import Word
from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Page
from tawatur.reports.grammar.pronouns import referent
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.tie_names import by_name, names_before, referent_before

NEAR = 4  # words between the tie and the name behind its preposition
QUOTES = ('"', "«", "»", "“", "”", "ـ")
MANNERS = frozenset({"مباشره", "تماما", "كليا", "سابقا", "حاليا", "علنا", "سرا", "ضمنا", "بشكل", "قبل", "جانب"})
COUNTS = frozenset({"اعتبر", "عد", "اصبح", "كان", "ظل", "بات", "صار", "بقي", "تعد", "يعد", "مثل", "ليس", "ليست"})
LINKING = frozenset({"هو", "هي", "هم"})  # "إيران هي الحليف الأول للنظام"
SORTS = frozenset(
    {"دوله", "بلد", "بلدا", "طرف", "طرفا", "قوه", "جهه", "حركه"}
)  # "دولة عدوة": the noun that is described
HANDS = frozenset({"يد", "ايدي"})
OWNING = frozenset({"ذات", "ذو", "ذي", "ذوي"})  # "الجماعة ذات الصلة الوثيقة بإيران"
RULE = frozenset({"شرعيه", "سلطه", "زعامه", "شخص"})  # "الموالية لشرعية الرئيس": whose it is, they follow
PREPOSITIONS = ("من", "ل", "علي", "ب", "في", "مع", "الي", "عن")
OWNING_NOUNS = OWNING | LINKING


def ends_before(page: Page, word: int, sense: Sense) -> tuple[ActorPhrase, ...]:
    """The names that stop right before a word, longest first, or else the smallest that holds it and begins before."""
    chunk = page.chunk_of[word]
    if sense.shape == "noun" and _object_of_verb(page, word):
        return ()
    linked = word > 0 and page.text.words[word - 1].stem_key in (OWNING_NOUNS if sense.shape == "noun" else OWNING)
    at = word - 1 if linked else word
    if sense.shape in ("active", "passive") and _joined(page, word):
        at = -1  # "المدنيين والموالين للحركة": it heads a phrase of its own
    stops = names_before(page, at)
    if stops and not _differs(page, word, stops[0]):
        return tuple(stops)
    for outer in (page.chunks[chunk].actor, page.chunks[chunk].owner) if chunk >= 0 else ():
        if outer is not None and outer.first + (sense.shape == "noun") <= word < outer.last:
            return (_bearer(page, outer, word),)
    left = page.chunks[chunk - 1] if at >= 0 and chunk > page.sentence_first[chunk] else None
    if left is not None and left.kind == "noun" and left.last >= at - 1 and page.chunks[chunk].head == word:
        return tuple(a for a in (left.actor or left.owner,) if a is not None)
    return ()


def _bearer(page: Page, outer: ActorPhrase, word: int) -> ActorPhrase:
    """ "ناشطون من حركة الشباب المرتبطة بالقاعدة", "زعيم الحزب المؤيد لـ": the group or party is meant."""
    within = [a for n in range(outer.first + 1, word) for a in page.actors_at.get(n, ()) if word < a.last <= outer.last]
    only_one = outer.klass == "person" or (outer.form in ("title", "role") and outer.number == "s")
    follows = [a for a in within if a.klass in ("armed", "political")]
    return follows[0] if (outer.klass == "source" or only_one) and follows else outer


def _differs(page: Page, word: int, named: ActorPhrase) -> bool:
    """ "قوات حفتر المدعومة من مصر": a feminine participle inside a phrase describes its head, not the man before it."""
    chunk = page.chunk_of[word]
    outer = page.chunks[chunk].actor if chunk >= 0 else None
    here = page.text.words[word]
    man = named.klass == "person" and named.gender != "f" and here.stem_key.endswith("ه")
    if outer is not None and "ال" not in here.prefixes and not outer.definite and named.definite:
        man = True  # "فصائل من المعارضة موالية لأنقرة"
    return man and outer is not None and outer.first < named.first and word < outer.last


def _joined(page: Page, word: int) -> bool:
    words = page.text.words
    joined = words[word].conjunction == "و" or (word > 0 and words[word - 1].stem_key == "او")
    return joined and words[word].stem_key.endswith(("ون", "ين"))


def _object_of_verb(page: Page, word: int) -> bool:
    """ "اعتقلت السلطات خلية لتنظيم …": an indefinite noun behind a verb and its subject is no apposition."""
    here, index = page.text.words[word], page.chunk_of[word]
    if index < 0 or "ال" in here.prefixes or here.preposition or here.enclitic or word + 1 >= len(page.text.words):
        return False
    if any(not a.adjective for a in page.actors_at.get(word + 1, ())) and not page.text.words[word + 1].preposition:
        return False  # "ذراع تنظيم …": definite by its genitive
    before = page.chunks[page.sentence_first[index] : index]
    return len(before) > 1 and before[-2].kind == "verb" and before[-1].kind == "noun" and before[-1].bare


def _is_mark(page: Page, word: int) -> bool:
    return page.text.words[word].kind == "punctuation"


def ends_behind(page: Page, word: int, *, participle: bool = False) -> tuple[str, tuple[ActorPhrase, ...]]:
    """The preposition and names behind a word: attached ("للحكومة"), separate ("من إيران"), or none (a genitive)."""
    words, slot, regarded, means = page.text.words, "", False, False
    near = NEAR + 2 * (words[min(word + 1, len(words) - 1)].stem_key == "علي")  # "المصنفة على قوائم الإرهاب لدى"
    for number in range(word + 1, min(word + 1 + near, len(words))):
        if words[number].kind == "punctuation" and words[number].text not in QUOTES and not _opens_name(page, number):
            return slot, ()
        if words[number].stem_key == "ان" and words[number].pos not in ("noun", "verb"):
            return slot, ()  # "قال فلان وهو قائد جبهة الضباب إن المقاومة"
        if words[number].text == "و" and not slot:
            return slot, ()  # "مقاتلا حليفا و903 من الجماعة"
        in_chunk = page.chunk_of[number]
        if in_chunk >= 0 and is_finite(page.chunks[in_chunk]) and not _adverbial(words[number]):
            flown = participle and means and not slot  # "أعداؤهم وجهوا الدولة إلى" tells of another
            return ("ب", _who_gives(page, in_chunk)) if flown else (slot, ())
        means = means or (participle and words[number].preposition == "ب" and not words[number].definite)
        named = [a for a in page.actors_at.get(number, ()) if not a.adjective or slot]
        counted = words[number].kind == "number" and words[number].text.startswith("و")
        if named and not slot and (words[number].conjunction == "و" or counted):
            return slot, ()  # "القوات الحليفة والميليشيات"
        if participle and number == word + 1 and (backer := _adverb(page, number)):
            return "من", backer
        if named:
            longest = max(named, key=lambda a: a.last - a.first)
            slot = slot or words[number].preposition or _before_name(page, longest)
            owned = words[number - 1].preposition == "ب" and not words[number].conjunction  # "بغارات التحالف"
            slot = "ب" if means and (slot == "ل" or (owned and not slot)) else slot  # "مدعومين بضربات جوية للتحالف"
            return "ل" if regarded else slot, _with_joined_states(page, longest)
        stem = words[number].stem_key
        if stem == "نسبه" and words[number].preposition == "ب":
            regarded = True  # "عدوة بالنسبة إلى موسكو" is "عدوة لموسكو"
        if participle and not slot and (_intervenes(words, number) or _is_no_one(words[number])):
            return slot, ()
        if participle and slot in ("من", "من قبل") and words[number].definite and words[number].pos in ("noun", "name"):
            return slot, ()  # "المدعومون من الخليج": no one whom the list knows, and no later name is meant
        if words[number].enclitic and words[number].pos == "preposition":
            meant = referent_before(page, words[number]) or referent(page, words[number])
            return key(stem), (by_name(page, meant),) if meant is not None else ()
        if words[number].pos == "preposition" or stem in PREPOSITIONS:
            slot = "من قبل" if slot == "من" and stem == "قبل" else key(stem)
        elif participle and stem in RULE and words[number].preposition in ("ل", "ب"):
            slot = words[number].preposition
        elif not participle and stem in HANDS and (slot == "في" or words[number].preposition == "ب"):
            slot = "ل"  # "أداة في يد طهران"
        elif slot == "علي" and stem in HANDS:
            slot = f"علي {stem}"  # "المدربة على يد الحرس"
    return slot, ()


def _opens_name(page: Page, number: int) -> bool:
    """ "زعيم (النصرة) أبو محمد": a bracket that holds a name and nothing else."""
    if page.text.words[number].text != "(":
        return False
    close = [a.last for a in page.actors_at.get(number + 1, ()) if not a.adjective]
    return any(last < len(page.text.words) and page.text.words[last].text == ")" for last in close)


def _who_gives(page: Page, verb: int) -> tuple[ActorPhrase, ...]:
    """ "مدعومين بضربات ينفذها التحالف": who does the means by which others are backed."""
    doer = subject_chunk(page, verb).chunk if page.word(page.chunks[verb]).enclitic else None
    return actors_of(page, doer) if doer is not None and doer > verb else ()


def _adverbial(word: Word) -> bool:
    """ "المدعومة جوا وبرا من": what looks like a verb may be an adverb in the accusative."""
    return word.stem.endswith("ا") and not word.stem.endswith("وا")


def _adverb(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """ "المدعومة إيرانيا": a nationality in the accusative says who backs."""
    found: list[ActorPhrase] = []
    for here in page.text.words[word : word + 2]:
        told = here.text.endswith("يا") and not here.preposition and "ال" not in here.prefixes
        if not told or (found and here.conjunction != "و"):
            break
        found += [a for a in page.actors_at.get(here.index, ()) if a.klass == "state" and a.last == here.index + 1][:1]
    return tuple(found)


def _before_name(page: Page, actor: ActorPhrase) -> str:
    """The preposition that names alone tell ("لعلي عبد الله" looks like "لعل"): letters of its first word before it."""
    word = page.text.words[actor.first]
    letters = page.text.original[word.span.start : actor.span.start]
    return letters if letters in ("ل", "ب") else ""


def _intervenes(words: tuple[Word, ...], number: int) -> bool:
    """ "هاجم مقاتلو المعارضة حاجزا لقوات …": a noun that opens an object of its own parts a participle from its "ل".

    Adjectives go with the means before them: "مدعومة بغارات مكثفة من التحالف".
    """
    word, before = words[number], words[number - 1]
    if word.pos == "adjective" and (before.preposition == "ب" or before.pos == "adjective"):
        return False
    if word.stem_key.endswith("ه") and not word.definite and any(a.derived == "active" for a in word.analyses):
        return True  # "المعارضة موالية لأنقرة"
    opens = word.kind == "word" and word.pos in ("noun", "adjective", "name") and not word.definite
    return opens and not word.preposition and not word.stem_key.endswith(("يا", "يه")) and word.stem_key not in MANNERS


def _is_no_one(word: Word) -> bool:
    """ "الجيش الموالي للشرعية": what the preposition governs is no one, and no later name is meant."""
    return word.preposition in ("ل", "ب") and "ال" in word.prefixes


def _with_joined_states(page: Page, actor: ActorPhrase) -> tuple[ActorPhrase, ...]:
    """ "المدعومة من مصر والإمارات": states joined by "و"; other names may open the next member of the sentence."""
    found = [actor]
    while found[-1].klass == "state" and found[-1].last < len(page.text.words):
        following = page.actors_at.get(found[-1].last, ())
        if page.text.words[found[-1].last].conjunction != "و":
            break
        states = [a for a in following if a.klass == "state" and not a.adjective]
        if not states:
            break
        found.append(states[0])
    return tuple(found)


def clause_subject(page: Page, word: int) -> tuple[ActorPhrase, ...]:
    """Who the clause is about: the subject of the nearest verb before the word."""
    index = page.chunk_of[word]
    if index < 0:
        return ()
    for position in range(index - 1, clause_of(page, index).start - 1, -1):
        if is_finite(page.chunks[position]):
            subject = subject_chunk(page, position)
            return actors_of(page, subject.chunk) if subject.chunk is not None else ()
        if page.chunks[position].kind == "verb":
            return _topic_of_being(page, position, index)
    return ()


def _topic_of_being(page: Page, verb: int, predicate: int) -> tuple[ActorPhrase, ...]:
    """ "كانت تركيا حليفة لـ", "إيران ليست عدوا لـ": of whom a verb of being speaks, behind it or right before it."""
    behind = verb + 1 + (verb + 1 < predicate and page.chunks[verb + 1].kind == "time")  # "لم تكن يوما تركيا"
    around = (behind, verb - 1) if behind < predicate else (verb - 1,)
    for position in around:
        chunk = page.chunks[position] if position >= page.sentence_first[verb] else None
        if chunk is not None and chunk.kind == "noun" and chunk.bare and chunk.actor is not None:
            return actors_of(page, position) if position > verb else with_joined(page, chunk.actor)
    return ()


def counts_as(page: Page, word: int) -> bool:
    """Whether a verb of being or counting stands before a noun in its clause ("تعتبر", "تعد", "أصبح", "كانت")."""
    index = page.chunk_of[word]
    for position in range(index - 1, max(clause_of(page, index).start, index - 4) - 1, -1):
        verb = page.word(page.chunks[position])
        if (
            verb.stem_key in COUNTS
            or verb.stem_key in closed().copulas
            or any(key(a.lemma) in COUNTS for a in verb.analyses if a.pos == "verb")
        ):
            return True
        if page.chunks[position].kind != "noun" or page.chunks[position].prep:
            return False
    return False


def before_sort(page: Page, word: int) -> int:
    """Where the phrase of a predicate begins: "إيران دولة عدوة لـ" is said of what stands before "دولة"."""
    return word - 1 if word and page.text.words[word - 1].stem_key in SORTS else word


def with_joined(page: Page, last: ActorPhrase) -> tuple[ActorPhrase, ...]:
    """ "السعودية والإمارات حليفتان لـ": the names that "و" joins into one row, in the order of the text."""
    row = [last]
    while row[0].first and page.text.words[row[0].first].conjunction == "و":
        before = names_before(page, row[0].first)
        if not before:
            break
        row.insert(0, before[0])
    return tuple(row)
