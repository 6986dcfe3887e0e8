"""Page designs for the tests of ingest: one invented article in the mark-up that newspapers use."""

TITLE = "مجلس البلدية يقر خطة لتوسعة الميناء القديم"
LEAD = "أقر مجلس بلدية المدينة خطة لتوسعة الميناء القديم تستمر ثلاث سنوات وتوفر مئات من فرص العمل."
BODY = (
    "قالت رئيسة المجلس ليلى الحداد، اليوم الثلاثاء، إن الخطة «ستعيد الحياة إلى الأحياء القريبة من الرصيف».",
    "وأضافت أن الأعمال تبدأ في مطلع الشهر المقبل، وأن ثلاث شركات محلية تقدمت بعروض لتنفيذ المرحلة الأولى.",
    "وكان التجار قد طالبوا في الربيع الماضي بتوسعة الطريق المؤدي إلى الميناء بعد شهور من الازدحام.",
    "وشدد ممثل الصيادين سامي البحري على ضرورة الإبقاء على المرفأ الصغير مفتوحا طوال مدة الأعمال.",
)
RELATED = ("أسعار السمك ترتفع في أسواق المدينة قبل العيد", "إعادة فتح جسر البلدية أمام حركة السيارات")
NAV = "<nav><ul>" + "".join(f'<li><a href="/{i}">قسم الأخبار {i}</a></li>' for i in range(9)) + "</ul></nav>"
SHARE = (
    '<div class="social-bar"><a href="#">فيسبوك</a> <a href="#">تويتر</a> <a href="#">واتساب</a> '
    "<span>نسخ الرابط</span></div>"
)
FOOT = "<footer><p>جميع الحقوق محفوظة لصحيفة المرفأ 2023</p><p>من نحن | اتصل بنا | سياسة الخصوصية</p></footer>"
NOTICE = (
    "يرحب الموقع بمشاركات القراء، ويحتفظ بحق مراجعة التعليقات قبل نشرها. الآراء الواردة في التعليقات لا تعبر "
    "بالضرورة عن رأي الصحيفة، ولا تتحمل إدارة الموقع أي مسؤولية عنها مهما كان نوعها أو كاتبها."
)


def paragraphs(lines: tuple[str, ...] = BODY) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


def links(lines: tuple[str, ...] = RELATED) -> str:
    return "<ul>" + "".join(f'<li><a href="/n/{i}">{line}</a></li>' for i, line in enumerate(lines)) + "</ul>"


def page(content: str, *, head: str = "", title: str = TITLE) -> str:
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body>{NAV}{content}{FOOT}</body></html>"
    )


def _heading(level: str = "h1") -> str:
    return f"<{level}>{TITLE}</{level}>"


DESCRIPTION = f'<meta property="og:description" content="{LEAD[:60]}">'

