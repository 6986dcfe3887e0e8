"""Whether an event happened: words that govern it, what it is joined to, stances told in the present."""

import pytest

import musnad

DAY = "2021-09-14"
REPORT = "خبر من المراسل\n\nالطقس معتدل. والأسواق هادئة. والمدارس مفتوحة.\n"  # in which words tell of happenings


def statuses(text: str, event_type: str) -> list[str]:
    return [event.status for event in musnad.read(REPORT + text, published=DAY).events if event.type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        # who can, has the right or goes toward something has not done it
        ("قال الوزير إن بوسع بلاده فرض عقوبات على روسيا.", "SANCTION", "hypothetical"),
        ("تحتفظ الحكومة العراقية بحقها في مقاضاة شركة النفط الكندية.", "ACCUSE", "hypothetical"),
        ("تستطيع الحكومة الكندية فرض عقوبات على شركات صينية.", "SANCTION", "hypothetical"),
        ("فر المهاجمون الثلاثة من دون أن تتمكن الشرطة من اعتقالهم.", "COERCE", "failed"),
        ("قال الوزير إن فرص نجاح المحادثات بين إسرائيل وحماس ضعيفة.", "CONSULT", "hypothetical"),
        # a question leaves open what it asks about
        ("وسأل النائب: متى يتم الإفراج عن الصحفي رامي حداد؟", "RETREAT", "hypothetical"),
        # what is joined to something open is open as well
        ("حذر من احتمال شن هجوم إسرائيلي على إيران واغتيال علماء إيرانيين.", "ASSAULT", "hypothetical"),
        # a purpose, and what only looks like one
        ("اتفق الوزراء على إقامة محكمة خاصة لمحاكمة قادة المتمردين في مالي.", "ACCUSE", "planned"),
        ("أصدرت النقابة بيان استنكار لاغتيال الصحفية منى الحداد.", "ASSAULT", "happened"),
        ("أعلن الوزير عن قرب انسحاب القوات الفرنسية الذي من المقرر أن يبدأ في الربيع.", "RETREAT", "planned"),
        # where something is said is not what is asked for
        ("دعا وزير الداخلية النمساوي في ختام اجتماع مع نظرائه إلى حظر النقاب.", "CONSULT", "happened"),
        ("يطالب اللبنانيون منذ احتجاجات بيروت بتغيير الحكومة.", "PROTEST", "happened"),
        ("وتعهد رئيس الحكومة الأردنية سامر الحداد، بإرسال مساعدات إلى لبنان.", "AID", "planned"),
        # an adjective or clause of another noun, and another masdar, say nothing of the event
        ("وجهت المحكمة إلى ثلاثة صحفيين تهمة نشر بيانات كاذبة.", "ACCUSE", "happened"),
        ("اتهمت حماس السلطة الفلسطينية بإفشال المصالحة من خلال اعتقال ثمانين شخصا في رام الله.", "COERCE", "happened"),
        ("لم يتضح ما إذا كان الجيش قد احتجز المتظاهرين أو أفرج عنهم.", "RETREAT", "hypothetical"),
        # on condition, or to be done
        ("وقال النائب إنه إذا أصر الرئيس القبرصي على فرض عقوبات على تركيا فسيستقيل.", "SANCTION", "hypothetical"),
        ("وأبدت موسكو استعدادها للمساعدة شريطة أن يتم رفع العقوبات عن روسيا.", "RETREAT", "hypothetical"),
        ("وطالب الوزير العراقي الأمم المتحدة بأن تتم محاكمة منفذي الهجمات.", "ACCUSE", "requested"),
        ("ورشحت أنباء عن نية لندن تزويد أوكرانيا بصواريخ.", "AID", "planned"),
        # an exception turns a negation round; a reply is to what was asked
        ("ولم تفرج السلطات الليبية عن الكاتب سامر الحداد إلا بعد ضغوط.", "RETREAT", "happened"),
        ("ولم تعترف الحكومة السودانية بالهزيمة إلا أن الجيش هادئ.", "CONCEDE", "denied"),
        ("ولم يرد المتحدث على طلب رويترز التعليق.", "REQUEST", "happened"),
        ("وفي محاولته لتبرير مقتل 70 مدنيا في غارة أميركية قال المتحدث إن الأمر خطأ.", "ASSAULT", "happened"),
        # what is permitted is not yet done; what is being done goes on; other senses of a word
        ("وقال إن القانون الجديد يتيح للحكومة الكندية فرض عقوبات على روسيا.", "SANCTION", "hypothetical"),
        ("وفتحت الحكومة الطريق لإيصال المساعدات إلى مدينة تعز.", "AID", "planned"),
        ("وتتم محاكمة الوزير السابق سامر الحداد في باريس.", "ACCUSE", "ongoing"),
        ("واستبعد الرئيس التونسي الحزب من محادثاته مع النقابات.", "CONSULT", "happened"),
        ("واجتمع الوزراء للنظر في طلب من الجنرال سامر الحداد بإرسال جنود.", "REQUEST", "happened"),
        ("وقال إن الحرب تهدف إلى معاقبة حماس ولتأمين إطلاق سراح الأسرى الإسرائيليين.", "RETREAT", "planned"),
        ("وسمحت الشرطة المغربية بتنظيم مظاهرة للعمال في الرباط أمس.", "PROTEST", "happened"),
        ("وقال إن من الصعب على الحكومة الكندية فرض عقوبات على الصين.", "SANCTION", "hypothetical"),
        ("وتوجه وفد الأمم المتحدة إلى غزة لإجلاء مئات الجرحى.", "AID", "planned"),
        ("وأيدت روسيا عقوبات على إيران لا تطال الشعب.", "SANCTION", "happened"),
        ("وستخرج بريطانيا من الاتحاد مالم يتفق الطرفان على تمديد المهلة.", "AGREE", "hypothetical"),
        # consequences are told of what is only thought of; what somebody resorts to is done
        ("وقال إن انسحاب القوات الفرنسية سيؤثر على مالي.", "RETREAT", "hypothetical"),
        ("وأضاف أن فرض عقوبات على روسيا سيؤدي إلى ارتفاع الأسعار.", "SANCTION", "hypothetical"),
        ("وقال إن من حق العراقيين الاحتفال بانسحاب القوات الأميركية.", "RETREAT", "happened"),
        ("وعمدت الشرطة التونسية إلى تفريق المتظاهرين بالغاز.", "COERCE", "happened"),
        ("وينص اتفاق السلام الموقع بين إثيوبيا وإريتريا أمس على ترسيم الحدود.", "AGREE", "happened"),
        ("نفى الوزير سامر الحداد في مؤتمر صحفي في عمان أن يكون قد دعا إلى الإضراب.", "REQUEST", "denied"),
        ("وتحدث الخبراء عن تقدم مفاوضات السلام بين السودان وإثيوبيا.", "CONSULT", "ongoing"),
        ("قتل جنديان أمس في هجوم على كابول هو أول هجوم تشنه حركة طالبان منذ تعيين الوزير.", "ASSAULT", "happened"),
        ("وأعلنت السلطات تعرض سفينة شحن إسبانية أمس لقصف صاروخي.", "ASSAULT", "happened"),
        # what a condition does not reach; what is promised in return; what people only talk about; what is near
        (
            "وبلادها مستعدة إذا طلب منها للتوسط في الأزمة التي تعيشها تشاد منذ عزل الرئيس السابق سامر الحداد.",
            "SANCTION",
            "happened",
        ),
        ("ونص الاتفاق على خفض التخصيب مقابل تخفيف العقوبات المفروضة على إيران.", "RETREAT", "planned"),
        ("وفشلت المحادثات بشأن منح لبنان قرضا جديدا.", "AID", "hypothetical"),
        ("أعلن السفير النرويجي عن زيارة قريبة لوزير الصيد إلى نواكشوط.", "CONSULT", "planned"),
        # adjectives behind whose visit it is; purposes of deeds that set phrases tell
        ("وتحدث الوزير الغيني عن زيارة الرئيس النيجري سامر الحداد المرتقبة إلى الرباط.", "CONSULT", "planned"),
        ("وأعلن ضابط أن القوات الإثيوبية تتقدم لتطهير الوادي من المسلحين مساء اليوم.", "ASSAULT", "planned"),
        ("وتقدمت القوات العراقية للقضاء على مسلحي تنظيم القاعدة في الوادي.", "ASSAULT", "planned"),
        # what cannot but be understood, broken or answered is there; who still tries; who does so no more; «may … or»
        ("ويمكن فهم زيارة الرئيس النيجري سامر الحداد إلى الرباط في هذا الإطار.", "CONSULT", "happened"),
        ("وقال ضابط إن القوات الإثيوبية تحاول استعادة البلدة من المسلحين منذ الفجر.", "ASSAULT", "ongoing"),
        ("واتهم الوزير إيران بمحاولات اختراق الحظر الجوي الذي يفرضه التحالف العربي.", "COERCE", "ongoing"),
        ("وقال إن الجنود لم يعودوا يتعاونون مع الحكومة التشادية.", "COOPERATE", "denied"),
        ("ولوح القائد بالاستقالة في حال رفض الحكومة الكينية طلبه.", "REQUEST", "happened"),
        ("وقد تمنح موسكو النواب صلاحيات أو تفرض قيودا على الشركات الأميركية.", "COERCE", "hypothetical"),
        ("وتخطط الحكومة الدنماركية لقطع المساعدات المالية عن اللاجئين السوريين.", "SANCTION", "planned"),
        ("وناقش الرئيس المالي خلال لقائه وزير التربية الاستعدادات الجارية للامتحانات.", "CONSULT", "happened"),
        # what is answered was said; an agreement that there is; earlier ones; who comes forward with something
        ("وقال المسؤول إن النرويج وافقت على طلب السويد بالسماح بعبور الجنود.", "REQUEST", "happened"),
        ("وقال إن اللجنة ناقشت في الاجتماعات السابقة مع الوزير الجولات التي سيقوم بها الأعضاء.", "CONSULT", "happened"),
        ("وأكدت مصادر من داخل الحزب أن سامر الحداد تقدم باستقالته عشية اليوم.", "RETREAT", "happened"),
        ("وأضاف أن المعارضة الغامبية لم تحاول عرقلة الحوار.", "REJECT", "denied"),
        ("وأقرت اللجنة المغربية خلال اجتماعها خطة الشهر القادم.", "CONSULT", "happened"),
        ("وتحدث النقابي سامر الحداد قبيل انطلاق أشغال اجتماع لجنة الأجور مع الوزير.", "CONSULT", "planned"),
        # what is negotiated, tried for or forced on somebody; what may come of it; what matters or is due
        ("وقالت المجلة إن القاهرة ترعى مفاوضات تبادل الأسرى بين كينيا والصومال.", "COOPERATE", "planned"),
        ("وكشف المدير الكيني سامر الحداد عن مساع لرفع الحظر الأمريكي عن الطيران في غانا.", "RETREAT", "planned"),
        ("وقال إن السويد تدرس عقوبات على كينيا لإرغامها على تقديم تنازلات للصومال.", "CONCEDE", "planned"),
        ("وقال إن الاتفاق قد يشجع كينيا على إرسال قوات إلى الصومال.", "MOBILIZE", "hypothetical"),
        ("وشدد الوزير الكيني على أهمية استئناف محادثات السلام بين الصومال وإثيوبيا.", "CONSULT", "requested"),
        ("وقال الوزير الكيني إنه حان الوقت لتقديم تنازلات من جانب الصومال.", "CONCEDE", "requested"),
        # what is done in order to free or unite; what a visit is for; what an office is bound to do; whose day comes
        ("وتبذل كينيا جهودا لإطلاق سراح خمسة جنود في الصومال.", "RETREAT", "planned"),
        ("وقال إن كينيا أجرت محادثات طوال عام لتطبيع العلاقات مع الصومال.", "COOPERATE", "planned"),
        ("وتهدف الحملة إلى الإفراج عن الأسرى الكينيين.", "RETREAT", "planned"),
        ("وتهدف الزيارة إلى حث كينيا والصومال على وقف القتال.", "REQUEST", "planned"),
        ("وقال النائب إن على الجهاز المعني أن يتعهد بنشر الأرقام.", "AGREE", "requested"),
        ("وقعت كينيا والصومال أمس اتفاقا لوقف إطلاق النار.", "RETREAT", "happened"),
        ("ورأى النائب أن على الحكومة الكينية الإفراج عن المعتقلين.", "RETREAT", "requested"),
        ("وقال السفير إن تأجيل الانتخابات لن يؤثر على خطط الانسحاب الأمريكي من كينيا.", "RETREAT", "planned"),
    ],
)
def test_a_status_is_that_of_the_words_that_govern_the_event(text: str, event_type: str, status: str) -> None:
    assert statuses(text, event_type) == [status]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("وتتهم كندا الصين بإغراق أسواقها.", "ACCUSE", "ongoing"),
        ("وقال النائب إن الدول التي تنتقد الصين كثيرة.", "ACCUSE", "ongoing"),
        ("ويرفض الفلسطينيون التعاون في التحقيق.", "REJECT", "ongoing"),
        ("وكانت قبرص ترفض قبل ذلك دخول المفتشين.", "REJECT", "happened"),
        ("ورفع العمال شعارات تطالب بإقالة المدير.", "REQUEST", "happened"),
    ],
)
def test_a_stance_told_in_the_present_goes_on(text: str, event_type: str, status: str) -> None:
    assert statuses(text, event_type) == [status]


def test_a_headline_tells_in_the_present_what_happened() -> None:
    text = "كندا تتهم الصين بإغراق أسواقها\n\nقال الوزير إن الأمر خطير."
    assert [event.status for event in musnad.read(text, published=DAY).events] == ["happened"]


def test_what_is_rejected_by_its_name_is_there() -> None:
    assert "hypothetical" not in statuses("وأكدت كينيا رفضها الحصار المالي لميناء مومباسا.", "COERCE")


def test_what_a_call_drew_is_not_called_for() -> None:
    text = "ودعت كينيا إلى إصلاح الاتحاد. وأثارت هذه الدعوة استنكارا في غانا ومطالبات بالاعتذار."
    assert "requested" not in statuses(text, "ACCUSE") + statuses(text, "REQUEST")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ويحمل الوزير الملف في زيارته إلى الخرطوم الأحد المقبل.", "planned"),
        ("وحمل الوزير الملف في زيارته إلى الخرطوم الأحد الماضي.", "happened"),
    ],
)
def test_a_day_to_come_is_seen_in_an_article_without_a_day(text: str, status: str) -> None:
    (visit,) = [event for event in musnad.read(text).events if event.type == "CONSULT"]
    assert visit.status == status
    assert visit.date is None
