"""Of things that yield to each other, which ones stand in the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial

Edges = Mapping[int, Sequence[int]]
"""To which others each one yields."""


def standing(yields: Edges) -> Iterator[set[int]]:
    """Find those that yield to no other; those that yield in a circle to each other together.

    Everything else yields, over however many steps, to one of them. Linear in the edges.
    """
    reversed_edges = _reversed(yields)
    decided: set[int] = set()
    # As in Kosaraju's algorithm: what is finished last yields, if at all, in a circle only.
    for last in reversed(_finished(reversed_edges)):
        if last not in decided:
            yield _reached(last, yields)
            decided |= _reached(last, reversed_edges, decided)


def _reversed(edges: Edges) -> Edges:
    found: dict[int, list[int]] = {one: [] for one in edges}
    for one, others in edges.items():
        for other in others:
            found.setdefault(other, []).append(one)
    return found


def _finished(edges: Edges) -> list[int]:
    """List all in the order in which a search in depth has finished them."""
    seen: set[int] = set()
    order: list[int] = []
    for first in sorted(edges):
        way = [(first, iter(edges[first]))] if first not in seen else []
        seen.add(first)
        while way:
            one, others = way[-1]
            following = next((other for other in others if other not in seen), None)
            if following is None:
                order.append(one)
                way.pop()
            else:
                seen.add(following)
                way.append((following, iter(edges[following])))
    return order


def _reached(first: int, edges: Edges, known: AbstractSet[int] = frozenset()) -> set[int]:
    """Collect what edges lead to, the first included, without going through what is known."""
    found, waiting = {first}, [first]
    while waiting:
        for other in edges.get(waiting.pop(), ()):
            if other not in found and other not in known:
                found.add(other)
                waiting.append(other)
    return found


def above(pairs: Iterable[tuple[int, int]], wanted: Iterable[int]) -> dict[int, frozenset[int]]:
    """Say what stands above those wanted, over however many steps, by pairs (below, above).

    Of things that stand above each other in a circle, the lower number stands above the higher.
    """
    upward: dict[int, list[int]] = defaultdict(list)
    for below, higher in pairs:
        upward[below].append(higher)
    reached = cache(partial(_reached, edges=upward))
    return {
        one: frozenset(other for other in reached(one) if one not in reached(other) or other < one)
        for one in wanted
    }
