"""Where the complement of a speech verb begins, and how far it reaches."""

from typing import Literal, NamedTuple

from tawatur.arabic.word import Quotation, Sentence, Text, Word
from tawatur.chains.asides import hides, says_nothing
from tawatur.chains.lexicon import SpeechVerb, keys, speech_verbs
from tawatur.chains.quotes import Quotes

REACH = 45  # words after a speech verb within which its complement begins
NEARBY = 6  # words behind a nominal complement within which an "أن" still is the verb's
SUBJECT = 3  # words of a subject behind the verb of a relative clause
SHORT_QUOTATION = 3  # words; a shorter quotation is a name or a word held at arm's length
COMMAS = frozenset({"،", ","})
STOPS = frozenset({"؛", ";", "!", "؟", "?", "…"})  # a "." inside a sentence is that of an abbreviation
THAT, HOW = "ان", "كيف"
NARRATES = frozenset({"روى", "حكى", "شرح", "أوضح"})  # "روى ناجون كيف قتل المسلحون رفاقهم"
REASONS = frozenset({"استجابه", "تلبيه", "ردا", "احتجاجا", "تنفيذا", "تضامنا", "التزاما"})
MEANWHILE = frozenset({"فيما", "بينما"})
COMMENTING = frozenset({"هو", "هي", "ذلك"})
NOTES = frozenset({"علما", "يذكر", "يشار"})
COMMENTS = frozenset({"بيان", "تصريح", "تصريحات", "تقرير", "موتمر", "حديث", "اشاره", "خلال", "عقب", "ردا", "تعليقا"})
PRONOUNS_OF_SPEECH = frozenset({"قوله", "قولها", "قولهم", "قولهما", "القول"})


class Opener(NamedTuple):
    """What opens a complement at word `at`; the complement is words `first` to `last` exclusive."""

    kind: Literal["clause", "colon", "quote", "noun"]
    at: int
    first: int
    last: int
    quoted: bool


def find_opener(
    text: Text, quotes: Quotes, start: int, verb: SpeechVerb, sentence: Sentence, *, covered: set[int]
) -> Opener | None:
    """The first opener after word `start` that the verb admits; `covered` are the words inside actor phrases."""
    words = text.words
    held = quotes.inner(start)
    end = min(sentence.last, start + REACH, held.last if held else sentence.last)
    noun: Opener | None = None
    apart = False
    for j in range(start + 1, end):
        word = words[j]
        if word.kind == "punctuation":
            if word.text == ":" and "colon" in verb.opens:
                if noun is not None and (apart or words[j - 1].stem_key == "قول" or noun.last < j):
                    return noun  # "ألمح التقرير إلى عمليات مشتركة، وجاء فيه:": what stands first is the complement
                return complement(text, quotes, "colon", j, j + 1, sentence)
            if (
                j in quotes.starting
                and "quote" in verb.opens
                and noun is None
                and j not in covered
                and long_enough(quotes.starting[j])
                and not _is_name(words, quotes.starting[j], end)
            ):
                return complement(text, quotes, "quote", j, j, sentence)
            if word.text in STOPS or (word.text in COMMAS and _coordinates(words, j + 1, end)):
                return noun
            continue
        if (
            word.stem_key == THAT
            and word.pos not in ("noun", "verb")
            and j not in covered
            and not _in_name(words, quotes.inner(j), start, end)
            and _is_that(words, start, j, verb, noun, named=j - 1 in covered)
        ):
            return complement(text, quotes, "clause", j, j + 1, sentence)
        if word.key == HOW and verb.lemma in NARRATES:
            return complement(text, quotes, "clause", j, j + 1, sentence)
        if j > start + 1 and (word.pos == "verb" or word.conjunction) and j not in covered and _speaks(words, j, end):
            return noun
        if words[j - 1].text in COMMAS and _tells(words, j, end):
            return noun
        if noun is None and not apart and (first := _preposition(words, j, verb)) and j not in covered:
            noun = complement(text, quotes, "noun", j, first, sentence)
        if word.pos in ("verb", "relative") and not hides(words, j, end):
            apart = True  # a preposition behind another clause is not the verb's own
    return noun


def long_enough(q: Quotation) -> bool:
    """Whether a quotation holds words said, and no name or single word."""
    return q.last - q.first >= SHORT_QUOTATION


def _is_name(words: tuple[Word, ...], q: Quotation, end: int) -> bool:
    """«مكتب الأخبار المحلي» before "أن": a short quotation without a verb, with the real opener right behind it."""
    if q.last - q.first <= SHORT_QUOTATION and any(
        w.stem_key == THAT for w in words[q.last + 1 : min(end, q.last + 3)]
    ):
        return True  # «إن تي في» أن
    if q.last - q.first > 5 or any(words[k].pos == "verb" for k in range(q.first, q.last)):
        return False
    return any(
        words[k].stem_key == THAT or words[k].text in (":", "«") for k in range(q.last + 1, min(end, q.last + 7))
    )


