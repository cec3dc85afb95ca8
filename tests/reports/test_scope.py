"""Which articles are read at all: those that tell of a conflict, whoever fights in it."""

import tawatur

FILLER = (
    " وقال شهود إن الشوارع كانت خالية وإن المحال فتحت أبوابها في ساعة مبكرة. وأضاف أحد السكان أن الناس خرجوا إلى"
    " أعمالهم كعادتهم، وأن المدارس استقبلت التلاميذ. وذكر صاحب متجر أن البيع كان ضعيفا طوال الأسبوع بسبب المطر."
    " وتوقع خبراء الطقس أن تتحسن الأحوال في الأيام المقبلة، وأن ترتفع درجات الحرارة قليلا في الساحل. وكانت البلدية قد"
    " نظفت الأرصفة وغرست الأشجار على جانبي الطريق الطويل المؤدي إلى الميناء القديم."
)


def types(text: str) -> set[str]:
    return {report.type for report in tawatur.read(text + FILLER).reports}


def test_unknown_fighters_make_a_conflict() -> None:
    told = types("قتلت قوات الأمن ثلاثة مسلحين قرب الحدود الجزائرية، واعتقلت سبعة آخرين بعد هجوم على حاجز في القصرين.")
    assert {"ASSAULT", "COERCE"} <= told


def test_police_and_thieves_make_none() -> None:
    assert not types("ألقت الشرطة القبض على أفراد عصابة سرقت متجرا في المدينة، واعترف المتهمون بجريمتهم أمام القاضي.")
