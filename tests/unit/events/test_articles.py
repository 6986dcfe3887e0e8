"""What an event takes from the rest of its article: days of who goes on speaking, pairs, the status of a title."""

import musnad
from musnad.model import Event

DAY = "2021-09-14"


def events(text: str, event_type: str) -> list[Event]:
    return [event for event in musnad.read(text, published=DAY).events if event.type == event_type]


def test_who_goes_on_speaking_does_so_on_the_day_on_which_he_spoke() -> None:
    text = (
        "وزير الدفاع اللبناني في بيروت\n\n"
        "قال وزير الدفاع اللبناني، الأحد، إن بلاده لن تتسامح مع أحد.\n"
        "ودعا وزير الدفاع اللبناني إلى ضبط النفس."
    )
    (call,) = events(text, "REQUEST")
    assert call.date == "2021-09-12"


def test_who_did_not_speak_before_lends_no_day() -> None:
    text = (
        "وزير الدفاع اللبناني في بيروت\n\n"
        "قال وزير الدفاع اللبناني سامر الحداد، الأحد، إن بلاده لن تتسامح مع أحد.\n"
        "واتهم الرئيس القبرصي تركيا بخرق الهدنة."
    )
    (accusation,) = events(text, "ACCUSE")
    assert accusation.date is None


def test_a_promise_that_names_a_day_to_come_was_made() -> None:
    (promise,) = events("تعهدت الحكومة الأردنية بصرف الرواتب قبل يوم الخميس المقبل.", "AGREE")
    assert (promise.status, promise.date) == ("happened", None)


def test_a_title_leaves_to_the_lead_that_it_is_yet_to_come() -> None:
    text = "محادثات بين مصر والسودان\n\nتعقد مصر والسودان محادثات في القاهرة الأحد المقبل."
    (talks,) = events(text, "CONSULT")
    assert talks.status == "planned"


def test_a_country_by_its_adjective_and_one_of_its_forces_are_one_side() -> None:
    text = "غارات إسرائيلية على رفح\n\nشن الجيش الإسرائيلي غارات على مدينة رفح أمس الاثنين أسفرت عن مقتل ثلاثة أشخاص."
    assert len(events(text, "ASSAULT")) == 1


