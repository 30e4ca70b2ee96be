"""Who the parties of a treaty are.

The register writes parties in capitals and territories that a treaty extends to in small letters.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from records.ingest.finding.names.reference import REFERENCE, read_reference
from records.values.folding import fold

SPELLINGS = REFERENCE.parent / "datasets" / "uk_treaties" / "names" / "parties.yaml"
SEPARATOR = " ; "
TERRITORY, UNKNOWN = "territories", "unknown parties"

_PEOPLE = {"adjective", "demonym"}
_INVERTED = re.compile(r"(?P<name>.+?),? (?P<form>(?:\w+ )?(?:REPUBLIC|COMMONWEALTH) OF)")


@dataclass(slots=True)
class Parties:
    """The states by country code, the other parties by name, and how many names are neither."""

    states: dict[str, None] = field(default_factory=dict)
    organizations: dict[str, None] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)


def read_parties(text: str) -> Parties:
    """Tell the parties in a list of names apart."""
    parties = Parties()
    for name in (part.strip() for part in text.split(SEPARATOR)):
        if not name:
            continue
        if name != name.upper():
            parties.passed_over[TERRITORY] += 1
            continue
        parties.names.append(name)
        if code := _state(name):
            parties.states[code] = None
        elif organization := _spellings()["organizations"].get(name):
            parties.organizations[organization] = None
        else:
            parties.passed_over[UNKNOWN] += 1
    return parties


def organizations() -> Sequence[str]:
    """List the parties that are no state of today, by the names that the register has them by."""
    return tuple(dict.fromkeys(_spellings()["organizations"].values()))


def _state(name: str) -> str:
    """Find the country code of a name; empty if it is no state of today."""
    if name in _spellings()["states"]:
        return _spellings()["states"][name]
    inverted = _INVERTED.fullmatch(name)
    names = (name, f"{inverted['form']} {inverted['name']}" if inverted else "")
    return next((code for each in names if (code := _states().get(_key(each), ""))), "")


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """Map names of states to country codes; a name that two states have is left out."""
    codes: dict[str, set[str]] = {}
    for state in read_reference("states.yaml"):
        others = (each for kind, names in state.get("names", {}).items()
                  if kind not in _PEOPLE for each in names)  # fmt: skip
        for name in (state["name"], *others):
            codes.setdefault(_key(name), set()).add(state["code"])
    return {name: min(found) for name, found in codes.items() if len(found) == 1}


def _key(name: str) -> str:
    """Write a name without accents, case, articles and punctuation, and Saint in full."""
    words = re.sub(r"[^\w ]", " ", fold(name.replace("&", " and "))).split()
    return " ".join("saint" if word == "st" else word for word in words if word != "the")


@lru_cache(maxsize=1)
def _spellings() -> dict[str, dict[str, str]]:
    with Path(SPELLINGS).open(encoding="utf-8") as file:
        found: dict[str, dict[str, str]] = yaml.load(file, Loader=yaml.BaseLoader)  # noqa: S506 texts only
    return found
