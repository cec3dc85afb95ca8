"""Homographs of verb and noun that single forms cannot tell apart: what stands beside them leans to one side."""

from collections.abc import Sequence
from functools import cache
from itertools import compress

from tawatur.arabic.forms import analyses_of
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.known import MARCH, Known
from tawatur.arabic.letters import light
from tawatur.arabic.names import is_name_word
from tawatur.arabic.shape import listed_plural
from tawatur.arabic.tag.reader import FormScores, form_scores, leaning, own_score
from tawatur.knowledge.files import load_yaml

_ALI = frozenset({"علي", "وعلي"})
_OBJECTS = frozenset({"ه", "ها", "هم", "هما"})
_BEFORE_MONTHS = frozenset({"شهر", "مطلع", "منتصف", "أواخر", "أوائل", "نهاية", "بداية", "آذار"})
_REFLEXIVE = frozenset({"نفسه", "نفسها", "أنفسهم", "نفسيهما"})
_HEADLESS = frozenset({"verb", "preposition", "subordinator"})
_ACROSS = frozenset({"عبر", "وعبر", "فعبر"})
_UNSETTLED = frozenset({"preposition", "adjective", "adverb"})
_OPENING = frozenset({"punctuation", "particle", "subordinator", "relative"})
_FRONTIERS = frozenset({"الحدود", "النهر"})
_RESUMING = frozenset({"فيه", "فيها", "خلاله", "خلالها", "له", "لها", "لهم"})
_IN_NAMES = frozenset({"بان", "كي"})
_AHEAD = 11  # words within which "عن" or the border follows who expresses or crosses
CLAUSE, GOVERNED, NOMINATIVE = 800, 600, 700  # hundredths of a log weight


def heard_together(texts: Sequence[str], known: Sequence[Known | None], scores: list[FormScores]) -> list[FormScores]:
    """The scores of the forms where a neighbour or the writer's spelling leans on a homograph."""
    used = set(texts)
    careful = "على" in used and "فى" not in used
    if careful and not used.isdisjoint(_ALI):  # a writer of "على" means the name by "علي"
        for index, text in enumerate(texts):
            if text in _ALI:
                scores[index] = form_scores(text, (), text, "", (), ("name",))
    for index in [at for at, form in enumerate(known) if form is not None and form.torn]:
        form = known[index]
        if form is not None and not (careful and texts[index] in _ALI):
            lean = _lean(texts, known, scores, index, form, careful=careful)
            if lean:
                scores[index] = leaning(scores[index], lean)
    return scores


def _lean(
    texts: Sequence[str],
    known: Sequence[Known | None],
    scores: Sequence[FormScores],
    index: int,
    form: Known,
    *,
    careful: bool,
) -> int:
    """How far the neighbours lean to a verb, below zero to a noun."""
    before = known[index - 1] if index else None
    if form.dual:  # "شخصين قتلا", but "لغما" is an accusative
        two = before is not None and before.nominal.endswith(("ين", "ان"))
        return CLAUSE if two and before is not None and not is_name_word(before.nominal, article=False) else -CLAUSE
    if form.key == MARCH and index and (texts[index - 1][0].isdecimal() or texts[index - 1] in _BEFORE_MONTHS):
        return -2 * CLAUSE
    if careful and form.parts.stem.endswith("ى"):
        return CLAUSE  # "نفى" denied, "نفي" is the denial
    if (before is not None and not form.parts.prefixes) and (
        before.takes_event or scores[index - 1].fixed == "preposition" or texts[index - 1] in _governors()
    ):
        return -GOVERNED  # "بدأت شن غارات", "عدم نشر"
    if index + 2 < len(texts) and texts[index + 2] in _REFLEXIVE:
        return CLAUSE  # "فجر انتحاري نفسه"
    following = known[index + 1] if index + 1 < len(known) else None
    if following is not None and following.torn is False and _nominative_construct(following):
        return NOMINATIVE  # "طرد مقاتلو الجبهة"
    if following is None or following.parts.prefixes != ("ال",) or form.parts.prefixes[-1:] in (("ب",), ("ل",), ("ك",)):
        return 0
    after = known[index + 2] if index + 2 < len(known) else None
    opens = before is None or not before.verb_known  # a noun behind a verb is its subject
    if opens and after is not None and _own_object(after):
        return CLAUSE  # "حشد الجيش قواته"
    if form.parts.enclitic:
        subject = form.parts.enclitic in _OBJECTS and not _describes(form, following, scores[index + 1])
        return CLAUSE if subject else 0
    return NOMINATIVE if following.nominal.endswith("ون") else 0  # "منع الحوثيون": a genitive would be "الحوثيين"


