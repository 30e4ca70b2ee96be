"""Reads YAML files as lists of entries in which every scalar is text.

YAML's guesses (NO is false, 2024 is a number, 2025-04-04 a date) would lose what was written, so
no scalar is interpreted here: the model's fields do that.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from records.services.loading.errors import LoadError, nearest

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file, with where it stands, for messages."""

    file: str
    line: int
    values: dict[str, Any]
    where: str = ""

    def problem(self, path: str, sentence: str) -> str:
        """Say what is wrong with one field of this entry."""
        return f"{self.file}, entry at line {self.line}, {self.where}{path}: {sentence}"

    def below(self, name: str) -> "list[Entry]":
        """Read a field that is a list of entries itself. Raises LoadError."""
        values = self.values.get(name) or []
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise LoadError([self.problem(name, "must be a list of “field: value” pairs.")])
        return [
            Entry(self.file, self.line, value, f"{self.where}{name}.{position}.")
            for position, value in enumerate(values)
        ]


def check_fields(entry: Entry, required: Iterable[str], others: Iterable[str] = ()) -> None:
    """Refuse fields that are missing, no text, or unknown; only `others` need not be text.

    Raises LoadError.
    """
    needed, known = tuple(required), (*required, *others)
    wrong = [
        entry.problem(name, f"there is no such field here.{nearest(name, known)}")
        for name in entry.values
        if name not in known
    ]
    for name in needed:
        value = entry.values.get(name)
        if not value or not isinstance(value, str):
            wrong.append(entry.problem(name, "must be one value; add it."))
    if wrong:
        raise LoadError(wrong)


class _Reader(yaml.BaseLoader):
    """YAML in which every scalar is text and no key stands twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 PyYAML's signature
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"The key “{key.value}” stands twice.", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def read_entries(path: Path) -> list[Entry]:
    """Read a file that is a list of mappings.

    Raises LoadError when it is not, or when it is no YAML.
    """
    try:
        reader = _Reader(path.read_text(encoding="utf-8"))
        nodes = _items(path, reader.get_single_node())
        return [_entry(path, reader, node) for node in nodes]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LoadError([f"{path.name}, line {line}: {error.problem}"]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LoadError([f"{path.name}: {error}. Save it as YAML in UTF-8."]) from error
    except OSError as error:
        raise LoadError([f"{path}: {error.strerror}."]) from error


def _items(path: Path, node: yaml.Node | None) -> list[yaml.Node]:
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise LoadError([f"{path.name}: the file must be a list; start each entry with “- ”."])
    return list(node.value)


def _entry(path: Path, reader: _Reader, node: yaml.Node) -> Entry:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise LoadError([f"{path.name}, line {line}: an entry must be “field: value” lines."])
    return Entry(path.name, line, reader.construct_object(node, deep=True))
