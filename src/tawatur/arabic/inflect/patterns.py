"""The patterns of the verb forms I to X, of quadriliterals (11) and their reflexive (12), in sounds.

Columns: past before vowels, past before consonants, present before vowels, before consonants, passive past, passive
present, active participle, passive participle, verbal noun. Digits are radicals, v the vowel of form I.
"""

Pattern = tuple[str, str, str, str, str, str, str, str, str]

SOUND: dict[int, Pattern] = {
    1: ("1a2v3", "1a2v3", "ya12v3", "ya12v3", "1u2i3", "yu12a3", "1A2i3", "ma12U3", ""),
    2: ("1a22a3", "1a22a3", "yu1a22i3", "yu1a22i3", "1u22i3", "yu1a22a3", "mu1a22i3", "mu1a22a3", "تa12I3"),
    3: ("1A2a3", "1A2a3", "yu1A2i3", "yu1A2i3", "1U2i3", "yu1A2a3", "mu1A2i3", "mu1A2a3", "mu1A2a3aT"),
    4: ("ءa12a3", "ءa12a3", "yu12i3", "yu12i3", "ءu12i3", "yu12a3", "mu12i3", "mu12a3", "ءi12A3"),
    5: (
        "تa1a22a3",
        "تa1a22a3",
        "yaتa1a22a3",
        "yaتa1a22a3",
        "تu1u22i3",
        "yuتa1a22a3",
        "muتa1a22i3",
        "muتa1a22a3",
        "تa1a22u3",
    ),
    6: ("تa1A2a3", "تa1A2a3", "yaتa1A2a3", "yaتa1A2a3", "تu1U2i3", "yuتa1A2a3", "muتa1A2i3", "muتa1A2a3", "تa1A2u3"),
    7: ("اiن1a2a3", "اiن1a2a3", "yaن1a2i3", "yaن1a2i3", "اuن1u2i3", "yuن1a2a3", "muن1a2i3", "muن1a2a3", "اiن1i2A3"),
    8: ("اi1ta2a3", "اi1ta2a3", "ya1ta2i3", "ya1ta2i3", "اu1tu2i3", "yu1ta2a3", "mu1ta2i3", "mu1ta2a3", "اi1ti2A3"),
    9: ("اi12a33", "اi12a3a3", "ya12a33", "ya12a3i3", "اu12u33", "yu12a33", "mu12a33", "mu12a33", "اi12i3A3"),
    10: (
        "اiستa12a3",
        "اiستa12a3",
        "yaستa12i3",
        "yaستa12i3",
        "اuستu12i3",
        "yuستa12a3",
        "muستa12i3",
        "muستa12a3",
        "اiستi12A3",
    ),
    11: ("1a23a4", "1a23a4", "yu1a23i4", "yu1a23i4", "1u23i4", "yu1a23a4", "mu1a23i4", "mu1a23a4", "1a23a4aT"),
    12: (
        "تa1a23a4",
        "تa1a23a4",
        "yaتa1a23a4",
        "yaتa1a23a4",
        "تu1u23i4",
        "yuتa1a23a4",
        "muتa1a23i4",
        "muتa1a23a4",
        "تa1a23u4",
    ),
}
HOLLOW: dict[int, Pattern] = {
    1: ("1A3", "1u3", "ya1U3", "ya1u3", "1I3", "yu1A3", "1Aءi3", "ma1U3", ""),
    4: ("ءa1A3", "ءa1a3", "yu1I3", "yu1i3", "ءu1I3", "yu1A3", "mu1I3", "mu1A3", "ءi1A3aT"),
    7: ("اiن1A3", "اiن1a3", "yaن1A3", "yaن1a3", "اuن1I3", "yuن1A3", "muن1A3", "muن1A3", "اiن1iيA3"),
    8: ("اi1tA3", "اi1ta3", "ya1tA3", "ya1ta3", "اu1tI3", "yu1tA3", "mu1tA3", "mu1tA3", "اi1tiيA3"),
    10: ("اiستa1A3", "اiستa1a3", "yaستa1I3", "yaستa1i3", "اuستu1I3", "yuستa1A3", "muستa1I3", "muستa1A3", "اiستi1A3aT"),
}
DOUBLED: dict[int, Pattern] = {
    1: ("1a22", "1a2v2", "ya1v22", "ya12v2", "1u22", "yu1a22", "1A22", "ma12U2", ""),
    3: ("1A22", "1A2a2", "yu1A22", "yu1A2i2", "1U2i2", "yu1A22", "mu1A22", "mu1A22", "mu1A22aT"),
    4: ("ءa1a22", "ءa12a2", "yu1i22", "yu12i2", "ءu1i22", "yu1a22", "mu1i22", "mu1a22", "ءi12A2"),
    6: ("تa1A22", "تa1A2a2", "yaتa1A22", "yaتa1A2a2", "تu1U2i2", "yuتa1A22", "muتa1A22", "muتa1A22", "تa1A22"),
    7: ("اiن1a22", "اiن1a2a2", "yaن1a22", "yaن1a2i2", "اuن1u22", "yuن1a22", "muن1a22", "muن1a22", "اiن1i2A2"),
    8: ("اi1ta22", "اi1ta2a2", "ya1ta22", "ya1ta2i2", "اu1tu22", "yu1ta22", "mu1ta22", "mu1ta22", "اi1ti2A2"),
    10: (
        "اiستa1a22",
        "اiستa12a2",
        "yaستa1i22",
        "yaستa12i2",
        "اuستu1i22",
        "yuستa1a22",
        "muستa1i22",
        "muستa1a22",
        "اiستi12A2",
    ),
}
