"""Peoples and states: how English forms them, and whose they are."""

from __future__ import annotations

from dateline.text.wordlist import words


def _pairs(listed: str) -> dict[str, str]:
    """``listed`` has a state a line: its names, then its adjectives, with a slash between."""
    table: dict[str, str] = {}
    for line in listed.strip().splitlines():
        names, _, adjectives = line.strip().partition("/")
        state, *others = (name.strip() for name in names.split(","))
        for word in (state, *others, *(a.strip() for a in adjectives.split(",") if a.strip())):
            table[word] = state
    return table


# Facts of geography: the states of the world by name and adjective, as newsrooms write them.
STATES = _pairs(
    """
    Afghanistan / Afghan
    Albania / Albanian
    Algeria / Algerian
    Angola / Angolan
    Argentina / Argentine, Argentinian
    Armenia / Armenian
    Australia / Australian
    Austria / Austrian
    Azerbaijan / Azerbaijani, Azeri
    Bahrain / Bahraini
    Bangladesh / Bangladeshi
    Belarus / Belarusian
    Belgium / Belgian
    Benin / Beninese
    Bolivia / Bolivian
    Bosnia / Bosnian
    Botswana
    Brazil / Brazilian
    Britain, United Kingdom, UK, U.K. / British, Britain-based
    Bulgaria / Bulgarian
    Burkina Faso / Burkinabe
    Burundi / Burundian
    Cambodia / Cambodian
    Cameroon / Cameroonian
    Canada / Canadian
    Central African Republic
    Chad / Chadian
    Chile / Chilean
    China / Chinese
    Colombia / Colombian
    Congo / Congolese
    Costa Rica
    Croatia / Croatian
    Cuba / Cuban
    Cyprus / Cypriot
    Czech Republic / Czech
    Denmark / Danish
    Djibouti / Djiboutian
    Ecuador / Ecuadorian
    Egypt / Egyptian
    El Salvador / Salvadoran
    Eritrea / Eritrean
    Estonia / Estonian
    Ethiopia / Ethiopian
    Finland / Finnish
    France / French
    Gabon / Gabonese
    Gambia / Gambian
    Georgia / Georgian
    Germany / German
    Ghana / Ghanaian
    Greece / Greek
    Guatemala / Guatemalan
    Guinea / Guinean
    Haiti / Haitian
    Honduras / Honduran
    Hungary / Hungarian
    Iceland / Icelandic
    India / Indian
    Indonesia / Indonesian
    Iran / Iranian
    Iraq / Iraqi
    Ireland / Irish
    Israel / Israeli
    Italy / Italian
    Ivory Coast / Ivorian
    Jamaica / Jamaican
    Japan / Japanese
    Jordan / Jordanian
    Kazakhstan / Kazakh
    Kenya / Kenyan
    Kosovo / Kosovar
    Kuwait / Kuwaiti
    Kyrgyzstan / Kyrgyz
    Laos / Laotian
    Latvia / Latvian
    Lebanon / Lebanese
    Lesotho
    Liberia / Liberian
    Libya / Libyan
    Lithuania / Lithuanian
    Macedonia / Macedonian
    Madagascar
    Malawi / Malawian
    Malaysia / Malaysian
    Mali / Malian
    Mauritania / Mauritanian
    Mexico / Mexican
    Moldova / Moldovan
    Mongolia / Mongolian
    Montenegro / Montenegrin
    Morocco / Moroccan
    Mozambique / Mozambican
    Myanmar, Burma / Burmese
    Namibia / Namibian
    Nepal / Nepalese, Nepali
    Netherlands / Dutch
    New Zealand
    Nicaragua / Nicaraguan
    Niger / Nigerien
    Nigeria / Nigerian
    North Korea / North Korean
    Norway / Norwegian
    Oman / Omani
    Pakistan / Pakistani
    Panama / Panamanian
    Paraguay / Paraguayan
    Peru / Peruvian
    Philippines / Philippine, Filipino
    Poland / Polish
    Portugal / Portuguese
    Qatar / Qatari
    Romania / Romanian
    Russia, Soviet Union / Russian, Soviet
    Rwanda / Rwandan
    Saudi Arabia / Saudi, Saudi Arabian
    Senegal / Senegalese
    Serbia / Serbian, Serb
    Sierra Leone
    Singapore / Singaporean
    Slovakia / Slovak
    Slovenia / Slovenian
    Somalia / Somali
    South Africa / South African
    South Korea / South Korean
    South Sudan / South Sudanese
    Spain / Spanish
    Sri Lanka / Sri Lankan
    Sudan / Sudanese
    Sweden / Swedish
    Switzerland / Swiss
    Syria / Syrian
    Taiwan / Taiwanese
    Tajikistan / Tajik
    Tanzania / Tanzanian
    Thailand / Thai
    Togo / Togolese
    Tunisia / Tunisian
    Turkey / Turkish
    Turkmenistan / Turkmen
    Uganda / Ugandan
    Ukraine / Ukrainian
    United Arab Emirates, UAE, U.A.E. / Emirati
    United States, US, U.S., USA, America / American
    Uruguay / Uruguayan
    Uzbekistan / Uzbek
    Venezuela / Venezuelan
    Vietnam / Vietnamese
    Yemen / Yemeni
    Zambia / Zambian
    Zimbabwe / Zimbabwean
    """
)
# Peoples, creeds and regions that a force may be called after: no state of that name speaks.
PEOPLES = words("""
    Arab Kurdish Kurd Sunni Shiite Shi'ite Shia Alawite Druze Christian Muslim Islamic Islamist
    Jewish Turkoman Assyrian Yazidi Palestinian Chechen Uighur Uyghur Rohingya Tamil Tuareg Hutu
    Tutsi Oromo Tigrayan Pashtun Baloch Kashmiri Western European African Asian Gulf NATO Allied
    Catholic Protestant Berber Sahrawi Basque Catalan
    """)
