"""A name that nobody knows before the region it lies in: "في تشاتانوغا بولاية تنيسي", "في هاكورك شمال العراق".

The word is in no dictionary, "في" or "قرب" leads to it, and what follows at once is a governorate, countryside or side
of a known place. Such a name is a town until something else is said of it.
"""

from tawatur.mentions.places.heads import heads
from tawatur.mentions.places.hits import Hit, Words
from tawatur.mentions.places.index import Form
from tawatur.mentions.places.unknown import name_like

LEADS = frozenset({"في", "وفي", "قرب"})
REGIONS = frozenset({"governorate", "countryside", "district", "region"})
SHORTEST = 4  # letters: shorter words that no dictionary knows are mostly misprints


def name_before(words: Words, region: Hit, start: int) -> Hit | None:
    """The unknown town right before the phrase of a region, in a sentence that begins at `start`."""
    at = region.first - 1
    if at <= start or (words[at].key != "في" and words[at - 1].key not in LEADS):
        return None  # most regions
    known = bool(region.kbs) or (region.typed is not None and region.typed.kind == "governorate")
    if not known or region.again or not (region.part or _is_region(region) or _is_side(region)):
        return None
    if region.form.preposition != "ب" and not _is_side(region):
        at -= words[at].key == "في"
        if at == region.first - 1:
            return None
    if at <= start or words[at - 1].key not in LEADS:
        return None
    word = words[at]
    if word.analyses or len(word.key) < SHORTEST or not name_like(word):
        return None
    return Hit(first=at, last=at + 1, form=Form("", "", word.key), heads=(heads().nouns["بلده"],), name=(at, at + 1))


def _is_region(hit: Hit) -> bool:
    return hit.typed is not None and hit.typed.kind in REGIONS


def _is_side(hit: Hit) -> bool:
    """Whether a phrase opens with a direction: "شمال العراق"."""
    return hit.form.text in heads().cardinals
