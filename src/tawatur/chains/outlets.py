"""The article's own outlet, the medium a speaker spoke to, and the agency that an article retells."""

from tawatur.arabic.letters import key
from tawatur.chains.lexicon import keys
from tawatur.chains.voice import Voice
from tawatur.chains.voices import Sources
from tawatur.model.article import Article
from tawatur.model.phrases import ActorPhrase

MARKS = frozenset({"«", "»", '"', "“", "”", "(", ")"})
LEARNT = frozenset({"علمت", "علم"})  # "علمت «الحياة» أن": so a paper tells of itself
TWICE = 2  # an unknown outlet to which people speak at least twice is taken for the article's own


class Outlet:
    """Whose paper this is: by metadata, or the medium to which its people keep speaking."""

    def __init__(self, sources: Sources, article: Article) -> None:
        self.sources = sources
        self._names = _plain(article.outlet) if article.outlet else frozenset()
        self._own = self._addressed() if not article.outlet else None

    def owns(self, voice: Voice) -> bool:
        """Whether a voice is the article's own outlet."""
        if voice.entity == self._own:
            return True
        entity = self.sources.entities.get(voice.entity)
        if not self._names or entity is None or entity.kind not in ("media", "organisation", "other", "group"):
            return False
        return any(_same(_plain(name), self._names) for name in entity.name.values() if name)

    def _addressed(self) -> str | None:
        counts: dict[str, int] = {}
        papers: set[str] = set()
        for phrase in self.sources.named.actors:
            if phrase.inside is not None or phrase.klass != "media" or not self._spoken_to(phrase):
                continue
            counts[phrase.entity] = counts.get(phrase.entity, 0) + 1
            if self._by_its_name_alone(phrase):
                papers.add(phrase.entity)
        twice = next((entity for entity, n in sorted(counts.items()) if n >= TWICE), None)
        return twice or (next(iter(papers)) if len(papers) == 1 == len(counts) else None)

    def _spoken_to(self, phrase: ActorPhrase) -> bool:
        """ "لعنب بلدي", "لـ«الحياة»", but no agency: it passes on what it is told."""
        words, before = self.sources.words, phrase.first - 1
        while before >= 0 and words[before].text in MARKS:
            before -= 1
        attached = words[phrase.first].preposition == "ل"
        to_it = attached or (before >= 0 and (words[before].key == "ل" or words[before].stem_key in LEARNT))
        cited = before >= 1 and words[before - (not attached)].key.lstrip("و") in keys("cites")  # "وفقا لـ«الأيام»"
        return to_it and not cited and not self.agency(phrase.first, phrase.last)

    def _by_its_name_alone(self, phrase: ActorPhrase) -> bool:
        """ "قال لـ«الحياة»": so a paper speaks of itself; of others it says what they are ("لصحيفة الحياة")."""
        words = self.sources.words
        quoted = phrase.first > 0 and words[phrase.first - 1].text in MARKS
        return (
            quoted and phrase.form == "name" and words[phrase.first].key not in keys("media_nouns") | keys("channels")
        )

    def agency(self, first: int, last: int) -> bool:
        """Whether words name a news agency."""
        return any(
            self.sources.words[i].stem_key in keys("agencies") for i in range(first, min(last, len(self.sources.words)))
        )


def _plain(name: str | None) -> frozenset[str]:
    words = key(name or "").lower().replace("-", " ").replace("(", " ").replace(")", " ").split()
    return frozenset(w[2:] if w.startswith("ال") or (w.startswith("al") and len(w) > 4 and False) else w for w in words)


def _same(name: frozenset[str], outlet: frozenset[str]) -> bool:
    return bool(name) and (name <= outlet or outlet <= name)


PRESS = frozenset({"صحافه", "اعلام"})  # "صرح للصحافة": to no paper that could be named


def medium_of(sources: Sources, start: int, stop: int) -> Voice | None:
    """The medium spoken to in words `start` to `stop`: "لـ«الشرق الأوسط»", "في مقابلة مع قناة", "في حديث لصحيفة"."""
    words = sources.words
    for j in range(start, stop):
        phrase = sources.phrase_at(j)
        if phrase is None or phrase.klass != "media" or phrase.anonymous or phrase.number == "p":
            continue
        if words[phrase.head].stem_key in PRESS:
            continue
        if words[j].preposition == "ل" or _after_talk(sources, j) or _carries_talk(sources, j):
            return sources.of(_by_name(sources, phrase, stop))
    return None


def informed(sources: Sources, index: int) -> Voice | None:
    """The medium that begins at a word, as the object of a verb of informing."""
    phrase = sources.phrase_at(index) if index < len(sources.words) else None
    named = phrase is not None and phrase.klass == "media" and phrase.form == "name"
    return sources.of(phrase) if phrase is not None and named else None


def _by_name(sources: Sources, phrase: ActorPhrase, stop: int) -> ActorPhrase:
    """ "وكالة أنباء ((شينخوا))": the name behind the bare word for an agency, if there is one."""
    if phrase.form != "role":
        return phrase
    for j in range(phrase.last, min(stop, phrase.last + 4)):
        behind = sources.phrase_at(j)
        if behind is not None:
            return behind if behind.klass == "media" and behind.form == "name" else phrase
        if sources.words[j].kind == "word" and sources.words[j].stem_key != "انباء":
            return phrase
    return phrase


def _carries_talk(sources: Sources, index: int) -> bool:
    """ "في مقابلة بثتها القناة", "في بيان نشرته وكالة": a medium that carried the words which the noun before names."""
    words, verb = sources.words, index - 1
    if verb < 2 or not words[verb].enclitic or words[verb - 1].stem_key not in keys("talks"):
        return False
    told = words[verb - 1].preposition == "ب" or words[verb - 2].stem_key in ("في", "خلال")
    return told and any(key(a.lemma) in keys("carries") for a in words[verb].analyses if a.pos == "verb")


def _after_talk(sources: Sources, index: int) -> bool:
    """ "في مقابلة مع", "في حديث إلى", "خلال لقاء على": a noun of talk and a preposition before the medium."""
    words, j = sources.words, index - 1
    while j > 0 and words[j].text in ('"', "«", "“"):
        j -= 1
    if words[j].key in ("ل",) or words[j].stem_key in ("مع", "الي", "علي", "ل", "عبر"):
        return any(words[k].stem_key in keys("talks") for k in range(max(0, j - 4), j)) or words[j].key == "ل"
    return False
