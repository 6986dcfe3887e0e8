"""One event a happening: what other sentences tell of it again, in other words, by a noun, in detail; and what not."""

import musnad
from musnad.model import Event

DAY = "2021-09-14"
TITLE = "نشرة المساء\n\n"


def events(text: str, event_type: str, title: str = TITLE) -> list[Event]:
    return [event for event in musnad.read(title + text, published=DAY).events if event.type == event_type]


def test_a_call_told_again_in_the_same_words_is_one() -> None:
    text = (
        "دعا وزير الصيد الكيني إلى ترميم مرافئ البحيرة الكبرى.\n"
        "وحضر المناقشات عدد من الملاحين.\n"
        "وطالب وزير الصيد الكيني بترميم مرافئ البحيرة قبل الشتاء."
    )
    assert len(events(text, "REQUEST")) == 1


def test_two_calls_of_one_speaker_are_two() -> None:
    text = (
        "دعا وزير الصيد الكيني إلى ترميم مرافئ البحيرة الكبرى.\n"
        "وحضر المناقشات عدد من الملاحين.\n"
        "ودعا وزير الصيد الكيني إلى إعفاء القوارب الصغيرة من الرسوم."
    )
    assert len(events(text, "REQUEST")) == 2


def test_who_speaks_for_a_body_says_the_same_in_its_name() -> None:
    text = (
        "نددت منظمة الصحة العالمية بإحراق مخازن الأدوية.\n"
        "وكانت الحرائق قد اندلعت ليلا.\n"
        "وندد مدير منظمة الصحة العالمية كارل ليندغرين بإحراق مخازن الأدوية."
    )
    (condemned,) = events(text, "ACCUSE")
    assert [actor.name for actor in condemned.actors] == ["منظمة الصحة العالمية"]


def test_names_that_differ_by_signs_are_one() -> None:
    text = (
        "تظاهر خبازون في كوبنهاغن أمام مقر المطاحن لمطالبة النواب بخفض أسعار الدقيق.\n"
        "وأغلقت المتاجر أبوابها.\n"
        "وتظاهر خبّازون في كوبنهاغن أمام مقر المطاحن لمطالبة النوّاب بخفض أسعار الدقيق."
    )
    assert len(events(text, "REQUEST")) == 1


