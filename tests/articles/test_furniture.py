"""Menus, comment counts and related links are kept in the text and not read."""

from tawatur.articles.furniture import body_of
from tawatur.articles.headline import headline_of

ARTICLE = "عنوان الخبر هنا\n\nقصف الجيش المدينة أمس ثم انسحب منها.\n\nوعاد الأهالي إلى بيوتهم."


def read(text: str) -> str:
    return "|".join(span.of(text) for span in body_of(text))


def test_plain_article_is_read_whole() -> None:
    assert read(ARTICLE) == ARTICLE


def test_everything_after_a_closing_marker_is_left_out() -> None:
    assert read(ARTICLE + "\n\nالتعليقات (0)\n\n 0\n\nالأكثر قراءة\n\n💡 أهم المواضيع") == ARTICLE


def test_marker_followed_by_prose_closes_nothing() -> None:
    text = "التعليقات\n" + "كلمة " * 30 + "\nنهاية النص."
    assert read(text) == text


def test_sharing_line_inside_the_article_is_left_out() -> None:
    text = "قصف الجيش المدينة.\nاقرأ أيضا: خبر آخر\nثم انسحب منها."
    assert read(text) == "قصف الجيش المدينة.|ثم انسحب منها."


def test_word_that_begins_like_a_marker_is_read() -> None:
    text = (
        "قال المتحدث.\nطباعة العملة الجديدة أثارت احتجاج التجار في المدينة وقاطعوا السوق لأيام متتالية حتى نهاية الشهر."
    )
    assert read(text) == text


def test_keywords_behind_the_last_sentence_are_left_out() -> None:
    assert read(ARTICLE + " سمات الجيش تفجير المدينة") == ARTICLE
    assert read(ARTICLE + "\nالوسوم: تفجير، المدينة") == ARTICLE


def test_a_last_sentence_that_begins_like_keywords_is_read() -> None:
    for more in (" سمات المرحلة المقبلة لم تتضح.", " سمات المرحلة. ثم عاد الأهالي"):
        assert read(ARTICLE + more) == ARTICLE + more


def test_first_short_line_is_the_headline() -> None:
    span = headline_of(ARTICLE, body_of(ARTICLE))
    assert span is not None
    assert span.of(ARTICLE) == "عنوان الخبر هنا"


def test_single_paragraph_has_no_headline() -> None:
    text = "قصف الجيش المدينة أمس."
    assert headline_of(text, body_of(text)) is None
