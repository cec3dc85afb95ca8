"""The two sides of the use of a base: who uses it, and whose it is by a pronoun or an adjective of nationality."""

from tawatur.model.phrases import ActorPhrase
from tawatur.reports.grammar.borders import is_finite
from tawatur.reports.grammar.groups import actors_of
from tawatur.reports.grammar.page import Chunk, Page
from tawatur.reports.grammar.pronouns import agrees
from tawatur.reports.grammar.subjects import subject_chunk
from tawatur.reports.lexicon.senses import Sense, key
from tawatur.reports.roles.record import Roles, admitted

BASES = frozenset({"قاعده", "قواعد", "قاعدتي", "مطار", "مطارات", "اجواء", "مجال", "اراضي", "ميناء", "مواني"})
USES = frozenset({"استخدم", "استعمل"})
LETS = frozenset({"سمح", "منح", "وافق", "اتاح", "اعطي"})
NEAR = 4  # chunks from the noun on within which the base is named
SIDES = frozenset({"state", "armed", "weapon", "office"})


def add_sides_of_base(page: Page, word: int, roles: Roles, sense: Sense) -> None:
    """ "استخدام الطائرات لقواعدها", "استخدام القاعدة التركية": whoever of the two is not told yet."""
    if sense.entry.extension != "host_base" or key(sense.entry.lemma) not in USES:
        return
    index = page.chunk_of[word]
    user = page.chunks[index].owner
    found = [user] if user is not None and user.first == word + 1 else []
    for chunk in page.chunks[index : min(index + NEAR, page.sentence_last[index])]:
        if chunk.kind in ("verb", "that", "relative", "mark"):
            break
        found += _host(page, chunk, word)
    for one in found:
        known = {a.entity for a in roles.actors + roles.recipients}
        if one.entity not in known and one.klass in SIDES and admitted(page, sense.entry, "recipient", one):
            roles.recipients.append(one)


def _host(page: Page, chunk: Chunk, word: int) -> list[ActorPhrase]:
    for here in page.text.words[max(chunk.first, word + 1) : chunk.last]:
        if here.stem_key not in BASES:
            continue
        if here.enclitic:
            return [a for a in _letting(page, chunk.index) if agrees(here.enclitic, a)][:1]
        return list(chunk.nationals[:1])
    return []


def _letting(page: Page, index: int) -> tuple[ActorPhrase, ...]:
    """ "سمحت تركيا للتحالف باستخدام قواعدها": who lets it be used, whoever stands between."""
    for position in range(index - 1, page.sentence_first[index] - 1, -1):
        chunk = page.chunks[position]
        if is_finite(chunk) and any(key(a.lemma) in LETS for a in page.word(chunk).analyses):
            subject = subject_chunk(page, position).chunk
            return actors_of(page, subject) if subject is not None else ()
    return ()
