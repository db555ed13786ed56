import pytest

from memcon.web.cross_origin import is_cross_origin

HOST = "desk.example:8460"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_looking_is_allowed_from_everywhere(method: str) -> None:
    headers = {"host": HOST, "sec-fetch-site": "cross-site", "origin": "https://evil.example"}
    assert not is_cross_origin(method, headers, session=True)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "post"])
@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "Same-Origin"}, True),
        ({"sec-fetch-site": "cross-site", "origin": f"https://{HOST}"}, True),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, False),
        ({"origin": f"https://{HOST}"}, False),
        ({"origin": f"http://{HOST}"}, False),
        ({"origin": "https://DESK.example:8460"}, False),
        ({"origin": "https://desk.example"}, True),
        ({"origin": "https://desk.example:8461"}, True),
        ({"origin": "https://evil.example"}, True),
        ({"origin": f"https://{HOST}.evil.example"}, True),
        ({"origin": "null"}, True),
        ({"origin": HOST}, True),
        ({"origin": "https://["}, True),
        ({"sec-fetch-site": "", "origin": ""}, True),
        ({}, True),
    ],
)
def test_a_change_comes_from_our_own_pages(method: str, headers: dict[str, str], refused: bool) -> None:
    assert is_cross_origin(method, {"host": HOST, **headers}, session=True) is refused


def test_without_a_session_a_program_need_not_say_where_it_comes_from() -> None:
    assert not is_cross_origin("POST", {"host": HOST}, session=False)
    assert is_cross_origin("POST", {"host": HOST, "origin": "https://evil.example"}, session=False)


def test_an_origin_fits_no_missing_host() -> None:
    assert is_cross_origin("POST", {"origin": "null"}, session=False)
    assert is_cross_origin("POST", {"origin": "https://"}, session=False)
