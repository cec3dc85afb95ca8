"""The trained files: each stands beside its notice, and is made for the features that the code computes now."""

from importlib.resources import files

import pytest

from tawatur.arabic.cut.features import features
from tawatur.arabic.cut.reader import _model
from tawatur.arabic.frequency.reader import commonness
from tawatur.arabic.tag.features import OPEN
from tawatur.arabic.tag.weights import lines


@pytest.mark.parametrize(
    ("room", "model"), [("cut", "clitics.crfsuite"), ("tag", "tags.txt.gz"), ("frequency", "words.txt.gz")]
)
def test_model_has_its_notice(room: str, model: str) -> None:
    folder = files(f"tawatur.arabic.{room}")
    assert folder.joinpath(model).is_file()
    assert "CC BY-SA" in folder.joinpath("NOTICE").read_text(encoding="utf-8")


def test_clitic_model_knows_its_labels() -> None:
    assert set(_model().labels()) == set("cpfASE")
    assert "".join(_model().tag(features("وبالقوات"))) == "cpAASSSS"


def test_tag_table_has_a_column_for_each_open_tag() -> None:
    assert all(line.count("\t") == (3 if line.startswith(">") else len(OPEN)) for line in lines())


def test_frequencies_tell_common_from_rare() -> None:
    assert commonness("الله") > commonness("دبابات") > commonness("قعقعات") == 0
