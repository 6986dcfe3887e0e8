"""On which day an event took place: that of its own words, of a meeting, of the lead, not that of something else."""

import pytest

import musnad
from musnad.model import Event

DAY = "2021-09-14"


def events(text: str, event_type: str) -> list[Event]:
    return [event for event in musnad.read(text, published=DAY).events if event.type == event_type]


def days(text: str, event_type: str) -> list[str | None]:
    return [event.date for event in events(text, event_type)]


def test_casualties_told_before_their_attack_have_its_day() -> None:
    text = "وفي وقت لاحق من يوم الأحد، لقي أربعة أشخاص حتفهم وأصيب ثلاثون آخرون بجروح في كركوك في انفجار استهدف حافلة."
    assert days(text, "ASSAULT") == ["2021-09-12"]


def test_a_day_behind_an_attack_is_not_that_of_condemning_it() -> None:
    text = "أدان رئيس الوزراء القبرصي الهجوم الذي استهدف سفينة تجارية قبالة الساحل يوم السبت."
    assert days(text, "ACCUSE") == [None]


def test_a_day_behind_what_is_agreed_on_is_not_that_of_the_agreement() -> None:
    text = "اتفق وزير النقل الأردني ونظيره السوري على عقد الاجتماع المقبل للجنة في دمشق في أكتوبر."
    assert days(text, "AGREE") == [None]


def test_a_day_behind_an_agreement_that_is_approved_is_its_own() -> None:
    assert days("وافقت مالطا على الاتفاقية في روما في ديسمبر 2015.", "AGREE") == ["2015-12"]


def test_what_happened_after_something_has_not_its_day() -> None:
    text = "استقال وزير الداخلية المالطي بعد مقتل ثلاثة متظاهرين في مايو."
    assert days(text, "RETREAT") == [None]


def test_a_day_behind_a_participle_is_that_of_what_was_made_then() -> None:
    assert days("انسحبت كندا من اتفاقية المناخ الموقعة في عام 2015.", "RETREAT") == [None]


def test_what_is_asked_for_lies_not_in_the_past() -> None:
    text = "ندد الوزير القبرصي بخطف بحارة يوم السبت وطالب الخاطفين بالإفراج عنهم."
    (release,) = events(text, "RETREAT")
    assert (release.status, release.date) == ("requested", None)


def test_those_who_met_agree_on_the_day_of_the_meeting() -> None:
    text = (
        "وزير النقل الأردني في دمشق\n\n"
        "التقى وزير النقل الأردني سالم الحداد نظيره السوري باسم العلي، أمس الاثنين، في دمشق.\n"
        "وناقش اللقاء حركة الشاحنات بين البلدين.\n"
        "واتفق الوزيران على فتح معبر جديد."
    )
    assert days(text, "AGREE") == ["2021-09-13"]


def test_a_line_of_names_before_the_lead_is_not_the_lead() -> None:
    text = "كندا تنتقد شركات النفط\n\nوكالة النهار – أوتاوا\n\nانتقدت كندا شركات النفط أمس الاثنين بسبب رفع الأسعار."
    assert days(text, "ACCUSE") == ["2021-09-13"]


def test_a_lead_of_old_days_dates_no_news() -> None:
    text = (
        "مرشح المعارضة يعترف بالهزيمة\n\n"
        "اعترف مرشح المعارضة المالطي بهزيمته في الانتخابات الرئاسية التي أجريت في الأول من سبتمبر الجاري."
    )
    assert days(text, "CONCEDE") == [None]


def test_only_a_day_is_that_of_going_on_to_speak() -> None:
    text = (
        "الأمين العام في أثينا\n\n"
        "قال الأمين العام للجمعية سامر الحداد في مايو الماضي إن الأسعار مرتفعة.\n"
        "وطالب الأمين العام للجمعية سامر الحداد الحكومة بخفضها."
    )
    assert days(text, "REQUEST") == [None]


def test_what_a_thing_happened_after_has_not_the_day_of_that_thing() -> None:
    assert days("تسلم الوزير المالطي منصبه في 22 مايو الماضي، بعد استقالة سلفه سامر الحداد.", "RETREAT") == [None]


def test_an_attack_of_long_ago_lends_no_day_to_the_next() -> None:
    text = (
        "الحرب في أفغانستان\n\n"
        "قتل أكثر من ألفي شخص في هجمات على نيويورك في 11 سبتمبر 2001.\n"
        "وقصفت القوات الكندية مدينة قندهار وقتلت ثلاثة مدنيين."
    )
    assert days(text, "ASSAULT") == ["2001-09-11", None]


