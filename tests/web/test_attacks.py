"""Attacks as a browser sees them: pages of others, names that lead here, text of strangers."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.web.conftest import Changed
from tests.web.driving import Server, dropped

Window = Callable[..., Page]


@contextmanager
def another_page() -> Iterator[str]:
    """Serve a page of somebody else on this machine, at another port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>x</title><p>page of others")

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answer) as others:
        serving = threading.Thread(target=others.serve_forever, daemon=True)
        serving.start()
        yield f"http://127.0.0.1:{others.server_address[1]}/"
        others.shutdown()
        serving.join()


def rounds(server: Server) -> set[Path]:
    return set(server.folder.glob("putaran*"))


def test_a_page_of_others_changes_nothing_reads_nothing_and_frames_nothing(
    page: Page, server: Server
) -> None:
    before = rounds(server)
    with another_page() as address:
        page.goto(address)
        read = page.evaluate(
            """async (home) => {
              const tried = [];
              for (const how of [{}, {mode: "no-cors", credentials: "include"},
                                 {method: "POST", mode: "no-cors", credentials: "include",
                                  body: new URLSearchParams({dari: "kosong"})}]) {
                try { tried.push(await (await fetch(home + "putaran", how)).text()); }
                catch (fault) { tried.push(""); }
              }
              return tried.join("");
            }""",
            server.home,
        )
        assert read == ""
        page.evaluate(
            """(home) => {
              document.body.innerHTML = `<form method="post" action="${home}putaran">` +
                `<input name="dari" value="kosong"></form><iframe src="${home}"></iframe>`;
            }""",
            server.home,
        )
        page.wait_for_timeout(300)
        assert "Putaran" not in "".join(frame.content() for frame in page.frames[1:])
        with page.expect_navigation():
            page.evaluate("document.forms[0].submit()")
        assert "halaman lain" in page.content()
    assert rounds(server) == before


def test_a_name_that_leads_here_shows_nothing(window: Window, server: Server) -> None:
    page = window(server.link().replace("127.0.0.1", "evil.example"))
    assert "bukan milik Laporan" in page.content()
    page = window(server.link().replace("127.0.0.1", "localhost"))
    assert "Putaran" in page.content()


def test_a_window_without_the_key_shows_nothing(window: Window, server: Server) -> None:
    assert "menu Start" in window(server.home).content()


def test_text_of_a_stranger_s_workbook_runs_nothing(
    page: Page, server: Server, changed: Changed, tmp_path: Path
) -> None:
    hostile = '"><img src=x onerror="document.title=1"><script>document.title=1</script>'
    start = tmp_path / "<img src=x onerror=alert(1)>.xlsx"
    start.write_bytes(changed(Nilai_E6=hostile, Wilayah_E8=hostile, Surat_B2=hostile))
    dropped(page, server, start)
    assert page.locator("main img").count() == 0
    assert hostile[:30] in page.locator("td.wrong").first.inner_text()
    page.goto(server.home)
    assert page.locator("main img").count() == 0
    assert page.title() != "1"


@pytest.mark.parametrize("script", ["document.title = 'run'", "fetch('http://127.0.0.1:9/')"])
def test_the_policy_stops_script_that_got_in_all_the_same(
    window: Window, server: Server, script: str
) -> None:
    page = window()
    refused: list[str] = []
    page.expose_function("told", lambda directive: refused.append(directive))
    page.evaluate(
        """(script) => {
          document.addEventListener("securitypolicyviolation",
            (one) => told(one.violatedDirective));
          const added = document.createElement("script");
          added.textContent = script;
          document.body.append(added);
        }""",
        script,
    )
    page.wait_for_timeout(200)
    assert refused == ["script-src-elem"]
    assert page.title() != "run"
