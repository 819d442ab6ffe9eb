"""Every page in a real browser: fit for all eyes and screens, and deaf to hostile reports."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.web.server import Client

from .conftest import Tab

WIDTHS = (360, 1280, 2560)


def violations(tab: Tab, rules: dict[str, list[str]] | None) -> list[str]:
    found = Axe().run(tab.page, options=rules).response["violations"]
    return [
        f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(
    ("scheme", "rules"), [("light", None), ("dark", {"runOnly": ["color-contrast"]})]
)
def test_axe_finds_nothing_serious(
    tab: Tab,
    addresses: dict[str, str],
    scheme: str,
    rules: dict[str, list[str]] | None,
):
    tab.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for name, address in addresses.items():
        tab.open(address)
        tab.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        assert violations(tab, rules) == [], name


def test_no_page_is_wider_than_its_screen(
    tab: Tab,
    addresses: dict[str, str],
):
    for width in WIDTHS:
        tab.page.set_viewport_size({"width": width, "height": 900})
        for name, address in addresses.items():
            page = tab.open(address)
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (name, width)


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
