"""Abbreviations whose full stop does not end a sentence, as English-language newsrooms use them."""

from __future__ import annotations

from dateline.text.wordlist import words

# A name follows, so a capital behind the stop says nothing.
TITLES = words(
    """
    Mr Mrs Ms Dr Prof Gov Sen Rep Reps Sens Gen Lt Col Maj Capt Sgt Cpl Pvt Cmdr Cdr Adm Brig Rev Fr
    Hon Pres Amb Atty Supt Insp Det St Ste Mt Ft Messrs Mme Mlle Sra Srta Msgr vs Vs cf eg ie viz
    """
)
# A number follows.
NUMBERED = words(
    """
    No Nos no nos Art Fig Vol vol pp p Sec sec Ch ca approx Rs
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
# The stop may end the sentence as well: what follows decides.
ABBREVIATIONS = NUMBERED | words(
    """
    Inc Corp Co Cos Ltd Bros Jr Sr Dept Univ Assn Ave Blvd Rd Sq Bldg Intl Natl Govt Mfg
    Mon Tue Tues Wed Thu Thurs Fri
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Me Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que
    """
)