def _describes(form: Known, following: Known, scores: FormScores) -> bool:
    """Whether a definite word can be the adjective of a noun with a pronoun: "قصفها الجوي", not "زرعها الحوثيون"."""
    agrees = form.nominal.endswith("ه") == following.nominal.endswith("ه")
    plural = following.nominal.endswith(("ون", "ين", "ات"))
    if plural and (listed_plural(form.nominal) or any(a.number == "p" for a in analyses_of(form.nominal))):
        return True  # "قادته العسكريين"
    return agrees and not plural and _rather_adjective(scores)


def _rather_adjective(scores: FormScores) -> bool:
    """Whether a form by itself is no noun, or an adjective at least as much."""
    if "noun" not in scores.tags:
        return True
    return "adjective" in scores.tags and own_score(scores, "noun") <= own_score(scores, "adjective")


def _own_object(after: Known) -> bool:
    """Whether a word is a noun with a pronoun, no verb and no function word."""
    return (
        after.closed is None and after.parts.enclitic in _OBJECTS and not after.parts.prefixes and not after.verb_known
    )


def _nominative_construct(following: Known) -> bool:
    """Whether a word is a plural subject before its genitive ("مقاتلو", "مسؤولو")."""
    stem = following.parts.stem
    return len(stem) > 4 and stem.endswith("و") and commonness(following.nominal + "ن") > 0


@cache
def _governors() -> frozenset[str]:
    return frozenset(map(light, load_yaml("tawatur.arabic", "homographs.yml")["governors"]))


@cache
def _copulas() -> frozenset[str]:
    return frozenset(light(word) for word in load_yaml("tawatur.arabic", "homographs.yml")["copulas"])


def settled(texts: Sequence[str], tags: list[str]) -> list[str]:
    """The tags, with what stands in a noun's place made a noun and accusatives told from adverbs ("30 قتيلا")."""
    for index in list(compress(range(len(tags)), map(_UNSETTLED.__contains__, tags))):
        tag = tags[index]
        if tag != "preposition":
            tags[index] = _settled(texts, index, tag, tags[index - 1]) if index else tag
        elif texts[index] in _ACROSS and _expresses(texts, tags, index):
            tags[index] = "verb"
    return tags


def _expresses(texts: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Whether "عبر" is no preposition: "عبر الوزير عن قلقه", "وعبر مئات المقاتلين الحدود"."""
    ahead = texts[index + 1 : index + _AHEAD]
    if ahead and ahead[0] == "عن":
        return len(ahead) < 2 or ahead[1] != "طريق"  # "الرئيس عبر عن أسفه"
    resumed = bool(ahead) and ahead[0] in _RESUMING  # "اتصال من الملك عبر فيه عن إدانته"
    if texts[index] == "عبر" and index and tags[index - 1] not in _OPENING and not resumed:
        return False
    for number, text in enumerate(ahead):
        tag = tags[index + 1 + number]
        if tag in ("punctuation", "relative", "subordinator", "verb") and text not in _IN_NAMES:  # "بان كي مون"
            return False
        if text == "عن":
            return number + 1 == len(ahead) or ahead[number + 1] != "طريق"
        if number and text in _FRONTIERS:
            return True
        if tag == "preposition" and text not in ("من", "في") and text not in _RESUMING:
            return False
    return False


def _settled(texts: Sequence[str], index: int, tag: str, before: str) -> str:
    """The tag of an adjective or adverb; `before` is that of the word before it."""
    accusative = texts[index].endswith("ا")
    if tag == "adjective":
        headless = before in _HEADLESS and not accusative and texts[index - 1] not in _copulas()
        return "noun" if headless else tag  # "فجر انتحاري نفسه": an adjective without its noun
    if accusative and before == "number":
        return "noun"
    described = before == "noun" and texts[index - 1].endswith("ا") and texts[index].endswith("يا")
    return "adjective" if accusative and described else tag