def _in_name(words: tuple[Word, ...], q: Quotation | None, start: int, end: int) -> bool:
    """Whether a word stands in a name in marks behind the verb («إن تي في»), where "إن" is a letter."""
    if q is None or q.first <= start or q.last - q.first > SHORT_QUOTATION:
        return False
    return any(words[k].stem_key == THAT for k in range(q.last + 1, min(end, q.last + 7)))


def _coordinates(words: tuple[Word, ...], index: int, end: int) -> bool:
    return index < end and words[index].conjunction != "" and words[index].pos == "verb"


def _speaks(words: tuple[Word, ...], index: int, end: int) -> bool:
    """Whether another speech verb stands here: what opens after it is its own (in a relative clause only at once)."""
    if not any(not participle and "clause" in verb.opens for verb, participle in speech_verbs(words[index])):
        return False
    if says_nothing(words, index, end):
        return False
    if words[index - 1].pos == "relative" or words[index - 1].key in ("ما", "من", "مما"):
        return index + 1 < end and words[_past_subject(words, index + 1, end)].stem_key == THAT
    return words[index].pos == "verb" or (index + 1 < end and words[index + 1].stem_key == THAT)


def _past_subject(words: tuple[Word, ...], index: int, end: int) -> int:
    """The word behind the subject of a relative clause ("التي يقول ناشطون محليون إن"); its verbal noun is an object."""
    last = index
    while last < min(end - 1, index + SUBJECT) and words[last].pos in ("noun", "adjective", "name"):
        if words[last].preposition or any(a.derived == "masdar" for a in words[last].analyses):
            return index
        last += 1
    return last


def _tells(words: tuple[Word, ...], index: int, end: int) -> bool:
    """ "…، مؤكدا أن": an adverbial participle with a complement of its own."""
    if words[index].definite or not any(participle for _, participle in speech_verbs(words[index])):
        return False
    after = index + 2 if index + 1 < end and words[index + 1].pos == "preposition" else index + 1
    return after < end and words[after].stem_key == THAT


def _acts(words: tuple[Word, ...]) -> bool:
    """Whether something is done before "إلى أن", which then means "until"."""
    return any(w.pos in ("verb", "preposition") or w.kind == "punctuation" for w in words)


def _is_that(
    words: tuple[Word, ...], start: int, j: int, verb: SpeechVerb, noun: Opener | None, *, named: bool
) -> bool:
    """Whether the "أن" at word j opens the verb's complement: "بعد أن" and "إلا أن" do not, nor one of another verb.

    `named` says that the word before it belongs to a name ("مواطنون يمنيون" is no verb).
    """
    word, before = words[j], words[j - 1]
    if noun is not None and j - noun.at > NEARBY:
        return False  # "أعلن عن مقتل …، ووصف فلان ذلك بأنه": another's
    if word.conjunction or word.preposition in ("ل", "ك") or before.stem_key in keys("not_before_that"):
        return False
    if before.stem_key in ("الي", "عن", "علي", "من", "في") and not before.enclitic:
        if before.stem_key == "الي":
            return "الي" in verb.opens or ("clause" in verb.opens and not _acts(words[start + 1 : j - 1]))
        return before.stem_key in verb.opens or ("clause" in verb.opens and before.stem_key not in ("من", "في"))
    if word.preposition == "ب":
        return "ب" in verb.opens or "clause" in verb.opens
    if verb.lemma == "قال" and word.text.startswith("إن"):
        return True  # no other verb takes it
    if before.pos == "verb" and before.index > 0 and not named and not speech_verbs(before):
        return False
    return "clause" in verb.opens


def _preposition(words: tuple[Word, ...], j: int, verb: SpeechVerb) -> int | None:
    """The word after a preposition that opens a nominal complement, or None."""
    word = words[j]
    if word.stem_key in verb.opens and not word.enclitic and not word.preposition and j + 1 < len(words):
        after, before = words[j + 1], words[j - 1]
        if (
            word.stem_key in ("عن", "علي")
            and "ال" in before.prefixes
            and any(a.derived for a in before.analyses)
            and before.pos == "adjective"
        ):
            return None  # "المنشق عن", "المسؤول عن": the adjective's own
        return (
            j + 1 if (after.stem_key != THAT and after.kind != "punctuation") or after.text in ("«", '"', "“") else None
        )
    if (
        (word.preposition == "ب" or word.key in ("ب", "وب"))
        and word.stem_key not in ("حسب", "سبب", "مثابه")
        and "ب" in verb.opens
        and word.stem_key != THAT
        and word.kind == "word"
    ):
        return j
    return None


