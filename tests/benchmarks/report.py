"""The tables of a run, ratios first."""

from collections.abc import Sequence

from tests.benchmarks.measure import Results
from tests.benchmarks.questions import OURS, SQL, USUAL

TITLES = {"postgresql": "PostgreSQL", "sqlite": "SQLite"}


def table(engine: str, by_size: dict[int, Results]) -> str:
    """Write the table of one database in Markdown; the largest size, and growth to it."""
    sizes = sorted(by_size)
    largest = by_size[sizes[-1]]
    growth = f"time {sizes[-1]:,} / {sizes[0]:,}" if len(sizes) > 1 else ""
    head = ["question", "ours / (a)", "ours / (b)", growth, "ours req/s", "(a) req/s", "(b) req/s"]
    lines = [line(head), line(["---"] + ["---:"] * (len(head) - 1))]
    for question, outcomes in largest.items():
        ours, sql, usual = (outcomes[name].rate for name in (OURS, SQL, USUAL))
        first = by_size[sizes[0]][question][OURS].mean
        grown = f"{outcomes[OURS].mean / first:.2f}" if len(sizes) > 1 else ""
        rates = [f"{rate:,.0f}" if rate >= 10 else f"{rate:.2f}" for rate in (ours, sql, usual)]
        lines.append(line([question, f"{ours / sql:.2f}", f"{ours / usual:,.1f}", grown, *rates]))
    return f"{TITLES[engine]}, {sizes[-1]:,} claims\n\n" + "\n".join(lines)


def line(cells: Sequence[str]) -> str:
    """Write one line of a Markdown table."""
    return f"| {' | '.join(cells)} |"
