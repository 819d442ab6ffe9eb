# ruff: noqa: E501  # a paragraph is a line
"""A small invented pile: one dispatch in four versions, another in two, and a hostile report."""

from __future__ import annotations

from dateline.model import Report

AGENCY = """PORT SELLEN, March 3 (Pelham) - Harbour guards seized 14 boats on Tuesday near the breakwater of Port Sellen, the port office said.

"Nobody was hurt and nobody will be charged before Friday," the harbour master Ilse Drummond said.

The Tidewatch group, which counts boats on the coast, said at least 20 boats had been taken since noon. It did not say who owned them.

The council of fishermen called the seizure a raid and asked the governor to return the boats. The governor did not answer questions from reporters.

Port Sellen has been closed to boats from the islands since the storm of January, when two ferries sank off the western pier.
"""
GULL = """PORT SELLEN - Harbour police seized 14 vessels on Tuesday near the breakwater of Port Sellen, the port office said.

"Nobody was hurt and nobody will be charged before Friday," the harbor master Ilse Drummond said.

The council of fishermen called the seizure a raid and asked the governor to return the boats.

Port Sellen has been closed to boats from the islands since the storm of January, when two ferries sank off the western pier. Readers of the Gull may write to the editor about boats.
"""
LAMP = AGENCY.replace("14 boats", "17 boats").replace("(Pelham) - ", "- ")
SHORT = AGENCY[: AGENCY.index("Port Sellen has been")]
SNOW = "GRELL, Jan. 5 - Snow fell on Grell for two days and the ferries stayed in harbour until Sunday, the weather office said. Nobody complained, an officer said, because nobody wanted to leave the island anyway."
HEBREW = (
    "השלג ירד על גרל במשך יומיים והמעבורות נשארו בנמל עד יום ראשון, כך מסר משרד מזג האוויר של האי."
)
HOSTILE = """<script>document.title = "stolen"</script> <img src=x onerror="document.title='stolen'"> said the report, and "quoted' it</title></textarea>.

javascript:alert(1) & <b>bold</b> {{ 7 * 7 }} {% raw %} ]]> <!-- were words of the second paragraph, an officer said on Monday. \u202e backwards."""
HOSTILE_ID = "<img src=x onerror=\"document.title='stolen'\">/../\"&'?id=#.txt"
WAR = "HALVEN, March 9 (Pelham) - Rebels captured the village of Besk from the army on Monday, the rebel command said. The army denied on Monday that the rebels had captured Besk, a spokesman said. The port office said on Monday that ferries to Dover and Calais would wait in England."
PILE = (
    Report("pelham/1", AGENCY, "Guards seize boats at Port Sellen", "Pelham", "2031-03-03"),
    Report("gull", GULL, "Police take boats", "The Ostmere Gull", "2031-03-04"),
    Report("lamp", LAMP, "", "Lamp", "2031-03-05"),
    Report("short", SHORT, "", "", ""),
    Report("twin", SHORT, "", "Echo", ""),
    Report("snow", SNOW, "Snow on Grell", "Pelham", "2031-01-05"),
    Report("snow2", SNOW.replace("two days", "three days"), "", "Lamp", "2031-01-06"),
    Report("hebrew", HEBREW, "שלג על גרל", "הנחשול", "2031-01-07"),
    Report(HOSTILE_ID, HOSTILE, "<script>1</script>", "<b>Gull</b>", "<i>today</i>"),
    Report("war", WAR, "Rebels say village fell", "Pelham", "2031-03-10"),
    Report("hostile2", HOSTILE + " And more.", "</title><script>2</script>", "<b>Gull</b>", ""),
)
