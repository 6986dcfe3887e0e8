"""Whatever the text: reading ends, spans point at evidence, the tree agrees with the record, twice is the same."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.model import Article, Published, Reading, Span, from_json, reading_to_json
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


def spans(reading: Reading) -> list[Span]:
    found = [m.span for m in reading.mentions] + [m.proper for m in reading.mentions if m.proper]
    found += [t.span for t in reading.times] + [e.trigger for e in reading.events]
    found += [p.span for e in reading.events for p in (*e.actors, *e.recipients) if p.span]
    found += [s for statement in reading.statements for s in (statement.cue, *statement.content)]
    found += [link.span for link in reading.chain if link.span]
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles, published)
def test_any_text_is_read_with_valid_spans_and_honest_trees(text: str, day: Published) -> None:
    article = Article(text, published=day, publisher="صحيفة")
    reading = read(article, default_engine())
    assert reading.article.text == text
    assert all(span.end <= len(text) for span in spans(reading))
    for fact in (*reading.mentions, *reading.times, *reading.statements, *reading.events):
        assert fact.rule
        assert fact.node is not None
        assert fact.node.rule == fact.rule
    ids = [s.id for s in reading.statements] + [e.id for e in reading.events]
    assert len(ids) == len(set(ids))
    by_id = {s.id: s for s in reading.statements}
    for statement in reading.statements:
        above, seen = statement.parent, {statement.id}
        while above is not None:
            assert above not in seen, "no statement holds itself"
            seen.add(above)
            above = by_id[above].parent
    entities = {e.id for e in reading.entities}
    assert all(m.entity in entities for m in reading.mentions)
    again = read(article, default_engine())
    assert json.dumps(reading_to_json(again)) == json.dumps(reading_to_json(reading))
    assert from_json(json.loads(json.dumps(reading_to_json(reading)))) == reading
