"""Labels before a colon, texts that tell of something, and quotations that go on with the last speaker."""

from tawatur.arabic.letters import key
from tawatur.arabic.word import Sentence
from tawatur.chains.desk import MARKS, Desk, joiner_before
from tawatur.chains.lexicon import nouns
from tawatur.chains.objects import ANSWERS
from tawatur.chains.openers import complement
from tawatur.chains.outlets import medium_of
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice
from tawatur.chains.voices import ISSUED

WITHOUT = frozenset({"لم", "دون", "بدون", "لا", "غير"})
AGENCY = frozenset({"وكاله", "وكالات"})  # "وكالة أنباء" is no news about something
ABOUT = frozenset({"حول", "بشان"})
# "شائعات حول هروب الوزير"; a report may be about anything
RUMOURS = frozenset(key(noun) for noun in ("نبأ", "خبر", "شائعة", "إشاعة", "معلومة", "معلومات"))
DASHES = frozenset({"-", "–", "—"})
TELLERS = frozenset({"media", "source", "organisation", "office", "text"})
HEADLINE = 3  # words at least before the dash and the source that close a headline
LABEL = 9  # words of a speaker before a colon that opens a sentence


def read_label(desk: Desk, sentence: Sentence) -> None:
    """ "المرصد: مقتل ثلاثة": a sentence that opens with a source and a colon."""
    first = sentence.first
    while first < sentence.last and desk.words[first].text in MARKS:
        first += 1
    if first >= sentence.last:
        return
    voices = desk.sources.group_at(first, sentence.last) or _surname(desk, first, sentence)
    end = voices[-1].last if voices else first
    if voices and (medium := medium_of(desk.sources, end, min(sentence.last, end + 6))) is not None:
        end = medium.last  # "العسيري لـ«عكاظ»: …"
    while end < sentence.last and desk.words[end].text in MARKS:
        end += 1
    if not voices or end >= sentence.last - 1 or desk.words[end].text != ":" or end - first > LABEL:
        return
    if _dateline(desk, first, end, sentence):
        return
    opener = complement(desk.text, desk.quotes, "colon", end, end + 1, sentence)
    for scope in desk.ledger.open:
        scope.last = min(scope.last, first)
    desk.ledger.reach(first)
    desk.ledger.add(
        Scope(
            first=end + 1,
            last=sentence.last,
            voices=voices,
            stance="asserts",
            modality=None,
            cue=desk.words[end].span,
            cue_word=first,
            rule="label_with_colon",
            quoted=opener.quoted,
        )
    )
    desk.sources.remember(voices)


def _dateline(desk: Desk, first: int, colon: int, sentence: Sentence) -> bool:
    """ "بغداد: قتل سبعة أشخاص.": a town from which news comes; in a headline and with "we" its government speaks."""
    town = next((p for p in desk.sources.named.places if p.first == first and p.last == colon), None)
    if town is None or not town.locality or desk.words[sentence.last - 1].text != ".":
        return False
    told = [a for a in desk.words[colon + 1].analyses if a.pos == "verb"]
    return bool(told) and all(a.person == "3" and a.tense == "past" for a in told)


def read_closing_label(desk: Desk, sentence: Sentence) -> None:
    """ "مقتل ثلاثة في غارة - المرصد": a headline that ends with a dash and its source."""
    last = sentence.last
    dash = next(
        (j for j in range(last - 1, max(sentence.first, last - LABEL), -1) if desk.words[j].text in DASHES), None
    )
    if dash is None or dash - sentence.first < HEADLINE or sentence.paragraph != desk.text.sentences[0].paragraph:
        return
    voices = desk.sources.group_at(dash + 1, last) if dash + 1 < last else ()
    if not voices or voices[-1].last != last or any(sentence.first <= s.first < dash for s in desk.ledger.scopes):
        return
    if voices[-1].klass not in TELLERS:
        return
    desk.ledger.scopes.append(
        Scope(
            first=sentence.first,
            last=dash,
            voices=voices,
            stance="asserts",
            modality=None,
            cue=desk.words[dash].span,
            cue_word=dash,
            rule="label_with_dash",
        )
    )


