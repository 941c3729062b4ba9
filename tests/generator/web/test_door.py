"""Who is let in, and who is not: every attack that needs no browser to be shown."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.web.door import Door
from generator.web.guard import CALL, CALLER
from tests.generator.web.asking import Browser

CHANGING = ["/jatuh", "/putaran", "/bahasa", "/tutup", "/putaran/x/buka"]


def test_who_has_the_key_comes_in_once_and_brings_a_cookie_from_then_on(browser: Browser) -> None:
    entrance = urlsplit(browser.door.link())
    path = f"{entrance.path}?{entrance.query}"
    browser.headers["cookie"] = ""
    first = browser.ask_outside("GET", path)
    assert first.status == 303
    cookie = first.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Strict", f"Path={browser.door.path}/"} <= set(cookie.split("; "))
    assert browser.ask_outside("GET", path).status == 403
    assert browser.get("/", cookie=cookie.partition(";")[0]).status == 200


@pytest.mark.parametrize("path", ["/", "/putaran/x/periksa", "/tetap/page.css", "/peristiwa", "/x"])
@pytest.mark.parametrize(
    "cookie", [None, "laporan=", "laporan=falsch", "laporan=\u00e9", "other=1"]
)
def test_without_the_key_nothing_is_shown(browser: Browser, path: str, cookie: str | None) -> None:
    answer = browser.get(path, cookie=cookie)
    assert answer.status == 403
    assert "Start menu" in answer.text


def test_outside_the_secret_path_the_key_itself_does_not_help(browser: Browser) -> None:
    for path in ("/", "/masuk", f"{browser.door.path}", f"{browser.door.path}x/", "//", "/%2e%2e/"):
        assert browser.ask_outside("GET", path).status == 403, path


@pytest.mark.parametrize(
    "host", ["evil.example:8765", "127.0.0.1", "127.0.0.1:80", "[::1]:8765", "", None, "localhost"]
)
def test_a_name_that_was_made_to_lead_here_is_refused_before_anything_else(
    browser: Browser, host: str | None
) -> None:
    """DNS rebinding: the attacker's page reaches this port under the attacker's own name."""
    link = urlsplit(browser.door.link())
    for method, path in (("GET", browser.door.path + "/"), ("GET", f"{link.path}?{link.query}")):
        answer = browser.ask_outside(method, path, headers={"host": host})
        assert (answer.status, "does not belong" in answer.text) == (403, True)


@pytest.mark.parametrize("path", CHANGING)
@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "Same-Origin, cross-site"},
        {"sec-fetch-site": None, "origin": "http://evil.example"},
        {"sec-fetch-site": None, "origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": None, "origin": "null"},
        {"sec-fetch-site": None},
    ],
)
def test_what_changes_anything_has_to_come_from_a_page_of_ours(
    browser: Browser, path: str, headers: dict[str, str | None]
) -> None:
    answer = browser.ask("POST", path, b"bahasa=en&dari=kosong", headers)
    assert (answer.status, browser.stopped) == (403, False)
    assert not browser.folder.exists()


def test_an_old_browser_that_tells_only_the_origin_is_understood(browser: Browser) -> None:
    headers = {"sec-fetch-site": None, "origin": "http://127.0.0.1:8765"}
    assert browser.ask("POST", "/tutup", b"", headers).status == 200
    assert browser.stopped


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_of_others_may_not_even_look(browser: Browser, site: str) -> None:
    assert browser.get("/", sec_fetch_site=site).status == 403
    assert browser.get("/tetap/page.css", sec_fetch_site=site).status == 403


@pytest.mark.parametrize("path", ["/", "/tetap/page.js", "/putaran/x/periksa", "/not-there"])
def test_every_answer_forbids_what_the_pages_do_not_need(browser: Browser, path: str) -> None:
    headers = browser.get(path).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert not [name for name in headers if name.startswith("access-control")]


def test_refusals_bear_the_same_headers(browser: Browser) -> None:
    answer = browser.get("/", cookie=None)
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cache-control"] == "no-store"


def test_another_start_of_the_same_user_gets_a_link_and_nobody_else(browser: Browser) -> None:
    asked = {CALLER: browser.door.caller, "sec-fetch-site": None, "cookie": None}
    link = browser.ask_outside("POST", CALL, headers=asked).text
    assert link.startswith(f"{browser.door.origin}{browser.door.path}/masuk?kunci=")
    for caller in (None, "", "x", browser.door.path):
        refused = browser.ask_outside("POST", CALL, headers={**asked, CALLER: caller})
        assert refused.status == 403
    assert browser.ask_outside("GET", CALL, headers=asked).status == 403


def test_no_two_servers_have_a_secret_in_common() -> None:
    doors = [Door(1) for _each in range(3)]
    secrets = [(door.path, door.caller, door.cookie) for door in doors]
    assert len({secret for one in secrets for secret in one}) == 9


TRAVERSALS = [
    "/tetap/../app.py", "/tetap/..%2fapp.py", "/tetap/%2e%2e/app.py", "/tetap//etc/passwd",
    "/putaran/../../etc/periksa", "/putaran/..%2f..%2f/periksa", "/putaran/CON/periksa",
    "/putaran/kecil/periksa", "/putaran/putaran-kecil/periksa", "/putaran/x:y/periksa",
    "/putaran/%00/periksa", "/putaran/" + "a" * 5000 + "/periksa",
]  # fmt: skip


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_out_of_the_shelf(browser: Browser, tiny: object, path: str) -> None:
    answer = browser.ask_outside("GET", browser.door.path + unquote(path))
    assert answer.status == 404
    assert "import" not in answer.text


def test_the_static_files_are_served(browser: Browser) -> None:
    for name in ("page.css", "page.js", "htmx.min.js", "icon.svg"):
        assert browser.get(f"/tetap/{name}").status == 200


def test_a_request_that_brings_too_much_is_ended(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("generator.web.guard.MOST_BYTES", 100_000)
    answer = browser.drop("/jatuh", ("besar.xlsx", b"x" * 200_000))
    assert answer.status == 413
    assert not browser.folder.exists()
