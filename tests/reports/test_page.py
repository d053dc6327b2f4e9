"""The page: whole, escaped, self-contained, legible; and alive in a real browser."""

import base64
import hashlib
import re
import shutil
import subprocess
from colorsys import hls_to_rgb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from camket.reports.labels import load_labels
from camket.reports.page import write_page
from camket.reports.page.segments import cut
from camket.reports.run import Run

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--hide-scrollbars",
]
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))), max_size=8)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="chromium is not installed")


@pytest.fixture(scope="module")
def source(run: Run) -> str:
    return write_page(run).decode()


@pytest.fixture(scope="module")
def page(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


@given(SPANS, st.lists(st.integers(0, 40), max_size=4))
def test_segments_are_the_whole_text_and_know_what_covers_them(spans: list[tuple[int, int]], marks: list[int]) -> None:
    segments = list(cut(40, spans, marks))
    assert [at for one in segments for at in range(one.start, one.end)] == list(range(40))
    for segment in segments:
        covers = {index for index, (start, end) in enumerate(spans) if start <= segment.start and segment.end <= end}
        assert set(segment.covers) == covers
        assert not any(segment.start < edge < segment.end for span in spans for edge in span)
        lengths = [spans[index][1] - spans[index][0] for index in segment.covers]
        assert lengths == sorted(lengths)


def test_the_text_on_the_page_is_the_text_of_the_document(page: html.HtmlElement, run: Run) -> None:
    assert page.xpath("string(//div[@class='paper'])") == run.readings[0].document.text


def test_nothing_of_a_document_becomes_markup(page: html.HtmlElement, source: str) -> None:
    assert page.xpath("//b") == []
    assert "&lt;b&gt;" in source
    assert page.xpath("//*[@onclick or @onload or @style or @src]") == []
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1


def test_the_page_asks_nothing_of_any_network(page: html.HtmlElement, source: str) -> None:
    assert page.xpath("//@href[not(starts-with(., '#'))]") == []
    assert page.xpath("//link | //img | //iframe | //object") == []
    assert "url(" not in source
    assert "@import" not in source


def test_only_the_pages_own_style_and_script_are_allowed(page: html.HtmlElement) -> None:
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digest = hashlib.sha256(page.xpath(f"string(//{tag})").encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_every_statement_has_a_card_and_a_way_from_the_text_and_back(page: html.HtmlElement, run: Run) -> None:
    cards = page.xpath("//article[contains(@class, 'card')]")
    assert len(cards) == len(run.readings[0].statements)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//main//a/@href")} <= set(ids)
    covered = {int(index) for value in page.xpath("//@data-s") for index in value.split()}
    assert covered == set(range(len(cards)))


def test_each_statement_is_one_stop_for_the_keyboard(page: html.HtmlElement, run: Run) -> None:
    stops = page.xpath("//a[contains(@class, 'seg')][not(@tabindex)]")
    starts = {one.start for one in run.readings[0].statements}
    assert len(stops) == len(starts)
    assert all(link.get("data-sign") for link in page.xpath("//a[contains(@class, 'seg')][not(@tabindex)]"))


def test_spans_within_spans_keep_both(page: html.HtmlElement, two: Run) -> None:
    assert len(page.xpath("//a[contains(@class, 'seg')]")) >= len(two.readings[0].statements)
    both = html.document_fromstring(write_page(two))
    assert len(both.xpath("//nav[@class='index']//a")) == 2
    ids = both.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_checks_stand_on_top_and_lead_to_their_places(page: html.HtmlElement) -> None:
    checks = page.xpath("//section[contains(@class, 'checks')]")[0]
    assert "2 + 2 = 4 ≠ 5" in checks.text_content()
    assert "Cần kiểm tra 1" in " ".join(checks.text_content().split())
    ids = set(page.xpath("//@id"))
    links = checks.xpath(".//a/@href")
    assert len(links) == 4
    assert {link[1:] for link in links} <= ids
    assert page.xpath("//*[contains(@class, 'doubt')]")


def test_furniture_and_warnings_are_told_apart(page: html.HtmlElement) -> None:
    assert "Trang chủ" in page.xpath("string(//span[@class='furniture'])")
    assert "=cảnh báo" in page.xpath("string(//p[@class='warning'])")
    assert page.xpath("string(//span[@class='page']/@data-page)") == "trang 2"
    assert "=hỏng.pdf" in page.xpath("string(//section[@class='failures'])")


def test_the_page_says_what_it_is_to_those_who_cannot_see_it(page: html.HtmlElement) -> None:
    assert page.get("lang") == "vi"
    assert page.xpath("//a[@class='skip']/@href") == ["#documents"]
    assert all(page.xpath("//div[contains(@class, 'pane')]/@aria-label"))
    assert page.xpath("//label[@for='search']")
    assert page.xpath("//dialog/@aria-labelledby") == ["help-title"]
    assert all(value == "false" for value in page.xpath("//button/@aria-pressed"))


def test_the_same_run_gives_the_same_bytes(run: Run) -> None:
    assert write_page(run) == write_page(run)


def test_a_run_without_documents_is_a_page_too(run: Run) -> None:
    assert "=hỏng.pdf" in write_page(Run((), run.failures, run.made)).decode()


def luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def schemes(source: str) -> list[dict[str, str]]:
    """The colours of the light, the dark and the printed page."""
    return [dict(re.findall(r"--([\w-]+): ([^;]+);", block)) for block in re.findall(r":root \{([^}]*)\}", source)]


def colour(words: str) -> tuple[float, float, float]:
    digits = words.strip("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    return (int(digits[:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:], 16) / 255)


def hued(scheme: dict[str, str], part: str, hue: int) -> tuple[float, float, float]:
    share = {name: float(scheme[f"{part}-{name}"].rstrip("%")) / 100 for name in "sl"}
    return hls_to_rgb(hue / 360, share["l"], share["s"])


@pytest.mark.parametrize("index", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_and_marks_stand_out_enough(source: str, index: int) -> None:
    scheme = schemes(source)[index]
    for text in ("ink", "quiet", "accent", "warn"):
        for ground in ("paper", "ground", "warn-ground"):
            assert contrast(colour(scheme[text]), colour(scheme[ground])) >= 4.5, (text, ground)
    for label in load_labels().kinds.values():
        tint, mark = hued(scheme, "tint", label.hue), hued(scheme, "mark", label.hue)
        assert contrast(colour(scheme["ink"]), tint) >= 4.5, label
        assert contrast(mark, colour(scheme["paper"])) >= 3, label
        assert contrast(mark, tint) >= 3, label


def browse(path: Path, tmp_path: Path, *options: str, anchor: str = "") -> str:
    profile = tmp_path / "profile"
    done = subprocess.run(
        [str(BROWSER), *FLAGS, f"--user-data-dir={profile}", *options, f"{path.as_uri()}{anchor}"],
        check=True, capture_output=True, text=True, timeout=90,
    )  # fmt: skip
    return done.stdout


@needs_browser
@pytest.mark.parametrize("width", [1366, 500])
def test_a_browser_shows_it(source: str, tmp_path: Path, width: int) -> None:
    path, shot = tmp_path / "page.html", tmp_path / "shot.png"
    path.write_text(source, "utf-8")
    browse(path, tmp_path, f"--window-size={width},768", f"--screenshot={shot}")
    with Image.open(shot) as image:
        assert image.size == (width, 768)
        assert len(image.convert("RGB").getcolors(1 << 20) or []) > 50


@needs_browser
def test_its_own_script_runs_under_its_policy_and_an_address_leads_to_a_statement(source: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(source, "utf-8")
    page = html.document_fromstring(browse(path, tmp_path, "--dump-dom", anchor="#s1-4"))
    assert page.xpath("//article[contains(@class, 'now')]/@id") == ["s1-4"]
    assert [one.text_content() for one in page.xpath("//a[contains(@class, 'seg')][contains(@class, 'now')]")] == [
        "5 nhà sập"
    ]


def act(source: str, tmp_path: Path, script: str) -> str:
    """What a script that presses keys finds; for it the page's policy, which would stop it, is taken out."""
    opened = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)
    told = f"""<script>
const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", {{key, bubbles: true}}));
const now = () => [...document.querySelectorAll(".card.now")].map((card) => card.dataset.i).join();
const look = (words) => {{ const s = document.getElementById("search"); s.value = words; s.dispatchEvent(new Event("input")); }};
const seen = () => [...document.querySelectorAll(".card")].filter((c) => !c.hidden && !c.closest(".group").hidden).length;
const said = []; {script}
document.body.dataset.said = said.join("|");</script></body>"""
    path = tmp_path / "acting.html"
    path.write_text(opened.replace("</body>", told), "utf-8")
    page = html.document_fromstring(browse(path, tmp_path, "--dump-dom"))
    return str(page.xpath("string(//body/@data-said)"))


@needs_browser
def test_keys_step_through_the_statements_in_the_order_of_the_text(source: str, tmp_path: Path) -> None:
    script = """document.dispatchEvent(new KeyboardEvent("keydown", {key: "x"})); said.push(now());
    press("j"); said.push(now()); press("j"); said.push(now()); press("k"); said.push(now()); press("k"); said.push(now());
    press("?"); said.push(document.getElementById("help").open); document.getElementById("help").close();
    press("/"); said.push(document.activeElement.id); document.activeElement.blur();
    document.getElementById("keys").click(); press("j"); said.push(now());"""
    assert act(source, tmp_path, script) == "|0|1|0|14|true|search|14"


@needs_browser
def test_search_finds_with_and_without_diacritics(source: str, tmp_path: Path) -> None:
    script = """const count = () => document.getElementById("found").textContent;
    look("ho ngheo"); said.push(seen(), count()); look("hộ nghèo"); said.push(seen(), count());
    look("hồ nghèo"); said.push(seen(), count()); look(""); said.push(seen(), count());"""
    assert act(source, tmp_path, script) == "2|1 chỗ|2|1 chỗ|0|0 chỗ|15|"


@needs_browser
def test_a_kind_can_be_shown_alone(source: str, tmp_path: Path) -> None:
    script = """const tinted = () => document.querySelectorAll(".seg:not(.plain)").length;
    document.querySelector('.filters [data-kind="directive"]').click(); said.push(seen(), tinted());
    document.querySelector('.filters [data-kind="loss"]').click(); said.push(seen(), tinted());
    document.getElementById("all").click(); said.push(seen(), tinted() > 10);"""
    assert act(source, tmp_path, script) == "1|1|2|2|15|true"


@needs_browser
def test_of_several_documents_one_is_shown_and_all_are_printed(two: Run, tmp_path: Path) -> None:
    source = write_page(two).decode()
    script = """const shown = () => [...document.querySelectorAll(".document")].filter((d) => !d.hidden).map((d) => d.id).join();
    said.push(shown()); document.querySelectorAll(".index a")[1].click(); said.push(shown());"""
    assert act(source, tmp_path, script) == "d1|d2"
    path, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    path.write_text(source, "utf-8")
    browse(path, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", printed, "-"], check=True, capture_output=True, text=True).stdout
        assert text.count("Làm việc tại An Phú") == 4  # twice in the index, twice over the documents
