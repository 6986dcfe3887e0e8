"""A link says how far its speaker is to be believed."""

from musnad import read

TEXT = 'قال الوزير سامي حداد إن الجسر مغلق. وأضاف أن العمل مستمر، وفقا لما نقلته صحيفة "المدينة".'


def test_a_speaker_who_is_carried_on_is_believed_less_than_one_who_is_named() -> None:
    by_basis = {s.speaker.basis: s.chain[0].confidence for s in read(TEXT).statements if s.speaker is not None}
    assert 0 < by_basis["carried"] < by_basis["subject"] < 1
