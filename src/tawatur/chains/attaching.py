"""How far a source adverbial reaches: back over the unattributed words of its sentence, or forward."""

from tawatur.arabic.word import Sentence
from tawatur.chains.adverbials import Adverbial
from tawatur.chains.desk import MARKS, Desk, cut_before, joiner_before
from tawatur.chains.lexicon import keys, speech_verbs
from tawatur.chains.openers import COMMAS
from tawatur.chains.outlets import informed, medium_of
from tawatur.chains.scopes import Scope
from tawatur.chains.voice import Voice


def attach_adverbial(desk: Desk, found: Adverbial, sentence: Sentence) -> None:
    voices = tuple(v for v in found.voices if not desk.outlet.owns(v))
    if found.voices:
        desk.sources.remember(found.voices)
    if not voices and not found.doubts:
        return
    if voices and _between(desk, found, voices, sentence):
        return
    first, last = _reach(desk, found, sentence)
    if last <= first:
        return
    around = [
        s for s in desk.ledger.scopes if s.holds(found.first) or s.first < found.first <= s.last <= found.first + 1
    ]
    if around and not found.inner and any(v.klass == "text" and not desk.words[v.first].definite for v in voices):
        return  # "أوضح المرصد أن …، وفق حصيلة جديدة": his own count
    media = bool(voices) and all(v.klass == "media" for v in voices) and (not found.inner or _retold(around))
    if around and not media:
        first = max(first, max(s.first for s in around), _clause_start(desk, found.first, first))
    desk.ledger.scopes.append(
        Scope(
            first=first,
            last=last,
            voices=voices,
            stance="doubts" if found.doubts else "asserts",
            modality="possible" if found.doubts else None,
            cue=desk.text.span(found.first, found.last),
            cue_word=found.first,
            rule=found.rule,
            medium=_medium(desk, found, voices, sentence),
            rank=-1 if media else 1,
        )
    )


def _medium(desk: Desk, found: Adverbial, voices: tuple[Voice, ...], sentence: Sentence) -> Voice | None:
    """ "بحسب ما أعلن مسؤولون لوكالة كذا": the medium they spoke to, here or before."""
    if not voices:
        return None
    told = medium_of(desk.sources, found.last, min(sentence.last, found.last + 2))
    if told is None and found.rule == "speech_adverbial":
        told = informed(desk.sources, found.last)  # "على ما أفاد مسؤول محلي وكالة كذا"
    if told is not None and told.entity not in {v.entity for v in voices}:
        return told
    return desk.sources.media.get(voices[-1].entity)


def _retold(around: list[Scope]) -> bool:
    """ "أفادت الحركة …، نقلا عن وكالة كذا": a medium cited behind who is none stands around him."""
    return bool(around) and not any(v.klass in ("media", "text") for s in around for v in s.voices)


def _between(desk: Desk, found: Adverbial, voices: tuple[Voice, ...], sentence: Sentence) -> bool:
    """ "ذكرت الوكالة نقلا عن مصادر أن …": a source between a verb and its complement belongs to that complement."""
    for scope in reversed(desk.ledger.scopes):
        if not sentence.first <= scope.cue_word:
            return False
        if scope.cue_word < found.first and found.last <= scope.first and scope.voices:
            held = {o.entity for o in scope.voices}
            new = tuple(v for v in voices if v.entity not in held and v.klass != "text")
            if found.inner and desk.outlet.agency(scope.voices[0].first, scope.voices[0].last):
                desk.sources.agencies.update({v.entity: scope.voices[0] for v in new if v.anonymous})
            scope.voices = (*scope.voices, *new) if found.inner else (*new, *scope.voices)
            return True
    return False


def _reach(desk: Desk, found: Adverbial, sentence: Sentence) -> tuple[int, int]:
    """Back over the unattributed words of its sentence; forward where it opens the sentence or stands inside it."""
    words = desk.words
    lead = found.first
    while lead > sentence.first and (words[lead - 1].kind == "punctuation" or words[lead - 1].key in ("و",)):
        lead -= 1
    opens = lead <= sentence.first + 1 or words[found.first].conjunction == "و"  # "… وبحسب ناشطين فإن"
    first = sentence.first
    for scope in desk.ledger.scopes:
        told = first < scope.last < found.first - 2 and scope.last >= sentence.first
        if told and not scope.holds(found.first) and scope.rule != "text_about":
            first = scope.last
    last = found.last
    after = found.last
    while after < sentence.last and words[after].text in MARKS:
        after += 1
    comma = after < sentence.last and words[after].text in COMMAS
    if opens or (comma and _goes_on(desk, after + 1, sentence)):
        last = _next_voice(desk, found.last, sentence)
    return (found.last if opens else first), last


def _clause_start(desk: Desk, index: int, first: int) -> int:
    """The last word before `index` that begins a coordinated clause ("، ويأتي ذلك - بحسب …")."""
    for j in range(index - 1, first, -1):
        if desk.words[j].conjunction and desk.words[j].pos == "verb" and desk.words[j - 1].text in COMMAS:
            return j
    return first


def _goes_on(desk: Desk, index: int, sentence: Sentence) -> bool:
    """Whether the clause itself goes on behind an adverbial between commas: no new clause begins there."""
    if index >= sentence.last:
        return False
    word = desk.words[index]
    if word.conjunction or word.pos in ("verb", "subordinator", "conjunction", "relative"):
        return False
    return word.key not in keys("joiners") and not any(p for _, p in speech_verbs(word))


def _next_voice(desk: Desk, index: int, sentence: Sentence) -> int:
    starts = [
        cut_before(desk, s.cue_word, sentence)
        for s in desk.ledger.scopes
        if index < s.cue_word < sentence.last
        and s.rank == 0
        and s.rule != "text_about"
        and (desk.words[s.cue_word].conjunction or joiner_before(desk, s.cue_word))
    ]
    return min(starts, default=sentence.last)