def complement(
    text: Text,
    quotes: Quotes,
    kind: Literal["clause", "colon", "quote", "noun"],
    at: int,
    first: int,
    sentence: Sentence,
) -> Opener:
    """The complement that begins at word `first`: to the end of its quotation, else of its sentence."""
    words = text.words
    mark = first
    while mark < sentence.last and (
        words[mark].text in COMMAS or words[mark].text in (":",) or (words[mark].stem_key == THAT and kind == "colon")
    ):
        mark += 1
    quotation = quotes.starting.get(mark)
    if (
        quotation is not None
        and long_enough(quotation)
        and (kind == "quote" or _ends_clause(words, quotation.last + 1, sentence))
        and not (kind == "clause" and _that_again(words, quotation.last + 1, sentence))
    ):
        last = quotation.last if quotation.closed else min(quotation.last, sentence.last)
        return Opener(kind, at, first, max(last, first + 1), True)
    held = quotes.inner(at)
    last = min(sentence.last, held.last) if held else sentence.last
    if kind == "noun":
        return Opener(kind, at, first, _nominal_end(words, first, last), False)
    told = _before_comment(words, first, last)
    return Opener(kind, at, first, _past_stop(quotes, first, last) if told == sentence.last else told, False)


def _that_again(words: tuple[Word, ...], index: int, sentence: Sentence) -> bool:
    """ "أن «الطائرات قصفت القرية»، وأن «المسلحين انسحبوا»": the same voice goes on behind the quotation."""
    behind = words[index : min(index + 2, sentence.last)]
    return any(w.stem_key == THAT and w.conjunction == "و" for w in behind)


def _past_stop(quotes: Quotes, first: int, last: int) -> int:
    """ "أن المنطقة «ليست آمنة. وقصفها الجيش أمس»": words in marks that begin in the clause end with their mark."""
    held = (quotes.starting[j] for j in range(first, last) if j in quotes.starting)
    return max((q.last for q in held if q.closed and q.last > last), default=last)


def _ends_clause(words: tuple[Word, ...], index: int, sentence: Sentence) -> bool:
    """Whether nothing of the clause follows a closing mark: a stop, a comma, "و", or the end."""
    if index >= sentence.last or index >= len(words):
        return True
    word = words[index]
    return (
        word.kind == "punctuation"
        or bool(word.conjunction)
        or (word.analyses != () and any(a.derived == "active" for a in word.analyses))
    )


def _before_comment(words: tuple[Word, ...], first: int, last: int) -> int:
    """ "… وهو ما نفته الوزارة", "…، وذلك في بيان": the outlet comments on what was said."""
    for j in range(first + 1, last - 1):
        if words[j].stem_key not in COMMENTING and words[j].key not in NOTES:
            continue  # most words
        if words[j].stem_key in ("هو", "هي") and words[j].conjunction == "و" and words[j + 1].stem_key in ("ما", "امر"):
            if any(_tells(words, k, last) for k in range(j + 2, last)):
                continue  # "…، وهو ما أثار أنصاره، مبينة أن": still the speaker's
            return j - (words[j - 1].text in COMMAS)
        if words[j].key in NOTES and words[j - 1].text in COMMAS:
            return j - 1  # "…، علما بأن", "…، يذكر أن": the outlet adds
        if words[j].key == "وذلك" and words[j - 1].text in COMMAS and _comments(words[j + 1 : j + 3]):
            return j - 1
    return last


def _comments(words: tuple[Word, ...]) -> bool:
    return any(w.stem_key in COMMENTS for w in words)


def _nominal_end(words: tuple[Word, ...], first: int, last: int) -> int:
    """A nominal complement ends before a comma that a coordinated finite verb follows, before "ثم" and a reason."""
    plain = True
    for j in range(first, last):
        if words[j].text in COMMAS and _coordinates(words, j + 1, last):
            return j
        if plain and j > first and words[j].conjunction == "و" and words[j].pos == "verb" and speech_verbs(words[j]):
            return j  # "نفت قصفها المعسكر واتهمت الجيش"
        if plain and words[j].key in MEANWHILE and j + 1 < last and words[j + 1].pos == "verb":
            return j - (words[j - 1].text in COMMAS)  # "اعترف بتورطه …، فيما تواصل الشرطة": the outlet goes on
        plain = plain and words[j].pos not in ("verb", "relative")
        if words[j].key in REASONS and j > first:
            return j
        if words[j].key == "ثم" and j + 1 < last and words[j + 1].pos == "verb":
            return j
    return last