def _surname(desk: Desk, first: int, sentence: Sentence) -> tuple[Voice, ...]:
    """The bare surname that speaks in a headline or to a paper: "العسيري: …", "الجبير لـ«الأيام»: …"."""
    word = desk.words[first]
    if "ال" not in word.prefixes or not (word.pos == "name" or word.key.endswith("ي")) or first in desk.covered:
        return ()
    if first + 2 >= sentence.last or desk.words[first + 1].key not in (":", "ل"):
        return ()
    if desk.words[first + 1].key == ":" and sentence.paragraph != desk.text.sentences[0].paragraph:
        return ()
    voice = desk.sources.unnamed_at(first, first + 1)
    return (voice,) if voice is not None else ()


def read_text_about(desk: Desk, index: int, sentence: Sentence) -> None:
    """ "أنباء عن مقتل": a text that tells of something stands for whoever wrote it."""
    word = desk.words[index]
    noun, _ = nouns()[word.stem_key]
    if not noun.text or "ال" in word.prefixes or word.enclitic or (index and desk.words[index - 1].stem_key in AGENCY):
        return
    if any(w.stem_key in WITHOUT for w in desk.words[max(sentence.first, index - 2) : index]):
        return  # "دون أنباء عن إصابات", "لم ترد معلومات عن"
    voice = None
    for j in range(index + 1, min(sentence.last - 1, index + 4)):
        if desk.words[j].stem_key in ISSUED or (desk.words[j].enclitic and desk.words[j].stem_key in ANSWERS):
            return  # "بيان صادر عن الوزارة": the issuer, not what it is about
        about = desk.words[j].stem_key
        if (about == "عن" or (about in ABOUT and noun.text and key(noun.lemma) in RUMOURS)) and not desk.words[
            j
        ].enclitic:
            voice = desk.sources.noun_at(index, j)
            break
        if desk.words[j].preposition or desk.words[j].pos in (
            "verb",
            "preposition",
            "subordinator",
            "punctuation",
        ):
            return
    if voice is None or _told_by_another(desk, index, j + 1):
        return  # "تداول ناشطون أنباء عن": their news
    last = next(
        (
            k
            for k in range(j + 1, sentence.last)
            if (desk.words[k].kind == "punctuation" and desk.words[k].text not in MARKS)
            or (desk.words[k].pos == "verb" and joiner_before(desk, k))
        ),
        sentence.last,
    )
    held = desk.quotes.inner(index)
    desk.ledger.add(
        Scope(
            first=j + 1,
            last=min(last, held.last) if held else last,
            voices=(voice,),
            stance="asserts",
            modality=None,
            cue=word.span,
            cue_word=index,
            rule="text_about",
        )
    )


def _told_by_another(desk: Desk, index: int, about: int) -> bool:
    """ "تداول ناشطون أنباء عن", "أعلنت الشرطة في بيان عن": somebody's own text."""
    return any(s.first in (index, about) and s.stance == "asserts" for s in desk.ledger.open)


def go_on_with_quotation(desk: Desk, sentence: Sentence) -> None:
    """A sentence that opens with a long quotation and names nobody goes on with the last speaker."""
    quotation = desk.quotes.starting.get(sentence.first)
    if quotation is None or quotation.last - quotation.first < 8 or not desk.sources.history:
        return
    if any(s.holds(quotation.first) for s in desk.ledger.scopes):
        return
    voice = desk.sources.history[-1]
    desk.ledger.add(
        Scope(
            first=quotation.first,
            last=quotation.last,
            voices=(voice,),
            stance="asserts",
            modality=None,
            cue=desk.words[sentence.first].span,
            cue_word=sentence.first,
            rule="quotation_of_last_speaker",
            quoted=True,
        )
    )