def test_the_day_of_asking_is_not_that_of_what_is_asked_for() -> None:
    text = "طالبت قبرص اليوم الثلاثاء الحكومة الإيطالية بالتحقيق في وفاة بحار."
    (inquiry,) = events(text, "ACCUSE")
    assert (inquiry.status, inquiry.date) == ("requested", None)


def test_a_day_behind_a_relative_clause_of_the_event_is_its_own() -> None:
    text = (
        "قال النائب، خلال زيارة أداها رفقة عدد من رفاقه في الحزب إلى ضريح الزعيم سامر الحداد في المنستير،"
        " أمس الاثنين، إن الحزب موحد."
    )
    assert days(text, "CONSULT") == ["2021-09-13"]


def test_a_year_since_which_something_lasts_is_not_when_what_follows_happened() -> None:
    text = "نشرة\n\nقال باحثون إن القطاع في أسوأ مراحله منذ عام 1990، واعتقلت الشرطة الكولومبية تسعة نقابيين."
    (arrest,) = [event for event in musnad.read(text, published=DAY).events if event.type == "COERCE"]
    assert arrest.date is None


def test_the_year_when_something_began_is_when_it_happened() -> None:
    text = (
        "نشرة\n\n"
        "يعيش اللاجئون في المخيم منذ عام 1974، عندما هاجم الجيش التركي مدينة فاماغوستا القبرصية وقتل مئات المدنيين.\n"
        "وزارت بعثة المخيم.\n"
        "وقال طبيب إن المياه قليلة.\n"
        "ووزعت الخيام."
    )
    assert "1974" in days(text, "ASSAULT")


def test_who_accuses_in_the_lead_does_so_on_the_day_on_which_he_goes_on_to_speak() -> None:
    text = (
        "أزمة المياه\n\n"
        "اتهم وزير الخارجية الكيني ألفريد موتوا تنزانيا بالمماطلة في ملف المياه.\n"
        "وقال موتوا في خطاب أمام البرلمان الأحد: «لن ننتظر طويلا»."
    )
    (accusation,) = [event for event in musnad.read(text, published=DAY).events if event.type == "ACCUSE"]
    assert accusation.date == "2021-09-12"


def test_what_a_deed_led_to_is_of_its_day() -> None:
    text = "نشرة\n\nندد الوزراء بالجريمة التي وقعت في مسجد بلدة زيمبا أمس الأول وأدت إلى مقتل عشرة مصلين، وعزوا ذويهم."
    assert days(text, "ASSAULT") == ["2021-09-12"]


def test_the_day_of_a_word_is_not_that_of_the_meeting_after_which_it_was_said() -> None:
    text = (
        "نشرة\n\n"
        "وطالب اتحاد المزارعين الحكومة الكينية في بيان نشره اليوم على إثر اجتماع مجلسه المركزي مساء أمس بخفض الضرائب."
    )
    assert days(text, "CONSULT") == ["2021-09-13"]


def test_a_day_of_a_clause_before_another_one_dates_only_its_own() -> None:
    text = "فتحت البلدية المتحف الجديد للزوار في مايو لكن الأمن النمساوي اعتقل ستة متظاهرين أمامه."
    assert days(text, "COERCE") == [None]


def test_a_year_of_a_clause_behind_is_not_that_of_a_promise() -> None:
    text = "وعدت الشركات السويسرية الحكومة الكينية ببناء المرفأ، فقد احتج السكان عام 2011 على المشروع القديم."
    assert days(text, "AGREE") == [None]


def test_what_is_remembered_did_not_happen_on_that_day() -> None:
    text = "تجمع مئات الطلاب يوم الأحد في ميدان الجامعة في الذكرى العاشرة لمقتل تسعة طلاب برصاص الشرطة في بانكوك."
    assert days(text, "ASSAULT") == [None]


def test_those_who_fell_since_something_began_did_not_fall_on_that_day() -> None:
    text = "قال الطبيب إن أربعة جنود أوغنديين قتلوا برصاص المتمردين في البلدة منذ بدء الحملة يوم السبت."
    assert days(text, "ASSAULT") == [None]


def test_what_a_title_only_answers_to_has_not_the_day_of_the_lead() -> None:
    title = "ردا على مقتل تسعة جنود: الجيش التشادي يقصف مواقع المسلحين"
    lead = "نفذ الجيش التشادي يوم الأحد ضربات جوية على معاقل المسلحين قرب البحيرة ردا على الكمين."
    told = {event.trigger.of(f"{title}\n\n{lead}"): event.date for event in events(f"{title}\n\n{lead}", "ASSAULT")}
    assert told["مقتل"] is None
    assert told["يقصف"] == "2021-09-12"