WITH_LEAD = {
    "plain article": page(f"<article>{_heading()}<p>{LEAD}</p>{paragraphs()}</article>"),
    "lead in its own div": page(f'{_heading()}<div class="lead">{LEAD}</div><article>{paragraphs()}</article>'),
    "lead in nested divs": page(
        f'{_heading()}<div class="field-subtitle"><div class="items"><div class="item">{LEAD}</div></div></div>'
        f'<div class="field-body"><div class="items">{paragraphs()}</div></div>'
    ),
    "lead as heading": page(f'<article>{_heading()}<h2 class="subtitle">{LEAD}</h2>{SHARE}{paragraphs()}</article>'),
    "lead known by the description": page(
        f'<div class="top">{_heading()}<p>{LEAD}</p></div><div class="story">{paragraphs()}</div>',
        head=DESCRIPTION,
    ),
    "lead in bold before the text": page(
        f'<div id="content">{_heading()}<div class="text"><p><strong>{LEAD}</strong></p>{paragraphs()}</div></div>'
    ),
    "lead in the header of the article": page(
        f'<article><header>{_heading()}<p class="standfirst">{LEAD}</p></header><div>{paragraphs()}</div></article>'
    ),
    "line breaks instead of paragraphs": page(
        f'<div class="article">{_heading()}<div class="article-text">{"<br><br>".join((LEAD, *BODY))}</div></div>'
    ),
    "paragraphs as divs": page(
        f'<div class="news">{_heading()}<div class="news-body">'
        + "".join(f"<div>{line}</div>" for line in (LEAD, *BODY))
        + "</div></div>"
    ),
    "table layout": page(
        f'<table width="100%"><tr><td class="side">{links()}</td><td class="main"><table><tr>'
        f"<td>{_heading('h2')}</td></tr>"
        f"<tr><td>{paragraphs((LEAD, *BODY))}</td></tr></table></td></tr></table>"
    ),
    "table layout with line breaks": page(
        f"<table><tr><td>{_heading('h1')}</td></tr><tr><td>{'<br>'.join((LEAD, *BODY))}</td></tr></table>"
    ),
    "related links between paragraphs": page(
        f"<article>{_heading()}<p>{LEAD}</p><p>{BODY[0]}</p><div><strong>اقرأ أيضا:</strong>{links()}</div>"
        f"<p>{BODY[1]}</p><p>اقرأ أيضاً: <a href='/n/1'>{RELATED[0]}</a></p>{paragraphs(BODY[2:])}</article>"
    ),
    "a related link on the line after": page(
        f"<article>{_heading()}<p>{LEAD}</p>{paragraphs(BODY[:2])}<p><b>شاهد أيضا</b></p>"
        f"<p><a href='/n/1'>{RELATED[1]}</a></p>{paragraphs(BODY[2:])}</article>"
    ),
    "share bars above and below": page(
        f"<article>{_heading()}{SHARE}<p>{LEAD}</p>{paragraphs()}{SHARE}<p>شارك الخبر</p><p>طباعة</p></article>"
    ),
    "comment rules and comments": page(
        f"<article>{_heading()}<div class='body'><p>{LEAD}</p>{paragraphs()}</div><div><p>{NOTICE}</p></div>"
        "<div class='comments'><h3>التعليقات (2)</h3>"
        "<p>أبو سالم: مشروع ممتاز وننتظره منذ سنوات طويلة في مدينتنا الجميلة.</p>"
        "<p>زائر: أتمنى أن تنتهي الأعمال في وقتها كما وعد المجلس هذه المرة ولا تتأخر.</p></div></article>"
    ),
    "a body whose class speaks of comments": page(
        f"<div class='post no-comments'><div class='comments-open'>{_heading()}<p>{LEAD}</p>{paragraphs()}</div></div>"
    ),
    "captions and figures": page(
        f"<article>{_heading()}<figure><img src='a.jpg' alt='صورة'>"
        f"<figcaption>الميناء القديم عند الغروب (أرشيف)</figcaption></figure><p>{LEAD}</p>{paragraphs()}</article>"
    ),
    "amp switch and read more": page(
        f"<article>{_heading()}<div><p>{LEAD}</p>{paragraphs()}<p><a href='/amp'>Exit mobile version</a></p>"
        f"<p>لمتابعة آخر الأخبار اشتركوا في قناتنا على واتساب</p></div></article>"
    ),
    "tags and an author box": page(
        f"<article>{_heading()}<p>{LEAD}</p>{paragraphs()}<div class='tags'><a href='/t/1'>الميناء</a> "
        "<a href='/t/2'>البلدية</a></div><div class='author-box'><h4>عن الكاتب</h4>"
        "<p>صحفي يكتب عن شؤون المدينة منذ عشر سنوات.</p></div></article>"
    ),
    "paragraphs as headings": page(
        f"<article>{_heading()}" + "".join(f"<h3>{line}</h3>" for line in (LEAD, *BODY)) + "</article>"
    ),
    "paragraphs as a list": page(
        f"<article>{_heading()}<ul>" + "".join(f"<li>{line}</li>" for line in (LEAD, *BODY)) + "</ul></article>"
    ),
    "paragraphs as definitions": page(
        f"<div>{_heading()}<dl>" + "".join(f"<dd>{line}</dd>" for line in (LEAD, *BODY)) + "</dl></div>"
    ),
    "an author before the text": page(
        f"<article>{_heading()}<p>كتب - سالم النجار:</p><p>{LEAD}</p>{paragraphs()}</article>"
    ),
    "an author behind the text": page(
        f"<article>{_heading()}<p>{LEAD}</p>{paragraphs()}<p>إعداد: سلوى الحمداني</p></article>"
    ),
    "subheadings and lists": page(
        f"<article>{_heading()}<p>{LEAD}</p><p>{BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p><ul><li>{BODY[3]}</li></ul></article>"
    ),
    "the whole page in a form": page(
        f'<form action="/x"><input type="hidden" name="__VIEWSTATE" value="a"><div>{SHARE}{_heading()}'
        f'<div class="lead-text">{LEAD}</div><div class="details">{paragraphs()}</div></div></form>'
    ),
    "fonts and line breaks": page(
        f'<div id="main">{_heading()}<div align="right"><font face="Arial" size="4"><b>{LEAD}</b><br/>'
        + "<br/><br/>".join(f"<span>{line}</span>" for line in BODY)
        + "</font></div></div>"
    ),
    "paragraphs of hard spaces": page(
        f"<article>{_heading()}<p>&nbsp;</p><p>{LEAD}</p><p>&nbsp;</p>{paragraphs()}<p>&nbsp;</p></article>"
    ),
    "advertisements between paragraphs": page(
        f"<article>{_heading()}<p>{LEAD}</p><p>{BODY[0]}</p><div class='ad'><span>إعلان</span></div>"
        f"<p>{BODY[1]}</p><div>إعلان</div>{paragraphs(BODY[2:])}</article>"
    ),
    "an embedded post": page(
        f"<article>{_heading()}<p>{LEAD}</p>{paragraphs()}<blockquote class='twitter-tweet'>"
        "<p>تغريدة عن الميناء القديم</p><a href='https://twitter.com/x/1'>October 17, 2023</a>"
        "</blockquote><script src='w.js'></script></article>"
    ),
    "the headline again above the text": page(
        f"<h1>{TITLE}</h1><div class='post'><h2>{TITLE}</h2><div><p>{LEAD}</p>{paragraphs()}</div></div>"
    ),
    "most read in a column without a name": page(
        f"<div class='col-8'>{_heading()}<div><p>{LEAD}</p>{paragraphs()}</div></div><div class='col-4'>"
        f"<h3>الأكثر قراءة</h3>{links()}<h3>آخر الأخبار</h3>{links()}</div>"
    ),
    "intros of other news above the headline": page(
        f"<div class='intro'>{RELATED[0]} بحسب ما قال التجار</div>"
        f"<div class='news-brief'>{RELATED[1]} بعد أعمال طويلة</div>"
        f"<div class='story'>{_heading()}<p>{LEAD}</p>{paragraphs()}</div>"
    ),
    "a stamp under the headline": page(
        f"<div class='story'>{_heading()}<div>نشر في: الثلاثاء 17 تشرين الأول/ أكتوبر 2023 - 10:15 بتوقيت غرينتش</div>"
        f"<div><p>{LEAD}</p>{paragraphs()}</div></div>"
    ),
    "teasers of other news below": page(
        f"<article>{_heading()}<p>{LEAD}</p>{paragraphs()}</article><div class='more'><h3>أخبار ذات صلة</h3>"
        + "".join(
            f"<div class='card'><a href='/n/{i}'><h4>{line}</h4></a>"
            f"<p>{line} وفق ما أعلنه مكتب الإعلام في البلدية.</p></div>"
            for i, line in enumerate(RELATED)
        )
        + "</div>"
    ),
    "bare text between breaks": page(
        f"<div class='c'>{_heading()}<img src='a.jpg'>{LEAD}<br><br>{'<br><br>'.join(BODY)}<div>طباعة</div></div>"
    ),
    "paragraphs as spans": page(
        f"<div>{_heading()}" + "".join(f"<span class='x'>{line}</span>" for line in (LEAD, *BODY)) + "</div>"
    ),
    "preformatted text": page(f"<div>{_heading()}<pre>{LEAD}\n\n" + "\n\n".join(BODY) + "</pre></div>"),
    "a section for each paragraph": page(
        f"<main>{_heading()}" + "".join(f"<section><p>{line}</p></section>" for line in (LEAD, *BODY)) + "</main>"
    ),
    "a newsletter and pictures within": page(
        f"<article>{_heading()}<p>{LEAD}</p><div class='gallery'>"
        + "".join(f"<div class='slide'><img><div class='caption'>صورة {i} للميناء</div></div>" for i in range(3))
        + f"</div>{paragraphs(BODY[:2])}<div class='newsletter'><p>اشترك في نشرتنا البريدية ليصلك كل جديد</p></div>"
        f"{paragraphs(BODY[2:])}</article>"
    ),
}
"""Pages whose article is the title, the lead and the body, line by line."""
