"""Whether a head noun and what stands with it suffice for an actor."""

from tawatur.mentions.actors.desk import Desk
from tawatur.mentions.actors.names import Namer
from tawatur.mentions.actors.node import Node
from tawatur.mentions.actors.owners import is_owned
from tawatur.mentions.actors.peoples import Peoples

HARMED = frozenset({"اصيب", "جرح", "قتل", "اعتقل", "اصابت", "جرحت", "قتلت", "اعتقلت"})
LED = frozenset(
    {"تقوده", "يقوده", "تقودها", "يقودها", "تتزعمه", "يتزعمه", "بقياده", "بزعامه", "مولف", "مولفه", "مكون", "مكونه"}
)  # "تحالف تقوده السعودية": who leads it or what it is made of tells which
CARRIER = "حاملة"
SOON = "قريب"
NEEDING = frozenset({"possessed", "only", "article", "counted", "fielded", "needs", "weak"})  # flags of heads


class Sufficing:
    """Judges the phrases with a head noun of one text."""

    def __init__(self, desk: Desk, namer: Namer, peoples: Peoples) -> None:
        self.desk = desk
        self.namer = namer
        self.peoples = peoples

    def stands(self, node: Node) -> bool:
        """Whether the words suffice for an actor: weak heads need company, some need an owner or a name."""
        assert node.noun is not None
        flags = node.noun.flags
        if flags.isdisjoint(NEEDING) and node.noun.head != CARRIER:
            return True
        if "possessed" in flags:
            return node.enclitic  # "بلاده"
        if "only" in flags:
            return bool(node.words or (node.owner and node.owner.klass == node.klass) or self._resumes(node))
        if "article" in flags and self.desk.words[node.head].prefixes[-1:] != ("ال",) and not node.qualities:
            return False
        counted = node.head > 0 and self.desk.words[node.head - 1].pos == "number"
        if "counted" in flags:
            many = self.peoples.quantities.ends(node.head - 1)  # "عشرات آخرين"
            return counted or many or self._suffers(node.head)  # "ثلاثة آخرون", "إصابة آخرين"; "آخرون" alone is anyone
        if node.noun.head == CARRIER:
            return node.owner is not None and node.owner.klass == "weapon"  # "حاملة الطائرات"
        if "fielded" in flags:
            return bool(node.owner or node.topic or self.desk.key(node.head + 1) == "امن")  # "مديرية أمن حلب"
        if "needs" in flags:
            return is_owned(node, self.desk) or self._resumes(node)
        titled = "title" in flags and "ال" in self.desk.words[node.head].prefixes and self.namer.sure(node.last)
        if "weak" in flags and not titled and (self._trails(node) or (node.enclitic and node.number == "s")):
            return False
        if "weak" in flags:
            company = node.owner or node.place or node.topic or node.words or node.parts or node.qualities
            form = self.desk.head(node.head)  # "أعدم التنظيم رجلا"
            struck = node.noun.klass == "civilians" and form is not None and form[0].shape.accusative
            struck = struck and node.noun.head != SOON  # "ستصل القوات قريبا"
            led = not node.definite and self.desk.key(node.last) in LED
            return bool(company or led or counted or struck or (node.definite and node.noun.klass != "weapon"))
        return True

    def _resumes(self, node: Node) -> bool:
        """A bare definite head: it stands only if the article named such a one before."""
        bare = node.last == node.first + 1 and not node.enclitic
        node.resumes = node.definite and node.number in ("s", "d") and bare
        return node.resumes

    def _trails(self, node: Node) -> bool:
        """A bare definite word behind a definite noun: its adjective ("القرى الرابطة", "المعسكر القريب")."""
        bare = node.first and node.definite and node.last == node.first + 1
        before = self.desk.words[node.first - 1]
        return (
            bool(bare)
            and "ال" in before.prefixes
            and not self.desk.words[node.first].conjunction
            and before.kind == "word"
        )

    def _suffers(self, index: int) -> bool:
        """Whether a word of losses stands right before: "مقتل مدني وإصابة آخرين", "وجرح آخرون"."""
        before = self.desk.words[index - 1] if index else None
        return before is not None and (self.peoples.quantities.takes_people(index - 1) or before.stem_key in HARMED)
