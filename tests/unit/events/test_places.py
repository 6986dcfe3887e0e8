"""Where events took place."""

import pytest

import musnad


def places(text: str) -> list[tuple[str, str | None]]:
    """Return type and place of the events of a text."""
    return [(event.type, event.place) for event in musnad.read(text, published="2021-09-14").events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قصفت المدفعية السورية مدينة إدلب فجر اليوم.", ("ASSAULT", "مدينة إدلب")),
        ("شنت القوات الجوية العراقية غارتين على مدينة الرمادي أمس.", ("ASSAULT", "مدينة الرمادي")),
        ("سيطر الجيش على مطار طبرق.", ("COERCE", "مطار طبرق")),
        ("انسحبت القوات الروسية من مدينة خيرسون أمس.", ("RETREAT", "مدينة خيرسون")),
        ("زار وزير الدفاع الإيطالي ليبيا أمس.", ("CONSULT", "ليبيا")),
        ("وصل رئيس قبرص إلى الأردن في زيارة رسمية تستمر يومين.", ("CONSULT", "الأردن")),
        ("وقعت السنغال ومالي في دكار، يوم الاثنين، اتفاقا لنقل الحبوب.", ("AGREE", "دكار")),
        ("وفي مدينة سرت، قتل مسلحون خمسة جنود.", ("ASSAULT", "مدينة سرت")),
        ("أرسلت تركيا مساعدات طبية إلى مدينة درنة.", ("AID", "مدينة درنة")),
        (
            "تحدثت الصحف عن زيارة السفيرين الأمريكي سامر الحداد والفرنسي جان روش إلى مدينة غاو.",
            ("CONSULT", "مدينة غاو"),
        ),
        ("تحدث الوزير الغاني سامر الحداد عن زيارته السرية الطويلة إلى مدينة غاو.", ("CONSULT", "مدينة غاو")),
        ("انفجرت عبوة ناسفة قرب السفارة الهندية في هراري وقتلت حارسا.", ("ASSAULT", "هراري")),  # in its name
        ("اجتمع وزير المالية أمس بوزراء مالية دول الاتحاد الأفريقي في أكرا.", ("CONSULT", "أكرا")),
        ("زار الوفد الكيني أمس مدينة غاو.", ("CONSULT", "مدينة غاو")),  # a city is no participant
        ("تستضيف نيروبي الشهر المقبل مفاوضات بين مالي والنيجر.", ("CONSULT", "نيروبي")),
        ("أكد الرئيس الغاني في قمة لاهور أمس دعم بلاده لمالي.", ("CONSULT", "لاهور")),
        ("قصف الجيش الكيني مواقع للمتمردين في أحياء عدة من مدينة غاو.", ("ASSAULT", "مدينة غاو")),
        ("ذكرت الإذاعة أن شابا في مدينة غاو فجر نفسه بقنبلة.", ("ASSAULT", "مدينة غاو")),
        ("وقالت الشرطة إن احتجاجا شارك فيه المئات في مدينة غاو انتهى بسلام.", ("PROTEST", "مدينة غاو")),
        ("عقد وزيرا الخارجية لقاء في العاصمة القطرية أمس.", ("CONSULT", "الدوحة")),
        ("عقد وزيرا الخارجية لقاء في العاصمة القطرية الدوحة أمس.", ("CONSULT", "الدوحة")),
        ("تستضيف مدينة مراكش اليوم مباحثات بين وزير النقل ونظيره المالي.", ("CONSULT", "مدينة مراكش")),
        ("احتضنت مدينة فاس أمس اجتماعا لوزراء المالية العرب.", ("CONSULT", "مدينة فاس")),
        ("علق الوزير على القمة العربية التي استضافتها الدوحة الشهر الماضي.", ("CONSULT", "الدوحة")),
        ("استهدفت غارات الجيش الكيني مدينة غاو أمس.", ("ASSAULT", "مدينة غاو")),
        ("كانت صنعاء قد شهدت أمس مظاهرات حاشدة ضد الغلاء.", ("PROTEST", "صنعاء")),  # the verb behind its place
        ("وكانت مدينة غاو شهدت أمس مظاهرات حاشدة ضد الغلاء.", ("PROTEST", "مدينة غاو")),
        ("تعرضت مدينة غاو لهجوم انتحاري أمس.", ("ASSAULT", "مدينة غاو")),
    ],
)
def test_a_place_is_read_as_it_is_told(text: str, told: tuple[str, str]) -> None:
    assert told in places(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("دعا الوزير الشركات إلى الاستثمار في مدينة وهران.", "REQUEST"),  # the place is that of what is asked for
        ("فرضت كندا عقوبات على ثلاثة مسؤولين في بيلاروسيا.", "SANCTION"),  # of whom it is done to
        ("هاجمت إيران إسرائيل بعشرات الصواريخ.", "ASSAULT"),  # a state is whom it is done to
        ("اعتقلت الشرطة خمسة طلاب، وقال وزير إن الهدوء عاد في مدينة صفاقس.", "COERCE"),  # of what is told behind it
        ("أشاد الوزير الغاني بإسهام كينيا في حفظ السلام.", "SUPPORT"),  # «by» belongs to another noun
        ("قال وزير كيني في نيروبي إن الجيش قصف مواقع المتمردين.", "ASSAULT"),  # where somebody told it
        ("القوات الكينية تتقدم في غاو وحركة الشباب قتلت أربعة سائقين أمس بالرصاص.", "ASSAULT"),  # others act
        ("يستضيف متحف فاس أمسية، وعقد الوزيران لقاء في القصر أمس.", "CONSULT"),  # where something else is held
        ("التقى الرئيس الكيني وزيري خارجية غانا ومالي.", "CONSULT"),  # whose ministers they are
        ("وبحث الرئيسان الكيني والغاني خلال القمة قضية مدينة غاو.", "CONSULT"),  # no summit that is called after it
    ],
)
def test_a_place_of_something_else_is_none_of_the_event(text: str, event: str) -> None:
    told = [place for kind, place in places(text) if kind == event]
    assert told
    assert not any(told)


