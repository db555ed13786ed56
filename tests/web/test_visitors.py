from fastapi import Response
from starlette.requests import Request

from memcon.web.visitors import NAME_COOKIE, Role, Visitor, at_this_machine, remember


def request(cookie: str = "") -> Request:
    headers = [(b"cookie", cookie.encode())] if cookie else []
    return Request({"type": "http", "headers": headers})


def test_whoever_sits_at_the_machine_may_do_everything_under_no_name() -> None:
    assert at_this_machine(request()) == Visitor(None, Role.ADMIN)


def test_a_name_is_remembered_as_it_was_given() -> None:
    response = Response()
    remember(response, "  Åse; Ødegård,\tarchive ")
    cookie = response.headers["set-cookie"].split(";")[0]
    assert cookie.startswith(NAME_COOKIE)
    assert at_this_machine(request(cookie)).name == "Åse; Ødegård, archive"


def test_each_role_may_do_what_those_before_it_may() -> None:
    allowed = {role: [other for other in Role if Visitor("A", role).may(other)] for role in Role}
    assert allowed[Role.READER] == [Role.READER]
    assert allowed[Role.REVIEWER] == [Role.READER, Role.REVIEWER]
    assert allowed[Role.ADMIN] == list(Role)


def test_a_decision_is_signed_by_the_visitor_else_by_the_name_given() -> None:
    assert Visitor("Ann", None).author("somebody else") == "Ann"
    assert Visitor(None, None).author("  R.  Meyer ") == "R. Meyer"
    assert Visitor(None, None).author(" ") == ""
