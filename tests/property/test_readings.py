"""Whatever the text: reading ends, spans point at evidence, the tree agrees with the record, twice is the same."""

import json

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musnad.evaluate.sound import flaws
from musnad.model import Article, Published, reading_to_json
from musnad.pipeline import default_engine, read

WORDS = (
    *"قال أعلن أكد مضيفا مشيرا نفى وزير الخارجية الرئيس المصري الإيراني نظيره القاهرة طهران الكرملين بيان إن".split(),
    *"أن بأن إلى اليوم أمس الثلاثاء 17 أيلول/ سبتمبر الجاري 2021 الماضي بين و في من على هجوم مقتل خمسة جنود".split(),
    *"التقى قمة اتفاق رويترز وكالة لم لن قد سوف محمد فلاديمير بوتين وأضاف وفقا بحسب لما ذكره قوله أما لكن حيث".split(),
    *'«نعم» “ ” " : ، . ؟ ( )'.split(),
    "\n",
    "\n\n",
)
articles = st.builds(
    lambda words, tail: " ".join(words) + tail,
    st.lists(st.sampled_from(WORDS), max_size=60),
    st.text(max_size=20),
)
published = st.sampled_from([Published(), Published("2021-09-14", "given", 1.0)])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles, published)
@example("بين " + "9" * 5000 + " و1953", Published())  # longer than a number may be
@example("في ²/²/2014 و①-1953", Published())  # digits that are no decimal ones
def test_any_text_is_read_soundly_and_twice_the_same(text: str, day: Published) -> None:
    article = Article(text, published=day, publisher="صحيفة")
    reading = read(article, default_engine())
    assert reading.article.text == text
    assert flaws(reading) == []
    again = read(article, default_engine())
    assert json.dumps(reading_to_json(again)) == json.dumps(reading_to_json(reading))
