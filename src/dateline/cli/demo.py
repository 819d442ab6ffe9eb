"""``dateline demo``: the main job on the reports that ship."""

from __future__ import annotations

from dateline.cli.options import Json


def demo(*, json: Json = False) -> int:
    """Do the main job on ten invented reports of one siege that ship with Dateline.

    The same as "dateline tell" with the folder of the samples. For example:

        dateline demo
    """
    from dateline import samples
    from dateline.cli.tell import tell

    return tell(str(samples.folder()), json=json)
