"""Where and by what words are said: nouns of settings, documents and acts of speech."""

from __future__ import annotations

from dateline.text.wordlist import words

SETTINGS = words(
    """
    statement statements interview interviews speech speeches conference briefing news-conference
    remarks tweet tweets post posts letter letters email e-mail message messages address video
    telephone phone television tv radio press bulletin bulletins release twitter facebook telegram
    whatsapp instagram
    youtube website page blog column op-ed article report reports communique communiqué call
    testimony ruling memo note text debate rally hearing meeting appearance broadcast recording
    audio clip telecast comments response reply advance night morning afternoon evening week month
    year sunday monday tuesday wednesday thursday friday saturday sermon podcast documentary
    """
)

# What speaks for somebody: "a statement from the ministry", "leaflets calling on …".
DOCUMENTS = words(
    """
    statement statements report reports letter letters leaflet leaflets document documents text memo
    note notes message messages communique communiqué email e-mail emails tweet tweets post posts
    video recording tape poster posters banner banners sign signs flyer flyers pamphlet pamphlets
    release bulletin dispatch declaration resolution study survey poll polls surveys studies article
    articles book filing complaint lawsuit indictment affidavit transcript press media newspaper
    broadcast account accounts sms notice notices warning warnings order decree ruling
    """
)
# Who issues a document speaks through it.
ISSUES = words(
    """
    issue issued issues release released releases publish published publishes post posted posts send
    sent sends write wrote writes give gave made make makes put signed deliver delivered read
    circulated
    distributed
    """
)