def test_a_noun_takes_up_the_place_of_its_kind_that_was_told_last() -> None:
    text = "يعيش سكان مدينة الخمس في قلق. واشتبك مسلحون مع الشرطة قرب مخيم النور، ثم اقتحمت القوات المدينة مساء أمس."
    assert ("ASSAULT", "مدينة الخمس") in places(text)


def test_a_later_mention_tells_the_town_in_the_state_of_the_title() -> None:
    text = "مقتل ستة جنود في هجوم في مالي\n\nقتل ستة جنود في هجوم شنه مسلحون أمس على ثكنة في بلدة غاو."
    assert ("ASSAULT", "بلدة غاو") in places(text)


def test_who_goes_on_does_so_in_the_same_place() -> None:
    assert places("اقتحمت قوات الأمن الكينية بلدة غاو واعتقلت ثلاثة شبان.") == [
        ("ASSAULT", "بلدة غاو"),
        ("COERCE", "بلدة غاو"),
    ]
    apart = places("اقتحمت قوات الأمن الكينية بلدة غاو، وخطف مسلحون ثلاثة شبان.")
    assert ("ASSAULT", None) in apart


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أجرى الوزير الغاني محادثات مع نظيره الكيني حول آخر التطورات في مالي.", ("CONSULT", None)),
        ("ناقش الوزيران الغاني والكيني الوضع في مالي.", ("CONSULT", None)),
        ("ناقش الوزيران الغاني والكيني الوضع الأمني في أكرا.", ("CONSULT", "أكرا")),
        ("ناقش الوزيران الغاني والكيني في مالي خطط الري.", ("CONSULT", "مالي")),
        ("هاجم مسلحون نقطة للجيش بعد ساعات من اجتماع عقد في الدوحة.", ("ASSAULT", None)),
        ("قتل مسلحون حارسا بعد صلاة العشاء في نيروبي.", ("ASSAULT", "نيروبي")),
    ],
)
def test_what_is_talked_about_or_went_before_is_no_place(text: str, told: tuple[str, str | None]) -> None:
    assert told in places(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتل مسلحون ثلاثة حراس شمال مالي.", ("ASSAULT", "مالي")),
        ("أصيب حارسان في بلدة غاو شرق بعقوبة. وداهمت الشرطة منازل عدة في البلدة.", ("COERCE", "بلدة غاو")),
        ("أصيب حارسان في بلدة غاو شرق دمشق. وداهمت الشرطة منازل عدة في البلدة.", ("COERCE", "بلدة غاو")),
    ],
)
def test_what_lies_north_of_a_place_is_there_and_is_not_that_town(text: str, told: tuple[str, str]) -> None:
    assert told in places(text)
