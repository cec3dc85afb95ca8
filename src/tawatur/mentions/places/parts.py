"""Names the parts of a place that words make: its north, its countryside, its surroundings."""

ARABIC = {
    "north": "شمال",
    "south": "جنوب",
    "east": "شرق",
    "west": "غرب",
    "northeast": "شمال شرق",
    "northwest": "شمال غرب",
    "southeast": "جنوب شرق",
    "southwest": "جنوب غرب",
    "centre": "وسط",
}
ADJECTIVE = {
    "north": "الشمالي",
    "south": "الجنوبي",
    "east": "الشرقي",
    "west": "الغربي",
    "northeast": "الشمالي الشرقي",
    "northwest": "الشمالي الغربي",
    "southeast": "الجنوبي الشرقي",
    "southwest": "الجنوبي الغربي",
    "centre": "الأوسط",
}
ENGLISH = {
    "north": "northern",
    "south": "southern",
    "east": "eastern",
    "west": "western",
    "northeast": "northeastern",
    "northwest": "northwestern",
    "southeast": "southeastern",
    "southwest": "southwestern",
    "centre": "central",
}
NOUNS = {
    "academy": ("أكاديمية", "{} academy"),
    "barracks": ("ثكنة", "{} barracks"),
    "church": ("كنيسة", "{} church"),
    "hospital": ("مستشفى", "{} hospital"),
    "hotel": ("فندق", "{} hotel"),
    "mosque": ("مسجد", "{} mosque"),
    "museum": ("متحف", "{} museum"),
    "palace": ("قصر", "{} palace"),
    "reactor": ("مفاعل", "{} reactor"),
    "school": ("مدرسة", "{} school"),
    "university": ("جامعة", "University of {}"),
    "airport": ("مطار", "{} airport"),
    "base": ("قاعدة", "{} base"),
    "border": ("حدود", "border of {}"),
    "bridge": ("جسر", "{} bridge"),
    "camp": ("مخيم", "{} camp"),
    "coast": ("ساحل", "coast of {}"),
    "crossing": ("معبر", "{} crossing"),
    "desert": ("بادية", "{} desert"),
    "field": ("حقل", "{} field"),
    "front": ("جبهة", "{} front"),
    "market": ("سوق", "{} market"),
    "port": ("ميناء", "{} port"),
    "prison": ("سجن", "{} prison"),
    "refinery": ("مصفاة", "{} refinery"),
    "road": ("طريق", "{} road"),
    "suburb": ("ضاحية", "suburb of {}"),
}


def part_name(name: dict[str, str], part: str) -> dict[str, str]:
    """The neutral names of a part of a place: "countryside-north" of Aleppo is "northern countryside of Aleppo"."""
    kind, _, side = part.partition("-")
    if kind == "countryside":
        ar = f"ريف {name['ar']} {ADJECTIVE[side]}" if side else f"ريف {name['ar']}"
        en = f"countryside of {name['en']}"
        return {"ar": ar, "en": f"{ENGLISH[side]} {en}" if side else en}
    if kind in NOUNS:
        noun, english = NOUNS[kind]
        return {"ar": f"{noun} {name['ar']}", "en": english.format(name["en"])}
    if kind == "quarters":
        return {"ar": f"أحياء {name['ar']} {ADJECTIVE[side]}ة", "en": f"{ENGLISH[side]} quarters of {name['en']}"}
    return {"ar": f"{ARABIC[kind]} {name['ar']}", "en": f"{ENGLISH[kind]} {name['en']}"}
