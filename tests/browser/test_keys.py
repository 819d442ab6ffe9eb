"""Everything by keyboard: search, changes and their reasons, judgements, adding."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.web.server import Client

from .conftest import Tab


def test_from_the_first_screen_to_a_report(tab: Tab):
    page = tab.open("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("Tidewatch")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Tidewatch")
    hit = page.locator(".hits a").first
    hit.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/report?id=*")
    expect(page.locator(".as-read")).to_contain_text("Tidewatch")


def test_changes_say_why_one_after_the_other(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/dispatch of many"])
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.closest('.row').id")
    expect(page.locator("#why")).not_to_be_empty()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('.row').id") != first
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.closest('.row').id") == first


def test_inks_are_off_until_asked_for(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/dispatch of many"] + "?base=pelham/1&v=gull")
    mark = page.locator(".ink.spelling").first
    line = "e => getComputedStyle(e).textDecorationLine"
    assert mark.evaluate(line) == "none"
    page.keyboard.press("s")
    assert mark.evaluate(line) == "underline"
    assert mark.get_attribute("tabindex") == "0"
    expect(page.locator('[data-toggle="show-spelling"]')).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("s")
    assert mark.evaluate(line) == "none"


def test_folds_open_and_close_together(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/dispatch of many"] + "?base=pelham/1&v=lamp")
    rows = page.locator(".fold .row")
    expect(rows.first).to_be_hidden()
    page.keyboard.press("f")
    expect(rows.first).to_be_visible()
    page.keyboard.press("f")
    expect(rows.first).to_be_hidden()


def test_keys_can_be_turned_off(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/dispatch of many"])
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('.row')") is None


def test_a_line_of_the_drawing_opens_its_evidence(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/lineage of many"])
    page.locator(".drawing a").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id").startswith("edge-")


def test_a_judgement_and_its_undoing_are_one_key_each(own: Tab):
    page = own.open("/")
    page.locator(".card a").first.click()
    kept = "4 reports. 1 dispatch."
    expect(page.locator(".lead")).to_contain_text("5 reports. 1 dispatch.")
    column = page.get_by_role("region", name="Version: The Ostmere Gull")
    column.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("x")
    expect(page.locator(".banner")).to_contain_text("Decided: reject")
    expect(page.locator(".lead")).to_contain_text(kept)
    page.keyboard.press("u")
    expect(page.locator(".lead")).to_contain_text("5 reports. 1 dispatch.")
    expect(page.locator(".banner")).to_have_count(0)


def test_an_edit_is_rejected_corrected_and_undone_by_keys(own: Tab):
    page = own.open("/")
    page.locator(".card a").first.click()
    page.goto(page.url + "?base=pelham/1&v=gull")
    mark = page.locator("a[data-judge]", has_text="vessels").first
    mark.focus()
    where = mark.get_attribute("href") or ""
    same = page.locator(f'[href="{where}"]', has_text="vessels")
    page.keyboard.press("x")
    said = page.locator(".person", has_text="not so (machine: reworded)")
    expect(said.first).to_be_visible()
    expect(page.locator("#why")).to_contain_text("Rejected. ")
    expect(same).to_be_focused()
    page.keyboard.press("c")
    expect(page.locator("dialog select")).to_be_focused()
    page.locator("dialog select").select_option("renamed")
    page.locator("dialog input[name=by]").fill("Ida")
    page.keyboard.press("Enter")
    corrected = page.locator(".person", has_text="Ida: corrected (machine: reworded)")
    expect(corrected.first).to_be_visible()
    expect(same).to_be_focused()
    page.keyboard.press("u")
    expect(corrected).to_have_count(0)
    expect(said.first).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".person")).to_have_count(0)
    page.keyboard.press("a")  # whose name was said once
    expect(page.locator(".person", has_text="Ida: right").first).to_be_visible()


def test_a_speaker_is_corrected_and_counts(own: Tab, fresh: Client):
    page = own.open("/claims?words=Tidewatch")
    statement = page.locator(".statements > li", has_text="at least 20 boats").first
    mark = statement.locator(".who-says a[data-judge]").first
    expect(mark).to_contain_text("Tidewatch")
    mark.focus()
    page.keyboard.press("c")
    expect(page.locator("dialog input[name=value]")).to_be_focused()
    page.keyboard.type("Ilse Drummond")
    page.keyboard.press("Enter")
    own_word = statement.locator(".who-says")
    expect(own_word).to_contain_text("Ilse Drummond")
    expect(own_word).to_contain_text("a person: corrected (machine: Tidewatch group)")
    expect(mark).to_be_focused()
    page.keyboard.press("u")
    expect(own_word).not_to_contain_text("Ilse Drummond")
    expect(mark).to_be_focused()


def test_a_place_is_rejected_on_the_claims_and_corrected_on_the_report(own: Tab):
    page = own.open("/claims?words=Dover")
    place = page.locator(".places li", has_text="England").first
    mark = place.locator("a[data-judge]")
    mark.focus()
    page.keyboard.press("x")
    rejected = page.locator(".places li", has_text="not so (machine: England")
    expect(rejected).to_contain_text("not placed")
    assert page.locator(".map a", has_text="England").count() == 0
    page = own.open("/report?id=war")
    mark = page.locator(".spot a", has_text="England")
    mark.focus()
    page.keyboard.press("c")
    page.locator("dialog input[name=point]").fill("39.16, -75.52")
    page.keyboard.press("Enter")
    expect(page.locator(".as-read .person")).to_contain_text("corrected (machine: England")
    expect(page.locator("#why")).to_contain_text("39.16")
    page.keyboard.press("u")
    expect(page.locator(".as-read .person")).to_contain_text("not so (machine: England")
    page.keyboard.press("u")
    expect(page.locator(".as-read .person")).to_have_count(0)


def test_a_rename_is_rejected_in_a_dispatch_and_everywhere(own: Tab):
    page = own.open("/")
    page.locator(".card a").first.click()
    page.goto(page.url + "?base=pelham/1&v=gull")
    rename = page.locator(".renames li", has_text="guards").first
    rename.locator("a[data-judge]").focus()
    page.keyboard.press("x")
    expect(page.locator(".renames .person")).to_contain_text("not so (machine: renamed:")
    assert page.locator("mark.ink.rename a", has_text="police").count() == 1  # in the list alone
    page.keyboard.press("u")
    expect(page.locator(".renames .person")).to_have_count(0)
    page = own.open("/style?outlet=The+Ostmere+Gull")
    row = page.locator(".styles tr", has_text="police")
    row.locator("a[data-judge]").focus()
    page.keyboard.press("x")
    expect(row).to_have_count(0)
    expect(page.locator(".rejected")).to_contain_text("guards")
    expect(page.locator(".rejected button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(row).to_have_count(1)


def test_an_account_of_the_situation_is_judged_by_key(own: Tab):
    page = own.open("/situation?words=Besk")
    mark = page.locator(".accounts a[data-judge]").first
    mark.focus()
    page.keyboard.press("a")
    expect(page.locator(".accounts .person").first).to_contain_text("a person: right")
    expect(mark).to_be_focused()


def test_a_finding_is_decided_without_scripts(browser: Browser, fresh: Client):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(fresh.base + "/report?id=war")
    page.locator(".claimed a").first.click()
    page.get_by_label("It is the word of").fill("Ilse Drummond")
    page.get_by_role("button", name="Correct it").click()
    assert page.locator(".banner").inner_text().startswith("Decided: correct: speaker")
    assert "a person: corrected" in page.locator(".as-read .person").first.inner_text()
    page.get_by_role("button", name="Undo decision 1").click()
    assert page.locator(".person").count() == 0
    context.close()


def test_a_mark_is_decided_by_mouse_too(own: Tab):
    page = own.open("/")
    page.locator(".card a").first.click()
    page.goto(page.url + "?base=pelham/1&v=gull")
    page.locator("a[data-judge]", has_text="vessels").first.click()
    page.locator("dialog button", has_text="It is right").click()
    expect(page.locator(".person", has_text="a person: right").first).to_be_visible()
    page.locator("a[data-judge]", has_text="vessels").first.click()
    page.locator("dialog a", has_text="Back, nothing decided").click()
    expect(page.locator("dialog")).to_have_count(0)


def test_files_are_added_on_the_page(own: Tab, tmp_path: Path):
    good, bad = tmp_path / "orm.txt", tmp_path / "bad.jsonl"
    good.write_text("The lighthouse of Orm was painted white on Monday, the keeper said.", "utf-8")
    bad.write_text("{", "utf-8")
    page = own.open("/add")
    page.locator("#files").set_input_files([good, bad])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".job h2")).to_have_text("Done: 2 files", timeout=30_000)
    expect(page.locator(".job")).to_contain_text("1 report read: 1 added")
    expect(page.locator(".problems")).to_contain_text("bad.jsonl")


def test_timeline_map_and_list_share_one_selection(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/claims with a map"])
    rows = page.locator(".statements > li[data-keys]")
    everything = rows.filter(visible=True).count()
    dot = page.locator(".timeline a").first
    dot.focus()
    page.keyboard.press("Enter")
    expect(dot).to_have_attribute("aria-current", "true")
    expect(page.locator(".selected-now")).to_contain_text("1 of these")
    assert rows.filter(visible=True).count() == 1
    page.keyboard.press("Escape")
    assert rows.filter(visible=True).count() == everything
    place = page.locator(".map a").first
    place.focus()
    page.keyboard.press("Enter")
    key = place.get_attribute("data-key-of") or ""
    chosen = rows.filter(visible=True)
    assert chosen.count() >= 1
    assert all(key in (row.get_attribute("data-keys") or "") for row in chosen.all())


def test_a_sheet_is_answered_and_taken_back_with_one_key_each(own: Tab):
    page = own.open("/sample")
    question = page.locator("#question")
    expect(question).to_contain_text("1/")
    for key, then in (("y", "2/"), ("n", "3/"), ("c", "4/"), ("u", "3/")):
        page.keyboard.press(key)
        expect(question).to_contain_text(then)
    expect(page.locator(".lead ~ .quiet")).to_contain_text("2 of")


def test_the_days_of_a_situation_are_a_slider(tab: Tab, addresses: dict[str, str]):
    page = tab.open(addresses["/situation"])
    slider = page.get_by_role("slider", name="As told up to")
    expect(slider).to_have_attribute("aria-valuetext", "the end")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**day=2031-03-03#day")
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", "3 Mar 2031")
    page.keyboard.press("End")
    page.wait_for_url(lambda url: "day=2" not in url)
    expect(slider).to_have_attribute("aria-valuetext", "the end")
