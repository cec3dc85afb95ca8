"""Tolls: figures of killed, wounded and destroyed belong to the loss that tells them and to the attack that caused it.

News tells an attack once and its toll beside it: "قصفت … ما أسفر عن مقتل خمسة", "قتل ثلاثة في غارة". The attack is
looked for behind the figure in its clause ("في", "جراء", "نتيجة"), then before it, where a verb of result leads to the
toll or hardly anything else is told between.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from tawatur.arabic.letters import key
from tawatur.arabic.word import Word
from tawatur.model.draft import Draft
from tawatur.model.phrases import FigurePhrase
from tawatur.reports.grammar.borders import clause_of, is_finite
from tawatur.reports.grammar.closed import closed
from tawatur.reports.grammar.page import Page
from tawatur.reports.owning import JOINERS, laid

LOSS = frozenset(
    {
        "قتل",
        "قتلت",
        "قتلوا",
        "مقتل",
        "استشهاد",
        "استشهد",
        "مصرع",
        "لقي",
        "لقوا",
        "اصابه",
        "اصيب",
        "اصيبوا",
        "اصابت",
        "جرح",
        "جرحوا",
        "سقوط",
        "سقط",
        "وقوع",
        "وفاه",
        "توفي",
        "ضحيته",
        "ضحيتها",
        "تدمير",
        "دمر",
        "دمرت",
        "اعطاب",
        "حياه",
    }
)
PARTS = frozenset({"منهم", "بينهم", "منها"})
MARKS = frozenset({"،", ",", "من", "بجروح", "بجراح"})
AMONG = MARKS | {"بينهم", "بينها", "ضمنهم"}
ANSWERED = frozenset({"ردا", "انتقاما", "غداه", "عقب"})  # "قصف … ردا على مقتل شرطيين": their deaths came before
WHEN = frozenset({"عندما", "حين", "حينما"})
QUOTES = frozenset('"«»“”')
HARMED = frozenset({"killed", "wounded", "killed and wounded", "dead", "victims"})
KILLINGS = frozenset({"kill", "wound"})
CAUSES = frozenset({"في", "خلال", "جراء", "اثر", "نتيجه", "بسبب", "اثناء", "ب", "عقب", "بفعل", "من جراء"})
COORDINATED = 14  # words from a killing to the wounded told with it
AHEAD = 9  # words behind a figure among which the verb of loss stands whose subject it is
BACK = 3  # words before a figure among which its loss is told
JOINED = 5  # words between two numbers of one toll
TOLD_BETWEEN = 1  # verbs of other acts that may stand between an attack and its toll


def share_tolls(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, the losses and attacks among them with the figures of their tolls."""
    found = list(drafts)
    at = sorted((d.trigger_word, n) for n, d in enumerate(found) if d.kind == "event" and d.type == "ASSAULT")
    if not at:
        return found
    figure: FigurePhrase | None = None
    loss: int | None = None
    owners: list[int] = []
    for following in page.named.figures:
        loss = _loss_of(page.text.words, following, figure, loss)
        among = figure is not None and (
            _among(page.text.words, figure, following) or _more(page.text.words, figure, following)
        )
        figure = following
        if loss is None:
            owners = []
            continue
        if among and owners:  # "22 مسلحا، بينهم أربعة قادة": who owns the whole owns the part
            for number in owners:
                found[number] = _with(found[number], figure)
            continue
        sentence = page.text.sentence_of(figure.first)
        here = at[bisect_left(at, (sentence.first, -1)) : bisect_left(at, (sentence.last, -1))]
        owners = _owners(page, [(found[n], n) for _, n in here], figure, loss)
        for number in owners:
            found[number] = _with(found[number], figure)
    return found


def _with(draft: Draft, figure: FigurePhrase) -> Draft:
    if any(f.first == figure.first for f in draft.figures):
        return draft
    return msgspec.structs.replace(draft, figures=tuple(sorted((*draft.figures, figure), key=lambda f: f.first)))


def _loss_of(words: Sequence[Word], figure: FigurePhrase, before: FigurePhrase | None, told: int | None) -> int | None:
    """The word that says that the counted were killed, wounded or destroyed, or None."""
    for at in range(figure.first - 1, max(-1, figure.first - 1 - BACK), -1):
        if words[at].kind == "punctuation":
            break
        if _is_loss(words[at]):
            return at
    for at in range(figure.last, min(len(words), figure.last + AHEAD)):
        if words[at].kind == "punctuation" and not (at + 1 < len(words) and _passes(words[at], words[at + 1])):
            break
        if words[at].pos == "verb":  # "17 من ميليشيا الحوثي وقوات صالح قتلوا"
            if _is_loss(words[at]) and not words[at].conjunction:
                return at
            break
    if figure.unit in HARMED:
        return figure.first
    if before is None or told is None:
        return None
    if _among(words, before, figure):
        return told
    part = words[figure.last - 1].key in PARTS  # "13 جنديا ثلاثة منهم في كمين"
    return told if _more(words, before, figure) or (part and figure.first - before.last <= 1) else None


def _among(words: Sequence[Word], whole: FigurePhrase, part: FigurePhrase) -> bool:
    """Whether a figure counts some of those that the figure before it counts."""
    between = {w.key for w in words[whole.last : part.first]}
    return between <= AMONG and not between.isdisjoint(AMONG - MARKS)