def test_as_many_dead_fell_in_one_attack() -> None:
    text = (
        "قتل ستة صيادين في هجوم على مرفأ بلدة ساحلية في كينيا أمس الاثنين.\n"
        "وقال طبيب إن أهالي البلدة نقلوا الجرحى.\n"
        "وذكر ناطق باسم الشرطة أن 6 مدنيين قتلوا بالرصاص."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_other_numbers_of_dead_fell_in_other_attacks() -> None:
    text = (
        "قتل ستة صيادين في هجوم على مرفأ بلدة ساحلية في كينيا أمس الاثنين.\n"
        "وقال طبيب إن أهالي البلدة نقلوا الجرحى.\n"
        "وذكر ناطق باسم الشرطة أن 9 مدنيين قتلوا بالرصاص."
    )
    assert len(events(text, "ASSAULT")) == 2


def test_shots_are_a_detail_of_the_attack_told_before() -> None:
    text = (
        "قتل حارسان في هجوم على مصنع للزجاج قرب ليماسول أمس الاثنين.\n"
        "وقال شهود إن مسلحا أطلق النار على الحارسين عند البوابة."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_a_further_attack_is_another_one() -> None:
    text = "شن مسلحون هجوما على الجيش النيجيري أمس الاثنين.\nوشن مسلحون هجوما آخر على الجيش النيجيري بعد ساعات."
    assert len(events(text, "ASSAULT")) == 2


def test_the_meeting_is_the_one_told_before_whoever_speaks_at_it() -> None:
    text = (
        "عقد وزير الزراعة التشيلي بابلو روخاس اجتماعا مع مزارعي الكروم أمس الاثنين.\n"
        "وقال ممثلو وزارة المياه خلال الاجتماع إن الجفاف أضر بالمحصول."
    )
    assert len(events(text, "CONSULT")) == 1


def test_who_is_received_speaks_at_the_meeting_and_who_calls_says_so_in_it() -> None:
    text = "استقبل بابلو روخاس في مكتبه في سانتياغو رئيس تشيلي الذي قال خلال الاجتماع إن بلاده تقدر الجهود."
    assert len(events(text, "CONSULT")) == 1
    call = "تأثر الملاحون بدعوة البابا يوحنا التي أطلقها في يونيو وفيها يحث الحكومات على حماية البحار."
    assert len(events(call, "REQUEST")) == 1
    visit = "بدأ بابلو روخاس زيارة إلى كينيا وناقش الوزراء خلال اجتماع الحكومة في نيروبي خطة المياه."
    assert len(events(visit, "CONSULT")) > 1


def test_a_noun_names_what_was_told_to_come() -> None:
    text = "سيستقيل وزير النقل السلوفاكي يان هورفات من منصبه.\nوقال محللون إن استقالة يان هورفات ستضعف الائتلاف."
    (resigns,) = events(text, "RETREAT")
    assert resigns.status == "planned"


def test_a_title_is_told_again_far_below() -> None:
    text = (
        "غمرت المياه عشر قرى في شمال منغوليا.\n"
        "ونقل السكان إلى المدارس.\n"
        "ووزعت السلطات الخيام.\n"
        "وبقيت الطرق مقطوعة.\n"
        "وقالت الشرطة المنغولية إنها طردت خبيرا نمساويا من العاصمة."
    )
    title = "منغوليا تطرد خبيرا نمساويا وتواجه فيضانا\n\n"
    assert len(events(text, "COERCE", title)) + len(events(text, "SANCTION", title)) == 1


def test_a_heading_is_told_below_it() -> None:
    text = (
        "اختتمت في مانيلا أعمال المؤتمر السنوي للصيادين.\n"
        "رفض خطة الموانئ\n"
        "ورفض اتحاد الصيادين الفلبينيين خطة توسيع الموانئ."
    )
    assert len(events(text, "REJECT")) == 1


def test_two_words_for_one_deed_are_one_event() -> None:
    text = (
        "قتل 40 مدنيا في غارات وهجمات على مدينة زنجبار أمس الاثنين.\n"
        "وقال الأهالي إن الطائرات حلقت طويلا.\n"
        "وأعلنت المستشفيات حاجتها إلى الدم.\n"
        "وبقيت المدارس مغلقة."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_protests_of_one_day_are_one() -> None:
    text = (
        "خرجت مظاهرات في ليما أمس الاثنين ضد رفع أسعار القطارات.\n"
        "وانتشر رجال الأمن في الميادين.\n"
        "وأصيب ثلاثة أشخاص في احتجاجات أمس الاثنين في العاصمة."
    )
    assert len(events(text, "PROTEST")) == 1


def test_a_summit_goes_by_its_place() -> None:
    text = (
        "دعت قمة كمبالا الشهر الماضي إلى خفض رسوم النقل النهري.\n"
        "وقال خبراء إن الرسوم أضرت بالصيادين.\n"
        "وأكد وزير النقل الأوغندي أن ما أقرته قمة كمبالا سينفذ قريبا."
    )
    assert len(events(text, "CONSULT")) == 1


def test_words_of_the_lead_are_those_of_the_title_too() -> None:
    title = "جماعة نسور البحر تتوعد شركات الصيد\n\n"
    text = (
        "توعدت جماعة نسور البحر شركات الصيد بإغراق سفنها العملاقة قبالة السواحل الجنوبية.\n"
        "وانتشر تسجيل مصور ظهر فيه قائد ميداني ملثم.\n"
        "وتوعد القائد الملثم شركات الصيد بإغراق سفنها العملاقة قبالة السواحل الجنوبية."
    )
    assert len(events(text, "THREATEN", title)) == 1


def test_one_vote_is_agreement_or_support() -> None:
    text = (
        "وافق البرلمان المنغولي على خفض ضريبة مناجم الفحم الصغيرة.\n"
        "واحتج بعض التجار.\n"
        "وقال رئيس اتحاد المناجم إن البرلمان المنغولي صوت بالموافقة على خفض ضريبة مناجم الفحم الصغيرة."
    )
    assert len(events(text, "AGREE")) + len(events(text, "SUPPORT")) == 1


def test_negotiations_that_go_on_for_long_are_one_event() -> None:
    text = (
        "انهارت مفاوضات السلام بين اليونان وتركيا.\n"
        "وأغلقت بعض الطرق.\n"
        "وقال صيادون إن محادثات السلام مع تركيا لم تتناول مصائدهم."
    )
    assert len(events(text, "CONSULT")) == 1


def test_a_deed_in_the_same_words_is_one_whoever_orders_it() -> None:
    text = (
        "وعدت الحكومة الدنماركية بتعزيز الإجراءات الأمنية في الموانئ.\n"
        "وبقيت الحركة بطيئة.\n"
        "ووعد عمدة آرهوس بتعزيز الإجراءات الأمنية خلال أيام."
    )
    assert len(events(text, "MOBILIZE")) == 1


def test_a_place_is_taken_once_by_whatever_word() -> None:
    text = (
        "حرر الجيش الفلبيني جامعة مينداناو من مسلحي جماعة أبو سياف أمس الاثنين.\n"
        "وعاد بعض السكان.\n"
        "وقال ضابط إن قوات المغاوير تمكنت من اقتحام جامعة مينداناو بعد معارك عنيفة."
    )
    taken = [event for event in events(text, "ASSAULT") if event.rule != "events.assault.fighting"]
    assert len([event for event in taken if event.rule in {"events.assault.liberate", "events.assault.storm"}]) == 1


def test_a_conference_goes_by_its_name() -> None:
    text = (
        "تحدث وزير المياه الكيني أمام قمة الاتحاد الأفريقي للمياه الجوفية.\n"
        "وهطلت أمطار غزيرة.\n"
        "وتحضر وفود كثيرة قمة الاتحاد للمياه الجوفية."
    )
    assert len(events(text, "CONSULT")) == 1


def test_who_condemns_a_thing_and_calls_it_something_judges_once() -> None:
    text = "أدانت الخارجية الأسترالية الهجوم ووصفته بأنه جبان."
    assert len(events(text, "ACCUSE")) == 1


def test_what_is_said_of_a_visit_tells_no_other_one() -> None:
    text = (
        "وصل رئيس وزراء مالطا إلى أوسلو في زيارة رسمية أمس الاثنين.\n"
        "وأبرزت الصحف الحدث.\n"
        "وقال مؤرخ إنها أول زيارة لرئيس وزراء من الجزيرة الصغيرة."
    )
    assert len(events(text, "CONSULT")) == 1


def test_two_sides_that_agree_again_agree_on_something_else() -> None:
    text = (
        "بيان مشترك\n\n"
        "اتفق الأردن وقبرص على مد خط للكهرباء تحت البحر.\n"
        "وتناول اللقاء شؤون الصيد.\n"
        "كما اتفق الأردن وقبرص على إعفاء الطلبة من رسوم التأشيرة."
    )
    assert len(events(text, "AGREE")) == 2


def test_a_meeting_to_come_is_not_the_one_that_was_held() -> None:
    text = "حوار\n\nالتقى الرئيس القبرصي وزير الخارجية الأردني.\nوأكد الوزير مشاركته في اللقاء المرتقب."
    held, coming = events(text, "CONSULT")
    assert (held.status, coming.status) == ("happened", "planned")


def test_a_month_of_another_clause_dates_no_event() -> None:
    text = "بيان\n\nتنفيذا لتوصيات اللجنة العليا للمياه في أبريل 2019، وحماية للأنهار، رفض الأردن بناء السد."
    (refusal,) = events(text, "REJECT")
    assert refusal.date is None


def test_a_lead_that_opens_with_the_doer_tells_in_full_what_the_title_leaves_open() -> None:
    title = "توقيف ستة مهربين في مطار ماتاروا\n\n"
    text = "أوقفت الشرطة المدغشقرية ستة مهربين في مطار ماتاروا مساء الأحد.\nوقالت الشرطة إن الشحنة صودرت."
    (arrest,) = [event for event in events(text, "COERCE", title) if event.mode == "arrest"]
    assert arrest.trigger.start == len(title)
    told = "ميناء ماتاروا: توقيف ستة مهربين\n\n"
    (arrest,) = [event for event in events(text, "COERCE", told) if event.mode == "arrest"]
    assert arrest.trigger.start < len(told)


def test_what_an_attack_destroyed_is_no_further_attack() -> None:
    text = (
        "شنت مقاتلات التحالف غارة على ميناء تمبورا أمس، ما أدى إلى تدمير ثلاثة زوارق وإحراق مستودع.\n"
        "وقال سكان إن الميناء أغلق."
    )
    assert [event.rule for event in events(text, "ASSAULT", "")] == ["events.assault.airstrike"]
    text = "شنت مقاتلات التحالف غارة على ميناء تمبورا أمس.\nوبعد يومين دمر المسلحون جسر البلدة بالمتفجرات."
    assert len(events(text, "ASSAULT", "")) == 2


def test_relief_that_lacks_somebody_does_not_take_the_place_of_its_sending() -> None:
    text = "أرسلت النرويج طائرتي إغاثة إلى جزيرة سولاوا أمس."
    assert [event.rule for event in events(text, "AID", "")] == ["events.aid.send"]


def test_who_fell_in_the_operation_fell_in_the_attack_told_before() -> None:
    text = (
        "أعلن التنظيم مسؤوليته عن الهجوم على ثكنة للجيش في مدينة سولاوا أمس.\n"
        "وقال إن المنفذ عبر السور ليلا، وأسفرت العملية عن مقتل سبعة جنود."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_arrests_fill_the_campaign_of_arrests_told_in_their_sentence() -> None:
    text = "شنت الشرطة الملغاشية حملة اعتقالات في مدينة سولاوا فجر الأحد، وتمكنت من توقيف تسعة مهربين."
    (arrests,) = events(text, "COERCE")
    assert [one.name for one in arrests.recipients] == ["تسعة مهربين"]


def test_a_blast_put_back_on_the_day_of_the_one_told_is_that_one() -> None:
    text = (
        "وقع تفجير انتحاري أمس الاثنين أمام مصرف في سولاوا وقتل فيه سبعة حراس.\n"
        "وقالت الشرطة إنها تبحث عن سائق.\n"
        "وكان تفجير انتحاري قد وقع أمس الاثنين أمام المصرف."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_the_visit_of_somebody_is_the_one_that_was_told() -> None:
    text = (
        "بدأ الرئيس الغاني سامي دانكوا الأحد زيارة إلى مصر.\n\nوقال مسؤول مصري إن زيارة دانكوا تهدف إلى تعزيز العلاقات."
    )
    visits = [event for event in musnad.read(text, published="2021-09-14").events if event.mode == "visit"]
    assert [[actor.name for actor in visit.actors] for visit in visits] == [["سامي دانكوا"]]


def test_the_visit_of_another_time_is_another_one() -> None:
    text = "بدأ الرئيس الغاني سامي دانكوا الأحد زيارة إلى مصر.\n\nوكانت زيارة دانكوا الأولى عام 2012 قصيرة."
    visits = [event for event in musnad.read(text, published="2021-09-14").events if event.mode == "visit"]
    assert len(visits) == 2


def test_the_attack_that_cost_lives_is_the_one_that_was_told() -> None:
    text = (
        "قال الرئيس الكيني إن الهجوم الذي استهدف مسرحا في نيروبي، الجمعة، نفذه غرباء.\n"
        "وأضاف أن ضحايا الهجوم الذي أودى بحياة أكثر من 100 شخص سيكرمون.\nوقال وزير إن البلاد بخير."
    )
    (attack,) = events(text, "ASSAULT")
    assert attack.date == "2021-09-10"


def test_an_attack_of_another_toll_is_another_one() -> None:
    text = (
        "قتل عشرون جنديا في هجوم استهدف ثكنة في نيروبي يوم الجمعة.\nوقال وزير إن البلاد بخير.\n"
        "وذكر السكان الهجوم الذي أودى بحياة 300 شخص في مدينة مومباسا."
    )
    assert len(events(text, "ASSAULT")) == 2


def test_who_fell_and_what_was_hit_do_not_set_an_attack_apart() -> None:
    text = (
        "لقي حارسان مصرعهما جراء هجوم انتحاري الثلاثاء استهدف مدينة غاو.\n"
        "وقال ضابط إن الانتحاري قام بالهجوم بسيارته على ثكنة الحرس في غاو."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_harm_that_an_attack_brought_about_is_told_with_it() -> None:
    text = "تعرض منزل الوزير سامر الحداد لهجوم بعبوات ناسفة مما تسبب في إصابة حارسين."
    assert len(events(text, "ASSAULT")) == 1


def test_there_came_names_what_was_told() -> None:
    text = (
        "رفض زعيم الحركة سامر الحداد يوم الأحد دعوة الرئيس الكيني إلى مفاوضات.\nوقال وزير إن الأمر مؤسف.\n"
        "وجاء رفض الحداد في بيان صدر في نيروبي."
    )
    (refusal,) = events(text, "REJECT")
    assert refusal.date == "2021-09-12"


def test_there_came_names_nobody_elses_deed() -> None:
    text = (
        "رفض زعيم الحركة سامر الحداد يوم الأحد دعوة الرئيس الكيني إلى مفاوضات.\nوقال وزير إن الأمر مؤسف.\n"
        "وجاء رفض الاتحاد الأوروبي في بيان صدر في بروكسل."
    )
    assert len(events(text, "REJECT")) == 2


def test_some_who_are_arrested_and_one_who_is_named_are_two_arrests() -> None:
    text = (
        "ألقت الشرطة الكينية القبض على ثلاثة من العاملين في المعسكر.\n"
        "وقال وزير إن البلاد بخير.\nوألقت الشرطة الكينية القبض على مدير المعسكر سامر الحداد."
    )
    assert len(events(text, "COERCE")) == 2


def test_what_this_attack_was_tells_no_other_one() -> None:
    text = (
        "قتل سبعة جنود في هجوم انتحاري في مقديشو أمس.\n"
        "وأعلنت الحكومة الحداد.\n"
        "وهذا هو رابع هجوم انتحاري تشهده المدينة هذا الشهر."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_another_attack_is_not_what_this_one_was() -> None:
    text = "قتل سبعة جنود في هجوم انتحاري في مقديشو أمس.\nوشن مسلحون هجوما على كيسمايو قبل أسبوع وقتلوا قاضيا."
    assert len(events(text, "ASSAULT")) == 2


def test_the_nth_time_that_somebody_does_it_is_this_time() -> None:
    text = (
        "زار رئيس وزراء فنلندا ليما أمس الاثنين.\n"
        "ونصبت الأعلام في الساحات.\n"
        "وهذه هي المرة الأولى التي يزور فيها رئيس حكومة فنلندي بيرو."
    )
    assert len(events(text, "CONSULT")) == 1


def test_the_nth_time_alone_is_told_as_done() -> None:
    (visit,) = events("وهذه هي المرة الثالثة التي يزور فيها رئيس فنلندي بيرو.", "CONSULT", title="")
    assert visit.status == "happened"


def test_two_who_met_met_once_by_whatever_word() -> None:
    text = (
        "استقبل الرئيس الزامبي موسى باندا في لوساكا المستشار النمساوي كارل فيبر.\n"
        "وانتظر الصحفيون في الحديقة.\n"
        "وبحث موسى باندا مع كارل فيبر أسعار النحاس."
    )
    (received,) = events(text, "CONSULT")
    assert [actor.name for actor in received.actors] == ["كارل فيبر"]
    assert [recipient.name for recipient in received.recipients] == ["موسى باندا"]


def test_two_who_met_and_called_each_other_did_both() -> None:
    text = (
        "التقى الرئيس الزامبي موسى باندا المستشار النمساوي كارل فيبر.\n"
        "وانتظر الصحفيون في الحديقة.\n"
        "وأجرى موسى باندا اتصالا هاتفيا مع كارل فيبر."
    )
    assert len(events(text, "CONSULT")) == 2


def test_whoever_met_others_met_twice() -> None:
    text = (
        "التقى الرئيس الزامبي موسى باندا المستشار النمساوي كارل فيبر.\n"
        "وانتظر الصحفيون في الحديقة.\n"
        "والتقى موسى باندا وزير المناجم البولندي ماريك نوفاك."
    )
    assert len(events(text, "CONSULT")) == 2


def test_nobody_is_killed_twice() -> None:
    text = (
        "اغتال مسلحون القاضي سامر الدهان في حلب أمس الاثنين.\n"
        "وأغلقت المحاكم أبوابها.\n"
        "وقالت نقابة المحامين إن سامر الدهان قتل قرب حي الزهور."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_two_who_fell_are_two_deaths() -> None:
    text = (
        "اغتال مسلحون القاضي سامر الدهان في حي الزهور أمس الاثنين.\n"
        "وأغلقت المحاكم أبوابها.\n"
        "وكان مقتل المحامي فادي النجار قد أثار غضب زملائه في العاصمة."
    )
    assert len(events(text, "ASSAULT")) == 2


def test_who_fell_in_the_clashes_fell_in_those_told_before() -> None:
    text = (
        "اندلعت اشتباكات بين الجيش الكيني ومهربين قرب بحيرة توركانا.\n"
        "وفر رعاة من المكان.\n"
        "وقال طبيب إن سبعة مهربين قتلوا في الاشتباكات."
    )
    (clashes,) = events(text, "ASSAULT")
    assert [recipient.name for recipient in clashes.recipients] == ["سبعة مهربين"]


def test_clashes_of_others_are_other_clashes() -> None:
    text = (
        "اندلعت اشتباكات بين الجيش الكيني ومهربين قرب بحيرة توركانا.\n"
        "وفر رعاة من المكان.\n"
        "وتتواصل الاشتباكات بين الشرطة الموزمبيقية ومتمردين في كابو ديلغادو."
    )
    assert len(events(text, "ASSAULT")) == 2


def test_a_noun_names_what_one_of_them_did() -> None:
    text = (
        "اعتذرت شركة الملاحة الزامبية من عمال المناجم المسرحين.\n"
        "وصفق الحاضرون طويلا.\n"
        "ورأى عامل سابق أن اعتذار شركة الملاحة الزامبية تأخر كثيرا."
    )
    assert len(events(text, "CONCEDE")) == 1


def test_a_session_asked_for_is_the_one_that_is_to_come() -> None:
    text = (
        "يعقد الاتحاد الأفريقي جلسة طارئة الأحد المقبل.\n"
        "وامتنع ناطق باسمه عن التعليق.\n"
        "وكان قد طولب بعقد جلسة طارئة للاتحاد الأفريقي."
    )
    assert len(events(text, "CONSULT")) == 1


def test_a_verb_and_the_noun_of_what_it_was_done_in_are_one() -> None:
    (kidnapped,) = events("خطف مسلحون مهندسا بولنديا في عملية خطف نفذوها قرب مدينة كسلا.", "ASSAULT")
    assert [recipient.name for recipient in kidnapped.recipients] == ["مهندس بولندي"]
    assert kidnapped.place is not None


def test_who_meets_in_a_meeting_meets_once() -> None:
    text = "التقى وزير الري الزامبي موسى باندا نظيره البولندي ماريك نوفاك في اجتماع عقد في وارسو."
    (met,) = events(text, "CONSULT")
    assert [actor.name for actor in met.actors] == ["موسى باندا", "ماريك نوفاك"]
    assert met.place == "وارسو"


def test_a_meeting_with_others_behind_a_meeting_is_another_one() -> None:
    text = "التقى وزير الري الزامبي موسى باندا ماريك نوفاك في وارسو بعد اجتماع مع المستشار النمساوي كارل فيبر."
    assert len(events(text, "CONSULT")) == 2


def test_whom_shots_hit_is_told_with_the_shots() -> None:
    text = "أصيب مزارع بجروح نتيجة إطلاق حراس الغابة النار عليه عند مدخل بلدة كسلا."
    (shots,) = events(text, "ASSAULT")
    assert [recipient.name for recipient in shots.recipients] == ["مزارع"]


def test_who_fell_as_a_target_was_hit_is_told_with_it() -> None:
    text = "استهدف انتحاري يقود شاحنة مفخخة مقر الشرطة في كابول فقتل خمسة حراس."
    assert len(events(text, "ASSAULT")) == 1


def test_the_protest_of_that_day_is_the_one_told_before() -> None:
    text = (
        "دعت نقابة الصيادين إلى مظاهرة في ميدان المرفأ يوم الجمعة.\n"
        "ووزع متطوعون منشورات.\n"
        "وترمي مظاهرة الجمعة إلى خفض رسوم الرسو."
    )
    assert len(events(text, "PROTEST")) == 1


def test_who_condemns_this_again_condemns_once() -> None:
    text = (
        "استنكرت نقابة الصيادين إحراق المرفأ القديم.\n"
        "وحضر المناقشات عدد من الملاحين.\n"
        "وقالت النقابة في ختام بيانها إنها تستنكر هذه الجريمة وتعزي أهالي الضحايا."
    )
    assert len(events(text, "ACCUSE")) == 1


def test_an_attack_goes_by_the_place_of_the_one_told_before() -> None:
    text = (
        "حشدت كينيا قواتها بسبب هجمات نيروبي الدموية التي قتل فيها تسعة بحارة.\n"
        "وأغلقت المدارس.\n"
        "وقال ناطق إن الحكومة على تواصل مع جيرانها منذ هجمات نيروبي."
    )
    (attacks,) = events(text, "ASSAULT")
    assert attacks.actors == ()


def test_an_attack_that_goes_by_another_place_is_another_one() -> None:
    text = (
        "وقع انفجار كبير في نيروبي أمس الاثنين أدى إلى مقتل تسعة بحارة.\n"
        "وأغلقت المدارس.\n"
        "وقارن ناطق باسم الشرطة ذلك بهجوم مقديشو الذي شنه متمردون."
    )
    assert len(events(text, "ASSAULT")) == 2


def test_a_talk_in_a_country_and_in_its_city_is_one() -> None:
    text = (
        "قال وزير الدفاع القبرصي سليم الحداد بعد محادثات في مالطا إن الخطر كبير.\n"
        "وكانت الأجواء باردة.\n"
        "وقال الوزير القبرصي إن مباحثاته في فاليتا تناولت الأمن البحري."
    )
    assert len(events(text, "CONSULT")) == 1


def test_a_talk_in_another_country_is_another() -> None:
    text = (
        "قال وزير الدفاع القبرصي سليم الحداد بعد محادثات في مالطا إن الخطر كبير.\n"
        "وكانت الأجواء باردة.\n"
        "وقال الوزير القبرصي إن مباحثاته في باريس تناولت الأمن البحري."
    )
    assert len(events(text, "CONSULT")) == 2
