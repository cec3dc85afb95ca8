"""The runner itself: each way of failing is told apart."""

from tests.examples.compare import failures

TEXT = "قصف الجيش المدينة"


def test_right_finding_gives_no_failure() -> None:
    assert failures({"text": TEXT, "expect": [{"span": "قصف", "type": "A"}]}, [{"span": (0, 3), "type": "A"}]) == []


def test_missing_finding_is_missed() -> None:
    assert failures({"text": TEXT, "expect": [{"span": "قصف"}]}, [])[0].startswith("missed")


def test_overlapping_finding_is_partial() -> None:
    assert failures({"text": TEXT, "expect": [{"span": "الجيش"}]}, [{"span": (0, 9)}])[0].startswith("partial")


def test_other_value_is_wrong() -> None:
    bad = failures({"text": TEXT, "expect": [{"span": "قصف", "type": "A"}]}, [{"span": (0, 3), "type": "B"}])
    assert bad[0].startswith("wrong value")


def test_twice_found_is_ambiguous() -> None:
    bad = failures({"text": TEXT, "expect": [{"span": "قصف"}]}, [{"span": (0, 3)}, {"span": (0, 3)}])
    assert bad[0].startswith("ambiguous")


def test_rejected_words_found_is_false_alarm() -> None:
    bad = failures({"text": TEXT, "reject": [{"span": "المدينة", "because": "no"}]}, [{"span": (10, 17)}])
    assert bad[0].startswith("false alarm")


def test_example_that_expects_nothing_refuses_any_finding() -> None:
    assert failures({"text": TEXT, "expect": []}, [{"span": (0, 3)}])[0].startswith("false alarm")
