"""Material that several tests look at."""

import pytest
from tests.comparing.held import OSLO, Page, call, held, oslo

from memcon.comparing.material import Material

IRONCLAD = "Secretary Whitlow reaffirmed the ironclad U.S. commitment to the defense of Norway. "
PLAIN = "Secretary Whitlow reaffirmed the strong U.S. commitment to the defense of Norway. "


@pytest.fixture(scope="session")
def year() -> Material:
    """Five American readouts and two Norwegian ones of calls in one year, one of them reprinted."""
    return held(
        call("a", "2031-01-10", IRONCLAD + "They discussed the safety of shipping in the Barents Sea."),
        oslo("a-oslo", "2031-01-10", "The ministers discussed maritime safety."),
        call("b", "2031-03-12", IRONCLAD + "They discussed ice pilots and the harbour of Tromsø."),
        call("c", "2031-05-20", PLAIN + "They discussed herring quotas."),
        call("d", "2031-07-01", PLAIN + "They discussed a lost trawler."),
        call("e", "2031-09-09", "They discussed the iron-clad hull of a museum ship."),
        Page(
            "b-copy",
            "2031-04-02",
            "Fjord Post",
            "Secretary of State Dana K. Whitlow spoke today with Norwegian Foreign Minister Ingrid Solberg-Lie. "
            + IRONCLAD
            + "They discussed ice pilots and the harbour of Tromsø.\n\nOfficial news published by the United States "
            "Department of State",
        ),
        Page("f-oslo", "2031-07-01", OSLO, "The Ministry of Foreign Affairs reports a quiet day.", "A quiet day"),
    )
