"""What leads in before a verb or is only put in: no subject itself, it is stepped over to the phrase before it."""

from tawatur.reports.grammar.agreement import features
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.relatives import head_of_relative

CLOCK = frozenset({"تغ", "غ", "جمت"})  # of hours
NAMED_YA = frozenset({
    "قضايا", "شظايا", "خلايا", "سرايا", "ضحايا", "مزايا", "هدايا", "بقايا", "زوايا", "خفايا", "ميليشيا", "مليشيا",
    "جنديا",
})  # fmt: skip
ASIDE = 12  # chunks of an aside between commas
REACH = 30  # chunks to the left within which a topic may stand
BESIDES = frozenset({"علاوه", "فضلا", "اضافه", "زياده"})


def leads_in(page: Page, position: int, start: int) -> bool:
    """ "ردا على القصف هاجم المسلحون", "في غضون ذلك قصف الجيش": an accusative or "that" before a verb is no subject."""
    chunk, word = page.chunks[position], page.word(page.chunks[position])
    if chunk.actor is not None or chunk.place is not None:
        return False
    if chunk.last == chunk.head + 1 and word.key in closed().demonstratives:
        return True
    if chunk.bare and word.stem_key in BESIDES and chunk.last == chunk.head + 1:
        return True  # "علاوة على المواقع قصفت الطائرات"
    if word.stem in CLOCK and chunk.last == chunk.head + 1:
        return True  # "04,00 تغ قامت"
    after_that = position > start and page.chunks[position - 1].kind in ("that", "verb")  # "إن صاروخا سقط"
    adverb = chunk.bare and not word.definite and word.text.rstrip("ً").endswith("ا") and not after_that
    return adverb and any(a.derived == "masdar" for a in word.analyses)


def of_field(page: Page, chunk: Chunk) -> bool:
    """ "ميدانيا", "عسكريا": an indefinite adjective in the accusative that says of which field one speaks."""
    word = page.word(chunk)
    opens = chunk.index == page.sentence_first[chunk.index]  # there "سياسيا" is no politician
    alone = chunk.bare and chunk.last == chunk.head + 1 and chunk.place is None and (opens or chunk.actor is None)
    return alone and not word.definite and word.stem.endswith("يا") and len(word.stem) > 4 and word.stem not in NAMED_YA


def says_how(page: Page, chunk: Chunk) -> bool:
    """ "جوا، نفذ الطيران", "برا وبحرا،": an accusative alone before a comma tells how or where."""
    word = page.word(chunk)
    alone = chunk.last == chunk.head + 1 and chunk.actor is None and chunk.place is None and not word.definite
    return alone and word.stem.endswith("ا")


def before_belief(page: Page, position: int, start: int) -> int:
    """ "طائرات يعتقد أنها إسرائيلية", "مسلحون يرجح أنهم أكراد": the noun of which a phrase only says what it may be."""
    chunk, link = page.chunks[position], page.chunks[position - 1] if position > start else None
    if link is None or link.kind != "that" or not page.word(link).enclitic or position - 3 < start:
        return position
    verb, left = page.chunks[position - 2], page.chunks[position - 3]
    believed = verb.kind == "verb" and not verb.joined and features(page.word(verb)).tense == "present"
    return position - 3 if believed and left.bare and not chunk.definite else position


def before_included(page: Page, position: int, start: int) -> int | None:
    """ "57 مدنيا بينهم 12 طفلا وست نساء": what stands before those who are only some of it."""
    while position > start and page.chunks[position - 1].bare and page.chunks[position - 1].text != "pronoun":
        position -= 1
    if position - 1 <= start:
        return None
    among = page.chunks[position - 1]
    told = among.text == "pronoun" and among.prep in ("بين", "ضمن") and not among.joined
    return position - 2 if told else None


def before_aside(page: Page, comma: int, start: int) -> int | None:
    """If a comma ends an aside that another comma opens ("، وهي قوة مشتركة،"), what stands before the aside."""
    for position in range(comma - 1, max(start, comma - ASIDE) - 1, -1):
        chunk = page.chunks[position]
        if chunk.kind == "mark":
            after = page.text.words[page.chunks[position + 1].head]
            aside = chunk.text in closed().commas and (
                after.pos == "pronoun" or after.stem_key in ("بين", "معظم") or how(page, position + 1)
            )
            return position - 1 if aside and position + 1 < comma and position > start else None
        if chunk.kind in ("that", "when"):
            return None
    return None


def how(page: Page, index: int) -> bool:
    """ "القوات، مدعومة بالطيران، تقتحم": an indefinite passive participle with its preposition tells how they act."""
    chunk = page.chunks[index]
    word = page.word(chunk)
    behind = page.chunks[index + 1] if index + 1 < page.sentence_last[index] else None
    told = chunk.bare and not word.definite and any(a.derived == "passive" for a in word.analyses)
    return told and behind is not None and behind.prep in ("ب", "من")


def before_relative(page: Page, position: int, start: int) -> int | None:
    """If the words before `position` end a relative clause, its head; else None."""
    for p in range(position - 1, max(start, position - REACH) - 1, -1):
        chunk = page.chunks[p]
        if chunk.kind == "relative":
            return head_of_relative(page, p)
        if chunk.kind in ("that", "when") or (chunk.kind == "mark" and chunk.text not in closed().commas):
            return None
    return None
