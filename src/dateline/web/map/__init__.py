"""Maps without a network: Natural Earth's shapes, and dots with the pile's own names."""

from dateline.web.map.draw import Dot, drawn

__all__ = ["Dot", "drawn"]
