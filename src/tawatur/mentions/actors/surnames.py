"""Who is meant by a family name alone: whoever was named last with it in full."""

from typing import Any

NO_SURNAMES = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العزيز", "ربه", "الملك"})
REIGNING = frozenset({"ملك", "امير", "سلطان", "شيخ", "عاهل", "امام", "خليفه"})
SERVANT = "عبد"  # opens a family name of two words

Identity = tuple[Any, ...]


class Surnames:
    """The family names of one article, by their keys, each with the identity of the actor who bears it."""

    def __init__(self) -> None:
        self.known: dict[str, Identity] = {}

    def of(self, name: str, before: str) -> Identity | None:
        """Who bears a name as family name; `before` is the key of the word before it.

        "الملك عبد الله" is called by his own name: he is no "خالد عبد الله".
        """
        if name.startswith(f"{SERVANT} ") and before in REIGNING:
            return None
        return self.known.get(name)

    def enter(self, name: str, actor: Identity) -> None:
        """Keeps the family names that the key of a full name ends in."""
        words = name.split()
        for count in (1, 2):
            if words[-1] in NO_SURNAMES and (count == 1 or words[-2:-1] != [SERVANT]):
                continue  # "عبد الرحمن" is a family name, "الرحمن" is none
            if len(words) > count:
                self.known[" ".join(words[-count:])] = actor
