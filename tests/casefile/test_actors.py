"""Who is no one in particular does not crowd out those who have a name."""

from tawatur.casefile.case import Case


def test_those_without_a_name_come_after_all_others(case: Case) -> None:
    found = case.actors()
    marks = [actor.generic for actor in found]
    assert marks == sorted(marks)
    for generic in (False, True):
        mentions = [actor.mentions for actor in found if actor.generic is generic]
        assert mentions == sorted(mentions, reverse=True)


def test_who_bears_a_name_or_has_a_side_is_someone(case: Case) -> None:
    unnamed = case.actors(generic=True)
    assert {actor.name["en"] for actor in unnamed} >= {"civilians", "militants"}
    assert not any(actor.kb or actor.side for actor in unnamed)
    assert "Russian officers" in {actor.name["en"] for actor in case.actors(generic=False)}


def test_a_known_name_is_found_before_a_common_word(case: Case) -> None:
    assert not case.actors(name="مسلحون", limit=1)[0].kb
    assert case.actors(name="حزب", limit=1)[0].kb
