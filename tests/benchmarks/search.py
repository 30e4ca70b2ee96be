"""Searches of a filled register, and names completed among 100,000, in milliseconds.

    python -m tests.benchmarks search [--claims 1000000] [--database postgresql]

Each question is asked over and over in one process, without a server between. What makes names
is drawn from a seed: those that are typed are beginnings of names that there are.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from itertools import islice
from random import Random
from typing import Any
from urllib.parse import quote

from tests.benchmarks.console import progress, show
from tests.benchmarks.databases import PROJECT_ROOT, database, settings
from tests.benchmarks.report import TITLES, line
from tests.benchmarks.scratch import emptied

NAMES = 100_000
ROUNDS = 40
SECONDS = 20
"""Times that a question is asked, and the time after which no more are."""

SEARCHES = {
    "a word that is everywhere": "the",
    "a word of an eighth": "radars",
    "a word that is nowhere": "nowhere",
    "three words, of few claims": "lodka negotiations radars",
    "a phrase": '"spare parts"',
    "a phrase of words that never follow each other": '"parts spare"',
    "the beginning of a word": "moder*",
    "a word and not another": "radars -ministry",
    "either of two words": "radars OR vessel",
}
LISTS = {question: f"claims/?q={quote(asked)}" for question, asked in SEARCHES.items()}
ALL = {question: f"search/?q={quote(asked)}" for question, asked in SEARCHES.items()}
COUNTED = {"a word of an eighth, counted": "claims/?q=radars&count=true",
           "a word, of one organization": "claims/?q=radars&organization=ORG-300"}  # fmt: skip
_SYLLABLES = ("ka", "ro", "vin", "tel", "mo", "das", "ber", "lo", "nis", "ar", "gu", "sten")


def run(options: Any) -> None:
    """Measure on each database and print a table for each."""
    show(f"Milliseconds, median and 95 % of {ROUNDS} times (fewer after {SECONDS} s), one process.")
    for engine in options.database:
        for claims in options.claims:
            with database(engine, claims, options.data) as filled:
                show(f"\n{TITLES[engine]}, {claims:,} claims\n")
                _child(filled.environment, "claims")
        with emptied(engine) as url:
            show(f"\n{TITLES[engine]}, {NAMES:,} names\n")
            _child(settings(url), "names")


def _child(environment: dict[str, str], asked: str) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.search", asked]
    subprocess.run(command, env=environment, cwd=PROJECT_ROOT, check=True)


def main() -> None:
    """Measure what the command line says, in a process that has the database's settings."""
    import django  # inline import: the settings are known only now

    django.setup()
    show(f"{line(['question', 'median', '95 %'])}\n{line(['---', '---:', '---:'])}")
    if sys.argv[1] == "claims":
        for group, questions in (("list", LISTS | COUNTED), ("search", ALL)):
            for question, path in questions.items():
                _measure(f"{group}: {question}", iter(lambda path=path: path, None))
        _measure("search: what was misspelt", iter(lambda: "search/?q=kestrle", None))
    else:
        _measure_names()


def _measure(question: str, paths: Iterable[str]) -> None:
    """Ask, and print the line of a question."""
    from django.test import Client  # inline import: needs Django to be ready

    client = Client(SERVER_NAME="127.0.0.1")
    progress(question)
    taken: list[float] = []
    end = time.monotonic() + SECONDS
    for path in islice(paths, ROUNDS + 1):
        begin = time.perf_counter()
        answer = client.get(f"/api/v1/{path}")
        taken.append((time.perf_counter() - begin) * 1000)
        assert answer.status_code == 200, answer.content
        if time.monotonic() > end and len(taken) > 2:
            break
    progress("")
    *_, last = statistics.quantiles(taken[1:], n=20, method="inclusive")
    show(line([question, f"{statistics.median(taken[1:]):.1f}", f"{last:.1f}"]))


def _measure_names() -> None:
    random = Random(NAMES)
    names = _store_names(random)
    for letters in range(1, 7):
        typed = iter(lambda letters=letters: random.choice(names)[:letters], None)
        _measure(f"{letters} letters", (f"autocomplete/?q={quote(each)}" for each in typed))
    within = iter(lambda: random.choice(names).split()[-1][:4], None)
    _measure("4 letters of a later word", (f"autocomplete/?q={quote(each)}" for each in within))
    _measure("a name that is nowhere", iter(lambda: "autocomplete/?q=zzyzx", None))
    misspelt = iter(lambda: _misspelt(random.choice(names).split()[0]), None)
    _measure("a search for a misspelt name", (f"search/?q={each}" for each in misspelt))


def _store_names(random: Random) -> list[str]:
    """Store half as many organizations as names, each with another name."""
    from django.core.management import call_command  # inline imports: need Django to be ready

    from records.models import Organization, OrganizationName
    from tests.benchmarks.generate import render_all, vacuum
    from tests.benchmarks.naming import name_all
    from tests.benchmarks.tables import Table
    from tests.benchmarks.world import record_table, tail

    call_command("migrate", verbosity=0)
    organizations = record_table(Organization, "name", "kind", "country")
    others = Table(OrganizationName, "organization_id", "position", "text", "language", "kind")
    names: list[str] = []
    for _ in range(NAMES // 2):
        progress(f"Names: {len(names):,} of {NAMES:,}") if len(names) % 5000 == 0 else None
        name, other = _made_up(random), _made_up(random)
        number = organizations.add(name, "company", "DE", *tail(random))
        others.add(number, 0, other, "en", "official")
        names += [name, other]
    organizations.flush()
    others.flush()
    name_all()
    render_all(Organization)
    vacuum()
    return names


def _made_up(random: Random) -> str:
    words = ("".join(random.choices(_SYLLABLES, k=random.randrange(2, 4)))
             for _ in range(random.randrange(1, 5)))  # fmt: skip
    return " ".join(words).title()


def _misspelt(word: str) -> str:
    """Exchange two letters in the middle."""
    middle = len(word) // 2
    return f"{word[: middle - 1]}{word[middle]}{word[middle - 1]}{word[middle + 1 :]}"


if __name__ == "__main__":
    main()