def test_an_attack_that_was_before_lends_no_day_to_the_next() -> None:
    text = (
        "أخبار من الصومال\n\n"
        "وكان قائد في حركة الشباب قد قتل يوم السبت في كمين نصبه مسلحون قرب كيسمايو.\n"
        "كما شنت الطائرات الإثيوبية غارات على مواقع حركة الشباب في بيدوا."
    )
    assert days(text, "ASSAULT") == ["2021-09-11", None]


def test_who_spoke_long_before_or_is_told_of_aside_has_not_that_day() -> None:
    text = (
        "قال الرئيس الفنلندي أنتي كورهونين يوم الأحد إن بلاده ستفوز.\n"
        "وجاءت كلمته أمام تجمع مع المرشح إيليا ساري، الذي أيده كورهونين في الانتخابات التمهيدية."
    )
    assert days(text, "SUPPORT") == [None]


def test_the_day_of_denying_a_deed_or_of_voting_on_a_deal_is_not_its_own() -> None:
    text = "نفى الجيش النيبالي، يوم الأحد، أنباء عن مقتل أربعة جنود نيباليين على يد مسلحين."
    assert days(text, "ASSAULT") == [None]
    assert days("صادق برلمان مالطا في 8 يوليو الماضي على اتفاقية القرض المبرمة مع اليابان.", "AGREE") == [None]


def test_what_is_planned_lies_not_in_the_past() -> None:
    text = "وكانت طاجيكستان وبلغاريا قد اتفقتا في شهر مايو الماضي على تسيير دوريات مشتركة على الحدود."
    told = [(event.status, event.date) for event in events(text, "COOPERATE")]
    assert told == [("planned", None)]


def test_a_verb_in_marks_does_not_part_a_deed_from_its_day() -> None:
    text = (
        "ونبه الناطق باسم الخارجية التشيلية في إيجاز صحافي الأسبوع الماضي إلى «خطوات تقلق الجيران»، مطالبا بيرو بسحب"
        " زوارقها."
    )
    assert days(text, "REQUEST") == ["2021-W36"]


def test_a_participle_in_what_somebody_goes_on_to_say_is_of_the_day_on_which_he_spoke() -> None:
    text = (
        "قال سالم الحداد أمين عام حزب النهر في تصريح للإذاعة الأحد إن الموسم سيئ في كل السواحل.\n"
        "واعتبر الحداد أن الخطر يفرض إعادة تشكيل اللجنة، داعيا الحكومة إلى حماية القوارب."
    )
    assert days(text, "REQUEST") == ["2021-09-12"]


def test_a_day_behind_a_statement_that_was_issued_is_that_of_what_it_says() -> None:
    text = "رحب حزب النهر في بيان صادر الأحد بقرار الحكومة."
    assert days(text, "SUPPORT") == ["2021-09-12"]


def test_a_heading_tells_in_the_present_what_happened() -> None:
    text = (
        "انتخابات في كينيا\n\nبدأ الاقتراع صباح اليوم في كينيا وسط إقبال كبير من الناخبين على المراكز.\n\n"
        "كينيا تطالب بمراقبين\n\nوذكرت اللجنة أن الفرز يبدأ مساء الغد في العاصمة."
    )
    assert [event.status for event in events(text, "REQUEST")] == ["happened"]


def test_a_numbered_paper_keeps_its_day() -> None:
    text = "بعد الاطلاع على قرار لجنة المصائد رقم (12 / 4) وتاريخ 3 مايو 2019، رفض مجلس الوزراء مقترح غانا."
    assert days(text, "REJECT") == [None]


def test_what_a_numbered_paper_does_is_of_its_day() -> None:
    text = "وصدر القرار رقم 7 بتاريخ 3 مايو 2019 بإقالة مدير الجمارك الكيني."
    assert days(text, "SANCTION") == ["2019-05-03"]


def test_the_day_of_a_session_before_is_not_that_of_refusing() -> None:
    text = "وبناء على توصيات المجلس المنعقد في نيروبي في 20 أغسطس رفضت كينيا مقترح غانا."
    assert days(text, "REJECT") == [None]


def test_a_title_was_said_on_the_day_that_stands_behind_the_lead() -> None:
    text = (
        "كينيا تطالب بإصلاح الاتحاد\n\nطالب وزير الخارجية الكيني بإصلاح الاتحاد وبتغيير نظام التصويت فيه.\n"
        "وقال الوزير، الأحد، إن الوقت قد حان لذلك."
    )
    assert days(text, "REQUEST") == ["2021-09-12"]


