"""A carried speaker tells whom it was preferred to, and why."""

import musnad

TEXT = """الوزارة ترد

نفت وزارة الدفاع السودانية سقوط قتلى. وقال المتحدث العسكري نبيل عبد الله إن «الوضع تحت السيطرة»، مضيفا أن الجيش باق.
"""


def test_a_dropped_subject_tells_who_does_not_agree() -> None:
    statement = musnad.read(TEXT).statements[-1]
    assert statement.cue.of(TEXT) == "مضيفا"
    assert statement.speaker is not None
    assert statement.speaker.name == "نبيل عبد الله"
    assert statement.node is not None
    passed = [(node.rule, node.value) for node in statement.node.walk() if node.kind == "not_chosen"]
    assert passed == [("disagrees", "وزارة الدفاع السودانية")]
