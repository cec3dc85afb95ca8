"""What a short time counts from: "بعد ساعات من الهجوم" says when, and is no complement of the verb."""

from tawatur.reports.grammar.page import Page

SOON = frozenset({"ساعه", "ساعات", "ساعتين", "دقايق", "لحظات", "يوم", "يومين", "ايام"})


def counts_from(page: Page, verb: int, index: int) -> bool:
    """ "تمكنت من القبض عليه بعد ساعات من الهجوم": behind a short time, where the verb has its own "من" before."""
    between = page.chunks[verb + 1 : index]
    if not between or between[-1].kind != "time":
        return False
    words = page.text.words[between[-1].first : between[-1].last]
    return any(w.stem_key in SOON for w in words) and any(c.prep == "من" for c in between)