def test_a_month_is_past_beside_a_verb_of_the_past() -> None:
    assert days("وفي نوفمبر زار الرئيس الكيني غانا.", "CONSULT") == ["2020-11"]
    assert days("وانسحب الوفد الكيني من محادثات نظمت في نوفمبر.", "CONSULT") == ["2020-11"]


def test_what_is_due_on_a_day_keeps_it() -> None:
    text = "دعا الوزير الكيني إلى التوصل إلى اتفاق سلام في مالي قبل الانتخابات المقررة في البلاد في نوفمبر المقبل."
    assert days(text, "AGREE") == [None]


def test_a_chronology_tells_in_the_present_what_happened() -> None:
    text = (
        "تسلسل زمني لكينيا\n\nأهم الأحداث في تاريخ كينيا منذ الاستقلال كما ترويها كتب التاريخ.\n"
        "1968 - كينيا تشن هجوما مفاجئا على قوات المتمردين في الشمال مما أدى إلى مقتل مئة جندي.\n"
        "1972 - افتتاح ميناء جديد في مومباسا."
    )
    assert {event.status for event in events(text, "ASSAULT")} == {"happened"}


def test_who_fell_fell_on_the_day_of_the_attack_that_is_told_behind_it() -> None:
    text = (
        "قتل ما لا يقل عن 30 عاملا وأصيب أكثر من 90 آخرين في تفجيرين استهدفا سوقا شعبية كبيرة للحبوب في مدينة غاو "
        "شمالي مالي يوم السبت."
    )
    assert days(text, "ASSAULT") == ["2021-09-11"]


def test_who_fell_in_the_clashes_fell_on_their_day() -> None:
    text = "وقال المدير إن القائد البارز سامر الحداد قتل في الاشتباكات التي اندلعت أمس بين الجيش الكيني ومسلحين في غاو."
    assert days(text, "ASSAULT") == ["2021-09-13"]


def test_a_clause_that_tells_of_an_attack_dates_it() -> None:
    text = (
        "قال الرئيس الكيني، الاثنين، إن الهجوم على مسرح في نيروبي، الذي حدث يوم الجمعة، نفذه متطرفون.\n"
        "وقال وزير إن البلاد بخير.\nوقال آخر إن الأمن عاد.\nوعاد الناس إلى الأسواق."
    )
    assert days(text, "ASSAULT") == ["2021-09-10"]


def test_a_clause_of_something_else_does_not_date_an_attack() -> None:
    text = (
        "قال الرئيس الكيني، الاثنين، إن الهجوم على المسرح الذي افتتح يوم الجمعة نفذه متطرفون.\n"
        "وقال وزير إن البلاد بخير.\nوقال آخر إن الأمن عاد.\nوعاد الناس إلى الأسواق."
    )
    assert days(text, "ASSAULT") in ([], [None])


def test_a_day_that_opens_a_sentence_dates_its_verbs_however_far() -> None:
    text = (
        "ومنذ يوم أمس، وفور إعلان الجيش فقدان الراعي الذي كان يسكن مع أسرته قرب الوادي ويعمل في سوق المدينة، "
        "اقتحم الجنود أطراف البلدة."
    )
    assert days(text, "ASSAULT") == ["2021-09-13"]


def test_a_day_that_opens_a_sentence_is_not_that_of_what_somebody_says_then() -> None:
    text = "ويوم السبت قال الوزير الكيني في مؤتمر صحفي طويل إن الجيش اقتحم أطراف البلدة."
    assert days(text, "ASSAULT") == [None]


