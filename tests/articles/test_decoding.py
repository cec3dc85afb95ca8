"""Bytes become text in the encodings that archives of Arabic news hold; what is no text is refused by name."""

import pytest

from tawatur.articles.decoding import LARGEST, decode
from tawatur.errors import ArticleBinary, ArticleEmpty, ArticleEncoding, ArticleTooLarge

SENTENCE = "قصف الطيران مواقع المسلحين في ريف المدينة أمس، وأفادت مصادر طبية بسقوط جرحى.\r\nوعاد الهدوء ليلاً.\r"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1256", "windows-1256"),
        ("iso-8859-6", "iso-8859-6"),
    ],
)
def test_text_comes_back_whatever_its_encoding(encoding: str, name: str) -> None:
    sentence = SENTENCE.replace("ً", "") if encoding == "iso-8859-6" else SENTENCE
    text, found = decode(sentence.encode(encoding), "a.txt")
    assert text == sentence.replace("\r\n", "\n").replace("\r", "\n")
    assert found == name


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", ArticleEmpty),
        (b"\xef\xbb\xbf  \r\n", ArticleEmpty),
        (b"\x7fELF\x02\x01\x01" + bytes(200), ArticleBinary),
        (bytes(range(1, 32)) * 20, ArticleBinary),
        ("Ελληνικά και άλλα".encode("cp1253") * 10, ArticleEncoding),
        (b"\xff\xfe\x00\xd8\x00", ArticleEncoding),
        (b"a" * (LARGEST + 1), ArticleTooLarge),
    ],
)
def test_what_is_no_text_is_refused_in_one_line_that_names_the_file(raw: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^a\.txt: ") as caught:
        decode(raw, "a.txt")
    assert "\n" not in str(caught.value)