def _more(words: Sequence[Word], figure: FigurePhrase, further: FigurePhrase) -> bool:
    """ "استشهاد عشرة من الجنود وثلاثة من العمال": both numbers are those of one toll."""
    between = words[figure.last : further.first]
    joined = words[further.first].conjunction == "و" or words[further.first - 1].key == "و"  # "و15 امرأة"
    if not joined or len(between) > JOINED:
        return False
    return not any(w.kind == "punctuation" or w.pos in ("verb", "preposition") or _is_loss(w) for w in between)


def _passes(mark: Word, following: Word) -> bool:
    """Whether a mark does not part the counted from their verb: quotes, and a comma right before the verb."""
    return mark.text in QUOTES or (following.pos == "verb" and _is_loss(following) and not following.conjunction)


def _is_loss(word: Word) -> bool:
    return word.stem_key in LOSS or word.key.removeprefix("و") in LOSS


def _owners(page: Page, acts: Sequence[tuple[Draft, int]], figure: FigurePhrase, loss: int) -> list[int]:
    owners: list[int] = []
    attacks: list[tuple[Draft, int]] = []
    for draft, number in acts:
        if draft.extension in KILLINGS:
            if draft.trigger_word == loss or _coordinated(page, draft, loss, acts):
                owners.append(number)
        elif not laid(page.text, draft.trigger_word):
            attacks.append((draft, number))
    cause = _behind(page, attacks, figure) or _before(page, attacks, min(loss, figure.first))
    return owners if cause is None else [*owners, cause[1]]


def _coordinated(page: Page, draft: Draft, loss: int, acts: Sequence[tuple[Draft, int]]) -> bool:
    """ "قتل تسعة وأصيب 81": the wounded belong to the killing before them, where no attack is told between."""
    first = draft.trigger_word
    if draft.extension != "kill" or not first < loss <= first + COORDINATED:
        return False
    if any(first < other.trigger_word < loss and other.extension not in KILLINGS for other, _ in acts):
        return False
    word = page.text.words[loss]
    return word.conjunction == "و" and not any(w.stem_key in JOINERS for w in page.text.words[first:loss])


def _behind(page: Page, attacks: list[tuple[Draft, int]], figure: FigurePhrase) -> tuple[Draft, int] | None:
    """ "قتل خمسة في غارة": the first attack behind the figure in its clause, led by a preposition of cause."""
    own = next((n for n in page.chunk_of[figure.first : figure.last] if n >= 0), -1)  # "نحو" stands in none
    if own < 0:
        return None
    stop = _stop(page, own)
    for attack in attacks:
        chunk = page.chunk_of[attack[0].trigger_word]
        link = stop + (stop < page.sentence_last[own] and page.chunks[stop].text in closed().commas)
        when = link < page.sentence_last[own] and page.chunks[link].text in WHEN and chunk == link + 1
        if when and attack[0].trigger_word >= figure.last:
            return attack  # "قتل ثلاثة عندما فتح مسلحون النار"
        if attack[0].trigger_word >= figure.last and own <= chunk < stop and page.chunks[chunk].kind == "noun":
            if any(is_finite(c) and not _is_loss(page.word(c)) for c in page.chunks[own + 1 : chunk]):
                return None  # "تدمير 16 آلية شاركت في الهجوم"
            return attack if _led(page, max(own + 1, chunk - 2), chunk, attack[0].trigger_word) else None
    return None


def _stop(page: Page, own: int) -> int:
    """Past the clause of a figure and the losses joined to it ("قتل ثمانية وأصيب 12 في قصف")."""
    stop = clause_of(page, own).stop
    while stop < page.sentence_last[own] and is_finite(page.chunks[stop]) and _is_loss(page.word(page.chunks[stop])):
        stop = clause_of(page, stop).stop
    return stop


def _led(page: Page, first: int, chunk: int, word: int) -> bool:
    """Whether a preposition or noun of cause leads to the trigger at `word` ("جراء الغارة", "نتيجة قصف")."""
    if any(page.chunks[c].prep in CAUSES for c in range(first, chunk + 1)):
        return True
    return any(w.stem_key in CAUSES for w in page.text.words[page.chunks[min(first, chunk)].first : word])


def _before(page: Page, attacks: list[tuple[Draft, int]], loss: int) -> tuple[Draft, int] | None:
    """The last attack told before the loss, where the words between lead from one to the other."""
    attack = next((a for a in reversed(attacks) if a[0].trigger_word < loss), None)
    if attack is None:
        return None
    words = page.text.words[attack[0].trigger_word + 1 : loss + 1]
    if any(_results(w) or (w.stem_key == "خلال" and w.enclitic) for w in words):
        return attack
    if any(w.stem_key in JOINERS or w.stem_key in ANSWERED for w in words):
        return None  # "… كما قتل": another act
    first, last = page.chunk_of[attack[0].trigger_word], page.chunk_of[loss]
    told = [c for c in page.chunks[max(first, 0) + 1 : max(last, 0)] if is_finite(c)]
    return attack if len(told) <= TOLD_BETWEEN else None


def _results(word: Word) -> bool:
    return any(a.pos == "verb" and key(a.lemma) in closed().results for a in word.analyses)