@pytest.mark.parametrize(
    ("text", "event_type", "day"),
    [
        # who is freed was held before, whatever stands right behind him
        ("أفرجت السلطات الكينية عن صحفي كيني اعتقل في مارس 2019.", "RETREAT", None),
        ("أفرجت السلطات الكينية الأحد عن صحفي كيني اعتقل في مارس 2019.", "RETREAT", "2021-09-12"),
        ("احتجز الصحفي في مارس 2019 وأفرج عنه يوم الأحد الماضي.", "RETREAT", "2021-09-12"),
        # what happened after a year's happening, or is said of a deed
        ("اعتقلت الشرطة الصحفي الكيني بعد الانتفاضة عام 2011.", "COERCE", None),
        ("اعتقلت الشرطة الصحفي الكيني بعد ظهر الأحد.", "COERCE", "2021-09-12"),
        ("اتهم المحقق الحارس بقتل خمسة صيادين عام 2014.", "ACCUSE", None),
        # until, starting from, ended, due
        ("اعتصم عمال الميناء أمام المصنع حتى مساء الأحد.", "PROTEST", None),
        ("اتفق الوزيران على فتح المعبر انطلاقا من يوم الأحد 12 سبتمبر.", "AGREE", None),
        ("دخل عمال الميناء في إضراب ابتداء من أمس الاثنين.", "PROTEST", "2021-09-13"),
        ("أوصت اللجنة بنشر حسابات السنة المنتهية في 31 ديسمبر 2020.", "REQUEST", None),
        ("قام الوزير الغاني بزيارة للنيجر لمتابعة الانتخابات البلدية المقررة في نوفمبر المقبل.", "CONSULT", None),
        # told in a relative clause, between commas
        ("ندد اتحاد البحارة، بالعملية التي استهدفت، أمس الاثنين، سفينة صيد.", "ACCUSE", None),
        ("لم ينتخب أعضاء الهيئة إلا في 30 مارس 2021، أكدت الهيئة رفضها للمشروع.", "REJECT", None),
        ("أمس الاثنين، أكدت الهيئة رفضها للمشروع.", "REJECT", "2021-09-13"),
    ],
)
def test_a_day_belongs_to_its_clause(text: str, event_type: str, day: str | None) -> None:
    assert days(text, event_type)[0] == day


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("أصدرت وزارة الخارجية الكينية أمس بيانا عن المباحثات المرتقبة بين وزيري خارجية كينيا وغانا.", "CONSULT"),
        ("قررت الحكومة الكينية الإفراج عن عشرين سجينا مع قرب حلول شهر رمضان.", "RETREAT"),
        ("تلقى الرئيس الكيني برقية تهنئة من نظيره الغاني بمناسبة حلول شهر رمضان.", "SUPPORT"),
        ("أشاد الوزير بالاتفاق الذي وقعته كينيا مع غانا لبناء ميناء بحلول عام 2025.", "AGREE"),
        ("أجلت المحكمة إلى يوم 2 أكتوبر المقبل قضية اتهام عشرة كينيين بارتكاب جرائم قتل ضابط و11 جنديا.", "ASSAULT"),
    ],
)
def test_when_a_word_about_it_was_said_or_something_is_due_is_no_day_of_an_event(text: str, event_type: str) -> None:
    assert set(days(text, event_type)) == {None}


def test_a_feast_on_which_somebody_is_congratulated_is_no_day() -> None:
    assert days("هنأ وزير النقل الأردني موظفي الميناء بعيد الأضحى المبارك.", "SUPPORT") == [None]
    assert days("زار وزير النقل الأردني موظفي الميناء في عيد الأضحى المبارك.", "CONSULT") == ["2021-07-20"]


def test_an_inquiry_that_goes_on_has_not_the_day_on_which_its_leader_speaks() -> None:
    inquiry = "حريق السوق\n\nتكشف التحقيقات التي تجريها النيابة العامة في الحريق تفاصيل."
    text = f"{inquiry} وقالت النيابة العامة أمس إن الحارس نائم."
    assert days(text, "ACCUSE") == [None]


def test_the_day_of_an_answer_is_not_that_of_the_blame_that_it_answers() -> None:
    assert days("ورد النائب كامل سالم يوم الأحد على انتقادات حزب الأمة.", "ACCUSE") == [None]
    assert days("ورد النائب كامل سالم على انتقادات وجهها حزب الأمة يوم الأحد.", "ACCUSE") == ["2021-09-12"]


def test_the_day_of_a_clause_is_not_that_of_what_tells_who_somebody_is() -> None:
    assert days("عاد إلى البلاد أمس الصحفي سليم الحداد الذي اعتقلته السلطات المصرية.", "COERCE") == [None]
    text = "زار الوزير سليم الحداد مساء أمس أسر الجنود الذين قتلتهم حركة الشروق في نواكشوط."
    assert days(text, "ASSAULT") == [None]


def test_the_day_of_an_attack_is_that_of_what_it_led_to() -> None:
    assert days("وقع أمس الهجوم الذي قتل فيه ثلاثة جنود.", "ASSAULT") == ["2021-09-13"]


def test_the_day_in_the_clause_of_an_attack_is_rather_its_own_than_one_before_it() -> None:
    text = "أدان الوزير سليم الحداد اليوم الهجوم الذي استهدف السفارة أمس."
    assert days(text, "ASSAULT") == ["2021-09-13"]
