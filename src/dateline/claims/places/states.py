"""Short forms of states and provinces, as newspapers and the post write them behind a town."""

from __future__ import annotations

_AMERICAN = """
AL Ala; AK Alaska; AZ Ariz; AR Ark; CA Calif Cal; CO Colo; CT Conn; DE Del; DC D.C.; FL Fla; GA Ga;
HI Hawaii; ID Ida; IL Ill; IN Ind; IA Iowa; KS Kan Kans; KY Ky; LA La; ME Maine; MD Md; MA Mass;
MI Mich; MN Minn; MS Miss; MO Mo; MT Mont; NE Neb Nebr; NV Nev; NH N.H.; NJ N.J.; NM N.M. N.Mex;
NY N.Y.; NC N.C.; ND N.D. N.Dak; OH Ohio O.; OK Okla; OR Ore Oreg; PA Pa Penn Penna; RI R.I.;
SC S.C.; SD S.D. S.Dak; TN Tenn; TX Tex; UT Utah; VT Vt; VA Va; WA Wash; WV W.Va; WI Wis Wisc;
WY Wyo
"""
# Canada's and Australia's post codes of provinces, with GeoNames' code of each.
_OTHERS = """
CA 01 Alta AB; CA 02 B.C. BC; CA 03 Man MB; CA 04 N.B. NB; CA 05 Nfld N.L. NL; CA 07 N.S. NS;
CA 08 Ont ON; CA 09 P.E.I. PEI PE; CA 10 Que QC; CA 11 Sask SK; CA 12 YT; CA 13 N.W.T. NWT NT;
CA 14 NU; AU 02 N.S.W. NSW; AU 04 Qld; AU 07 Vic; AU 06 Tas; AU 05 S.A.; AU 08 W.A.;
AU 01 A.C.T. ACT
"""


def _short() -> dict[str, tuple[str, str]]:
    found = {}
    for item in _AMERICAN.split(";"):
        code, *names = item.split()
        for name in (code, *names):
            found[name.replace(".", "").lower()] = ("US", code)
    for item in _OTHERS.split(";"):
        country, code, *names = item.split()
        for name in names:
            found.setdefault(name.replace(".", "").lower(), (country, code))
    return found


# Folded short form → country and code of the first-level division.
SHORT = _short()
