"""The shape of a tree while it is being built: numbered nodes, their parents and children."""

from __future__ import annotations

from collections.abc import Iterator


class Branches:
    """A tree of numbered nodes, of which some are not (or no longer) in it.

    Nodes below ``top`` are versions, ``top`` is the first text, those above it are unseen texts.
    """

    def __init__(self, top: int) -> None:
        self.top = self.root = top
        self.parent: dict[int, int] = {top: -1}
        self.children: dict[int, list[int]] = {top: []}
        self._free: list[int] = []
        self._next = top + 1

    def fresh(self) -> int:
        """The number of a new unseen text."""
        if self._free:
            return self._free.pop()
        self._next += 1
        return self._next - 1

    def unseen(self, n: int) -> bool:
        """Whether a node is an unseen text below the first one."""
        return n > self.top and n != self.root

    def join(self, above: int, node: int) -> None:
        """Hang a node, with all that is below it, below another."""
        self.parent[node] = above
        self.children.setdefault(node, [])
        self.children[above].append(node)

    def cut(self, node: int) -> None:
        """Take a node, with all that is below it, off."""
        self.children[self.parent[node]].remove(node)
        self.parent[node] = -1

    def drop(self, node: int) -> None:
        """Take an unseen text out; its children hang below its parent."""
        above = self.parent[node]
        self.cut(node)
        for child in list(self.children[node]):
            self.cut(child)
            self.join(above, child)
        self._forget(node)

    def replace(self, old: int, new: int) -> None:
        """Put ``new``, which hangs nowhere, in the place of the unseen text ``old``."""
        above = self.parent[old]
        self.children.setdefault(new, [])
        if above >= 0:
            self.cut(old)
            self.join(above, new)
        else:
            self.root = new
            self.parent[new] = -1
        for child in list(self.children[old]):
            self.cut(child)
            self.join(new, child)
        self._forget(old)

    def copy(self) -> Branches:
        """The same tree again."""
        out = Branches(self.top)
        out.root, out.parent = self.root, dict(self.parent)
        out.children = {n: list(kids) for n, kids in self.children.items()}
        out._free, out._next = list(self._free), self._next
        return out

    def _forget(self, node: int) -> None:
        del self.parent[node], self.children[node]
        if self.unseen(node):
            self._free.append(node)

    def order(self) -> list[int]:
        """All nodes of the tree, each followed by all that is below it."""
        return list(self.below(self.root))

    def below(self, x: int) -> Iterator[int]:
        """A node and all that descends from it."""
        todo = [x]
        while todo:
            n = todo.pop()
            yield n
            todo += reversed(self.children[n])

    def above(self, n: int) -> Iterator[int]:
        """A node and all that it descends from."""
        while n >= 0:
            yield n
            n = self.parent[n]
