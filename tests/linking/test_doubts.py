"""What to check first."""

from memcon import join, read_document
from memcon.linking.doubts import doubts
from memcon.sources import document_from_text

CALL = (
    "Secretary Whitlow’s Call with Maltese Foreign Minister Vella\n\nSecretary of State Dana K. Whitlow spoke today with "
    "Maltese Foreign Minister Pauline Vella."
)


def test_the_least_sure_comes_first() -> None:
    found = doubts(join([read_document(document_from_text(CALL, published="2022-05-09"))]))
    shares = [d.value.confidence or 0 for d in found]
    assert shares == sorted(shares)
    assert {d.field for d in found} >= {"kind", "start", "party", "name"}


def test_an_engagement_is_as_sure_as_its_least_sure_value() -> None:
    (engagement,) = join([read_document(document_from_text(CALL, published="2022-05-09"))])
    assert engagement.sure() == min(d.value.confidence or 0 for d in doubts([engagement]))