def test_the_first_attack_since_another_day_is_the_one_told_before() -> None:
    text = (
        "هجوم في كابول\n\n"
        "قتل ستة أشخاص أمس الاثنين في هجوم انتحاري على مركز للشرطة في كابول.\n"
        "وقال متحدث باسم الداخلية الأفغانية إنه أول هجوم انتحاري منذ تعيين الوزير الجديد."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_what_a_meeting_that_is_asked_for_is_for_is_no_event_of_its_own() -> None:
    text = "وجهت الأمم المتحدة الدعوة للأطراف المتحاربة للاجتماع في مدينة الصخيرات بالمغرب للتوقيع على اتفاق مبدئي."
    reading = musnad.read(text, published=DAY)
    assert [event.type for event in reading.events] == ["REQUEST", "CONSULT"]


def test_a_deed_that_is_to_end_goes_on() -> None:
    (aid,) = events("دعت واشنطن إيران إلى وقف دعمها العسكري للحوثيين.", "AID")
    assert aid.status == "ongoing"


def test_a_title_describes_briefly_whom_the_lead_names() -> None:
    text = (
        "قتال بين المتمردين وقوات موالية للحكومة في مأرب\n\n"
        "قال سكان إن قوات يمنية موالية للرئيس خاضت اشتباكات مع مقاتلين حوثيين في مأرب أمس الاثنين."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_a_lead_that_names_another_than_the_title_tells_another_event() -> None:
    text = "روسيا تفرض عقوبات على مسؤولين\n\nفرضت كندا أمس الاثنين عقوبات على مسؤولين في مينسك."
    assert [one.actors[0].country for one in events(text, "SANCTION")] == ["RUS", "CAN"]


def test_what_carries_an_event_of_another_type_is_none_of_its_own() -> None:
    reading = musnad.read("اعتقل شخص بعد احتجازه رهائن في حانة في كوبنهاغن أمس.", published=DAY)
    assert [event.type for event in reading.events] == ["COERCE", "ASSAULT"]


def test_an_attack_that_is_only_referred_to_has_no_day_of_another_event() -> None:
    text = (
        "قائد أميركي في تل أبيب\n\n"
        "وصل القائد الأميركي، الخميس، إلى إسرائيل التي تتأهب لرد على الضربة الإسرائيلية على القنصلية الإيرانية.\n"
        "ولم يعلن الجيش تفاصيل أخرى.\nوقال متحدث إن القنصلية أغلقت.\nوأضاف أن الموظفين غادروا."
    )
    (strike,) = events(text, "ASSAULT")
    assert strike.date is None


def test_a_title_is_told_again_behind_a_line_that_tells_nothing() -> None:
    text = "محادثات بين مصر والسودان\n\nمن مراسلنا\n\nتعقد مصر والسودان محادثات في القاهرة الأحد المقبل."
    (talks,) = events(text, "CONSULT")
    assert (talks.status, talks.place) == ("planned", "القاهرة")


def test_an_attack_named_after_its_town_is_one_in_an_article_that_tells_of_others() -> None:
    text = (
        "محاكمة في بروكسل\n\n"
        "بدأت في بروكسل محاكمة المشتبه به في هجمات باريس.\n"
        "وقتل مسلحون ثلاثة جنود في مدينة سوكوتو السبت.\n"
        "وقالت المحكمة إن النطق بالحكم الشهر المقبل.\n"
        "وانتهى البيان بذلك.\n"
        "ولم تعلق السفارة على الخبر."
    )
    assert [event.trigger.of(text) for event in events(text, "ASSAULT")] == ["هجمات", "قتل"]


def test_a_town_that_was_taken_need_not_be_told_from_whom() -> None:
    text = (
        "الجيش يتقدم\n\n"
        "قال الجيش الكيني إن قواته اقتحمت بلدة أفمدو أمس الاثنين.\n"
        "وأضاف أن ثلاثة جنود قتلوا في كمين قرب بلدة هوسينغو.\n"
        "ولم يتوقف المتمردون منذ هزائمهم العسكرية وخصوصا بعد تحرير مدينة كيسمايو.\n"
        "ولم تعلق السفارة على الخبر."
    )
    assert "تحرير" in {event.trigger.of(text) for event in events(text, "ASSAULT")}


def test_the_attack_stands_behind_its_victims() -> None:
    text = (
        "تعزية من أوسلو\n\n"
        "أعربت النرويج عن تعازيها لعائلات ضحايا الهجوم الذي وقع في مدينة كانو أمس الاثنين.\n"
        "وقتل مسلحون ثلاثة جنود في مدينة سوكوتو السبت.\n"
        "ولم تعلق السفارة على الخبر.\n"
        "وانتهى البيان بذلك."
    )
    attack = events(text, "ASSAULT")[0]
    assert (attack.trigger.of(text), attack.place) == ("الهجوم", "مدينة كانو")


def test_one_meeting_is_told_again_by_a_shorter_name_of_its_participants() -> None:
    text = (
        "اجتماع في بروكسل\n\n"
        "جاء ذلك عقب اجتماع وزراء خارجية الاتحاد الأفريقي في أديس أبابا أمس الاثنين.\n"
        "وقال المتحدث إن اجتماع وزراء خارجية الاتحاد بحث الوضع في تشاد.\n"
        "ولم يعلق أحد على الخبر."
    )
    assert len(events(text, "CONSULT")) == 1


def test_in_a_lone_sentence_a_plan_with_nobody_hit_is_a_reference() -> None:
    assert events("عادت الطائرة إلى قاعدتها لأن طاقمها لم ينفذ أي هجوم.", "ASSAULT") == []


def test_a_day_of_what_is_said_is_not_the_day_of_saying() -> None:
    text = "هدد زعيم الحركة أحمد سالم بالانتقام من مقتل شقيقه في هجوم نفذته طائرة أمريكية في أغسطس الماضي."
    (threat,) = events(text, "THREATEN")
    assert threat.date is None


def test_who_accuses_in_the_same_breath_does_so_on_the_day_of_speaking() -> None:
    text = "أعلنت كندا أمس الاثنين تجميد أموال ثمانية مسؤولين، متهمة إياهم بقمع احتجاجات جرت في مايو الماضي."
    (accusation,) = events(text, "ACCUSE")
    assert accusation.date == "2021-09-13"


def test_a_day_since_which_something_lasts_is_not_that_of_an_event() -> None:
    text = "هذه هي المحادثات الأولى بين تركيا وأرمينيا منذ إعلان الهدنة في يونيو الماضي."
    (talks,) = events(text, "CONSULT")
    assert talks.date is None


def test_an_attack_told_beside_another_in_one_sentence_has_its_day() -> None:
    text = (
        "معارك في اليمن\n\n"
        "قتل ثلاثون مسلحا من الحوثيين أمس الاثنين في هجوم شنه الجيش اليمني قرب مأرب.\n"
        "وقتل سبعة جنود في مواجهات مع الحوثيين يوم الأحد بينما خطف مسلحون حوثيون صحفيا في صنعاء."
    )
    kidnapped = next(e for e in events(text, "ASSAULT") if "kidnap" in e.rule)
    assert kidnapped.date == "2021-09-12"


def test_rules_of_engagement_are_no_clash() -> None:
    text = (
        "قتل ثلاثة جنود في هجوم بسيارة مفخخة على ثكنة في مقديشو أمس. وقال الجيش إن المهاجمين فروا. "
        "ودعا القائد إلى الهدوء. وعزز الاتحاد الأفريقي قواعد الاشتباك لقوته في الصومال أمس."
    )
    assert [event.trigger.of(text) for event in events(text, "ASSAULT")] == ["هجوم"]


def test_who_attends_the_meeting_attends_the_one_told_before() -> None:
    text = (
        "عقد وزير الدفاع الأردني في عمان أمس اجتماعا مع نظيره العراقي. "
        "وحضر الاجتماع رئيس هيئة الأركان في الجيش الأردني."
    )
    (meeting,) = events(text, "CONSULT")
    assert meeting.trigger.of(text) == "اجتماعا"


def test_a_noun_with_a_pronoun_names_the_deed_before_it_again() -> None:
    text = (
        "زيارة وزير الدفاع العراقي إلى عمان\n\n"
        "يأتي التقدم الذي حققه الجيش الأردني بعد يومين من زيارة وزير الدفاع العراقي، الذي أكد خلال زيارته "
        "لعمان استعداد بلاده للمساعدة."
    )
    (visit,) = events(text, "CONSULT")
    assert [one.name for one in visit.actors] == ["وزير الدفاع العراقي"]


def test_who_is_killed_by_an_attack_is_told_in_one_event() -> None:
    text = "قال بيان إن جنديا قتل بهجوم للمتمردين في شرق أفغانستان أمس."
    (attack,) = events(text, "ASSAULT")
    assert (attack.trigger.of(text), len(attack.recipients)) == ("هجوم", 1)


def test_who_fell_in_the_attack_fell_in_the_one_told_before() -> None:
    text = (
        "نفذ انتحاري هجوما في مركز مدينة فرح أمس. وأعلنت شرطة المدينة أن عشرة أشخاص قتلوا في الهجوم. "
        "وقال الجيش إن الطريق مغلق. ودعا القائد إلى الهدوء."
    )
    (attack,) = events(text, "ASSAULT")
    assert (attack.trigger.of(text), [one.name for one in attack.recipients]) == ("هجوما", ["عشرة أشخاص"])


def test_who_fell_in_it_and_what_the_shell_did_are_no_events_of_their_own() -> None:
    text = "وقالت المصادر إن مواجهات اندلعت بين الجيش والمتمردين في مأرب مساء الخميس قتل خلالها أربعة من المسلحين."
    assert len(events(text, "ASSAULT")) == 1
    text = "قال شهود إن قذيفة أطلقتها قوات الاتحاد الأفريقي أمس قتلت 12 شخصا في سوق العاصمة."
    assert len(events(text, "ASSAULT")) == 1


def test_a_title_does_not_plan_what_happened() -> None:
    text = (
        "تونس تعلن تفكيك خلية خططت لتنفيذ هجمات على منشآت أمنية\n\n"
        "قالت وزارة الداخلية إن قوات الأمن شددت إجراءاتها بعد هجوم مسلح على فندق في مدينة سوسة قتل فيه عشرات السياح."
    )
    assert {event.status for event in events(text, "ASSAULT")} == {"planned", "happened"}


def test_a_launch_into_space_is_no_attack() -> None:
    text = (
        "أطلقت وكالة الفضاء الأوروبية الثلاثاء صاروخ أريان من قاعدة كورو في غويانا الفرنسية. "
        "وقال الجيش الفرنسي إن القاعدة آمنة. وصفق الحاضرون. ودعا الوزير إلى الاحتفال."
    )
    assert events(text, "ASSAULT") == []
