"""Every page in a real browser: fit for all eyes and screens, and deaf to hostile reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.server import Client

from .conftest import Tab

WIDTHS = (360, 1280, 2560)


SHARES = 4  # of the pages, so that they can be looked at beside each other
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
ALL_RULES = {"resultTypes": ["violations"]}


def some(addresses: dict[str, str], share: int) -> dict[str, str]:
    return dict(list(addresses.items())[share::SHARES])


def opened(tab: Tab, address: str) -> Page:
    """The page with all that can be unfolded."""
    page = tab.open(address)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    return page


def violations(tab: Tab, rules: dict[str, list[str]]) -> list[str]:
    found = Axe().run(tab.page, options=rules).response["violations"]
    return [
        f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_serious(tab: Tab, addresses: dict[str, str], share: int):
    for name, address in some(addresses, share).items():
        opened(tab, address)
        assert violations(tab, ALL_RULES) == [], name
        tab.page.emulate_media(color_scheme="dark")
        assert violations(tab, CONTRAST) == [], name
        tab.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_is_wider_than_its_screen(tab: Tab, addresses: dict[str, str], share: int):
    for name, address in some(addresses, share).items():
        page = opened(tab, address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (name, width)


def test_a_telephone_has_two_choices_beside_each_other_and_a_search_of_its_width(tab: Tab):
    page = tab.open("/stories")
    page.set_viewport_size({"width": 390, "height": 900})
    outlet, place = (page.locator(f"form.filters [name={name}]") for name in ("outlet", "place"))
    tops = [one.bounding_box()["y"] for one in (outlet, place)]  # type: ignore[index]
    assert tops[0] == tops[1]
    assert page.locator("form.search").bounding_box()["width"] > 300  # type: ignore[index]


def test_hostile_reports_do_nothing(tab: Tab, addresses: dict[str, str]):
    for name, address in addresses.items():
        page = tab.open(address)
        assert page.title() != "stolen", name
        assert page.locator("img, iframe, object, embed").count() == 0, name


def test_text_is_right_to_left_where_it_is(tab: Tab):
    page = tab.open("/report?id=hebrew")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".as-read").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_pages_can_be_read_without_scripts(
    browser: Browser,
    ask: Client,
    addresses: dict[str, str],
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(ask.base + addresses["/dispatch of many"] + "?base=pelham/1&v=lamp")
    assert page.get_by_text("Harbour guards").first.is_visible()
    page.locator(".fold summary").first.click()
    assert page.locator(".fold .row").first.is_visible()
    page.locator(".pick summary").click()
    page.get_by_label("Read the others against gull").check()
    page.get_by_role("button", name="Show these side by side").click()
    assert "base=gull" in page.url
    assert "The Ostmere Gull" in page.locator(".heads .base").inner_text()
    page.get_by_role("button", name="spelling").click()
    assert "show-spelling" in (page.locator("body").get_attribute("class") or "")
    context.close()


def test_a_story_as_a_file_is_whole_without_a_network(
    browser: Browser, ask: Client, addresses: dict[str, str], tmp_path: Path
):
    kept = tmp_path / "story.html"
    kept.write_bytes(ask(addresses["/dispatch of many"] + "/file?base=gull&v=lamp").body)
    context = browser.new_context(offline=True)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda r: wrong.append(r.url) if r.url != kept.as_uri() else None)
    page.goto(kept.as_uri())
    serif = "e => getComputedStyle(e).fontFamily.includes('serif')"
    assert page.locator("h1").evaluate(serif)
    page.get_by_role("link", name="Claims: whose word it is").click()
    assert page.url.endswith("#claims")
    page.emulate_media(media="print")
    assert page.locator(".heads").evaluate("e => getComputedStyle(e).display") == "grid"
    context.close()
    assert wrong == []
