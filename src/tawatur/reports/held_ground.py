"""Where what is hit lies or goes, told by a clause that describes it: "مواقع يتحصن فيها المسلحون قرب المدينة".

What is told of a target says where the act was: the ground that others hold, what people in it did as it was hit
("كانوا ينتظرون الخبز في حي …"), and what goes on behind a name ("شخص يدعى …، في منطقة").
"""

from functools import cache

from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.lexicon.senses import key
from tawatur.reports.resumption import NOUNS

SAILING = frozenset({"رفع", "ابحر", "عبر", "رسا", "سلك"})  # "سفينة ترفع علم ليبيريا في خليج عدن"
LIES = frozenset({"يقع", "تقع"})  # "مباني تقع وسط المدينة"
LOST = frozenset({"خسر", "فقد"})  # "استعادت القرى التي خسرتها في ريف حماة"
BESIDES = frozenset({"اضافه", "فضلا", "علاوه"})
NAMING = frozenset({"يدعي", "تدعي", "يسمي", "تسمي", "يلقب", "تلقب"})
SAID = frozenset(
    {"استهدف", "طال", "شمل", "اصاب", "ضرب", "هز", "وقع", "جري", "دار", "تركز", "اندلع", "حدث", "حصل", "نفذ", "نصب"}
    | {"اوقع", "اسفر", "ادي", "خلف", "اودي", "حصد"}
)  # what attacks are said to do: where they fell and when, whom they killed


def of_target(page: Page, own: int, stop: int) -> list[Chunk]:
    """The chunks of the clause, right behind that of an act, that tells where its target is."""
    if not 0 < stop < len(page.chunks) - 1 or stop >= page.sentence_last[stop - 1]:
        return []
    if any(page.word(c).stem_key in BESIDES for c in page.chunks[own + 1 : stop]):
        return []  # "قتلوا، إضافة إلى استسلام عشرات كانوا يتحصنون في"
    if page.chunks[stop].kind == "verb" and page.chunks[stop].text in NAMING:
        return _past_name(page, stop)
    return _of_ground(page, stop) or _of_thing(page, stop)


def _of_thing(page: Page, stop: int) -> list[Chunk]:
    """ "هاجموا حافلة تقل عمالا في كابل", "قصفوا رتلا كان يتحرك قرب المدينة": an indefinite target and its own verb."""
    verb, was = page.chunks[stop], page.chunks[stop - 1].text in closed().copulas
    opens = page.chunks[stop - 1] if was else verb
    left = page.chunks[opens.index - 1]
    told = is_finite(verb) and not opens.joined and left.kind == "noun" and not left.definite
    told = told and (verb.text in LIES or _tells(page, verb, _of_things(was, is_attack(page.word(left).stem_key))))
    if opens.index == page.sentence_first[stop - 1] or not told:
        return []  # "نصبوا كمينا استهدف دورية في جبل صبر"
    return _located(page, stop)


def _of_ground(page: Page, stop: int) -> list[Chunk]:
    """ "سيطروا على النقاط التي كانت تتمركز فيها القوات في ريف حماة": ground without a name that others hold."""
    left, last = page.chunks[stop - 1], page.sentence_last[stop - 1]
    at = stop + (page.chunks[stop].text in closed().commas)
    ground = left.kind == "noun" and left.place is None and page.word(left).stem_key in _grounds()
    if not ground or at + 1 >= last or page.chunks[at].kind != "relative":
        return []
    at += 1
    if page.chunks[at].text in closed().copulas and at + 1 < last:
        at += 1
    verb = page.chunks[at]
    told = is_finite(verb) and (_tells(page, verb, _of_grounds()) or verb.text in LIES)
    return [c for c in _located(page, at) if c.kind == "noun"] if told else []  # "سيطروا عليه قبل يومين": another day


def _past_name(page: Page, verb: int) -> list[Chunk]:
    """ "تابعة لشخص يدعى سالم، في منطقة": what stands behind a name that only describes goes on with the clause."""
    behind = _located(page, verb)
    comma = clause_of(page, verb).stop
    if comma + 1 < page.sentence_last[verb] and page.chunks[comma].text in closed().commas:
        rest = page.chunks[comma + 1]
        behind += [rest] if rest.kind == "noun" and rest.prep == "في" and not rest.joined else []
    return behind


@cache
def _of_things(moving: bool, attack: bool) -> frozenset[str]:
    """The verbs that say where a thing is, or was on its way, or where an attack fell."""
    held = closed().holding | closed().dwelling | SAILING
    return held | (closed().passing if moving else frozenset()) | (SAID if attack else frozenset())


@cache
def _of_grounds() -> frozenset[str]:
    """The verbs that say who is on a ground or lost it."""
    return closed().holding | closed().dwelling | LOST


@cache
def _grounds() -> frozenset[str]:
    return closed().grounds | closed().sites | closed().target_nouns


def _tells(page: Page, verb: Chunk, lemmas: frozenset[str]) -> bool:
    return any(key(a.lemma) in lemmas for a in page.word(verb).analyses if a.pos == "verb")


def _located(page: Page, verb: int) -> list[Chunk]:
    """What a clause tells behind its verb, without who does it and what it has as its object."""
    return [c for i in clause_of(page, verb) if i > verb and ((c := page.chunks[i]).prep or c.kind != "noun")]


def is_attack(stem: str) -> bool:
    """Whether a noun is one of attacks, alone or two of them ("هجوما", "هجومين", "غارتان")."""
    if stem.endswith("ا") and stem[:-1] in NOUNS:
        return True
    dual = stem[:-2] if stem.endswith(("ين", "ان")) else ""
    return stem in NOUNS or dual in NOUNS or (dual.endswith("ت") and dual[:-1] + "ه" in NOUNS)
