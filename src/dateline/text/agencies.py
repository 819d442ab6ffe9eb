"""News agencies by the names that stand in credits and datelines."""

from __future__ import annotations

import re

# How an agency signs, and the one name that we give it. Facts of the trade, not a gazetteer: an
# agency that is missing here is still found where its credit has the usual shape.
AGENCIES: dict[str, str] = {
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "REUTERS": "Reuters",
    "REUTER": "Reuters",
    "AFP": "AFP",
    "Afp": "AFP",
    "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP",
    "AP": "AP",
    "Associated Press": "AP",
    "The Associated Press": "AP",
    "UPI": "UPI",
    "United Press International": "UPI",
    "dpa": "dpa",
    "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa",
    "PA": "PA",
    "Press Association": "PA",
    "Bloomberg": "Bloomberg",
    "Bloomberg News": "Bloomberg",
    "Xinhua": "Xinhua",
    "XINHUA": "Xinhua",
    "TASS": "TASS",
    "Tass": "TASS",
    "ITAR-TASS": "TASS",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "Sputnik": "Sputnik",
    "SANA": "SANA",
    "Fars News Agency": "Fars",
    "Tasnim": "Tasnim",
    "KCNA": "KCNA",
    "Bernama": "Bernama",
    "Antara": "Antara",
    "IRNA": "IRNA",
    "ISNA": "ISNA",
    "Anadolu": "Anadolu",
    "Anadolu Agency": "Anadolu",
    "AA": "Anadolu",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Kyodo": "Kyodo",
    "Yonhap": "Yonhap",
    "PTI": "PTI",
    "Press Trust of India": "PTI",
    "IANS": "IANS",
    "ANI": "ANI",
    "AAP": "AAP",
    "Canadian Press": "Canadian Press",
    "The Canadian Press": "Canadian Press",
    "Petra": "Petra",
    "KUNA": "KUNA",
    "WAM": "WAM",
    "SPA": "SPA",
    "MENA": "MENA",
    "NNA": "NNA",
    "EPA": "EPA",
    "Getty Images": "Getty Images",
    "Getty": "Getty Images",
}

_LONGEST_FIRST = sorted(AGENCIES, key=len, reverse=True)
AGENCY = "(?:" + "|".join(re.escape(name) for name in _LONGEST_FIRST) + ")"
_FIND = re.compile(rf"(?<!\w){AGENCY}(?!\w)")


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies that ``text`` names, each once, in order of appearance."""
    return tuple(dict.fromkeys(AGENCIES[m.group()] for m in _FIND.finditer(text)))
