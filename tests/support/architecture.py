"""Reads the imports of the application from its source and names every one that is not allowed."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[2]
APP = "records"

CHAIN = ["enums", "values", "validators", "querysets", "models", "representations", "services"]
ENDS = ["api", "admin", "management", "pages"]  # they call the chain and never each other
READERS = ["analysis", "ingest"]  # questions about the models, for services and the ends
DRAWN = {"enums", "values", "analysis"}  # what pictures may know, which the ends show

ALLOWED: dict[str, set[str]] = {
    **{layer: set(CHAIN[:height]) for height, layer in enumerate(CHAIN)},
    **{reader: set(CHAIN[: CHAIN.index("models") + 1]) for reader in READERS},
}
ALLOWED["services"] |= set(READERS)
ALLOWED["pictures"] = DRAWN
ALLOWED |= {end: {*CHAIN, *READERS, "pictures"} for end in ENDS}

# The outside world, by the top of its name, that a layer has to do without.
FOREIGN: dict[str, set[str]] = {
    "values": {"django", "rest_framework", "drf_spectacular"},
    **{
        layer: {"rest_framework", "drf_spectacular"}
        for layer in (
            "enums",
            "validators",
            "querysets",
            "models",
            "services",
            "pictures",
            *READERS,
        )
    },
}

# An import inside a function says why on its own line: `# inline import: the models are not ready`.
REASON = re.compile(r"#\s*inline import: \w.{7,}")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True)
class Import:
    """One imported name, where it stands, and whether it runs only inside a function."""

    target: str
    line: int
    inline: bool


def modules() -> list[Path]:
    """Return every module of the application but its migrations, which are a record of the past."""
    return sorted(
        path
        for path in (PROJECT_ROOT / APP).rglob("*.py")
        if path.relative_to(PROJECT_ROOT).parts[1] != "migrations"
    )


def module_name(path: Path) -> str:
    """Return the dotted name of a file, a package's being that of its `__init__`."""
    return ".".join(path.relative_to(PROJECT_ROOT).with_suffix("").parts)


def layer_of(name: str) -> str:
    """Return the layer of a dotted name inside the application, empty for the top itself."""
    parts = [part for part in name.split(".") if part != "__init__"]
    return parts[1] if len(parts) > 1 else ""


def violations(name: str, source: str) -> list[str]:
    """Return one sentence for every import in a module's source that is not allowed."""
    layer = layer_of(name)
    if layer not in {*ALLOWED, "apps", ""}:
        return [f"{name}: {layer} is no layer of the design"]
    found = []
    lines = source.splitlines()
    for imported in imports(name, source):
        where = f"{name}:{imported.line}"
        if not _is_allowed(layer, imported.target):
            found.append(f"{where}: {layer or APP} may not import {imported.target}")
        if imported.inline and layer != "apps" and not REASON.search(lines[imported.line - 1]):
            found.append(f"{where}: import of {imported.target} in a function without a reason")
    return found


def _is_allowed(layer: str, target: str) -> bool:
    top = target.split(".", maxsplit=1)[0]
    if top in {"config", "tests"}:
        return False
    if top != APP:
        return top not in FOREIGN.get(layer, set())
    if layer == "apps":
        return True
    return layer_of(target) in {layer, *ALLOWED.get(layer, set())}


def imports(name: str, source: str) -> Iterator[Import]:
    """Yield what a module imports when it runs; what only a type checker sees is no arrow."""
    yield from _imports(ast.parse(source), name.split("."), inline=False)


def _imports(node: ast.AST, module: list[str], *, inline: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, node.lineno, inline) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _base(node, module)
        yield from (Import(target, node.lineno, inline) for target in _targets(base, node.names))
    for child in _children_that_run(node):
        yield from _imports(child, module, inline=inline or isinstance(node, FunctionNode))


def _children_that_run(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return [*node.orelse]
    return [*ast.iter_child_nodes(node)]


def _base(node: ast.ImportFrom, module: list[str]) -> str:
    """Return the absolute name of what stands between `from` and `import`."""
    start = module[: -node.level] if node.level else []
    return ".".join([*start, *([node.module] if node.module else [])])


def _targets(base: str, names: list[ast.alias]) -> Iterator[str]:
    """Yield the imported module, or, where it is the application itself, the layers named."""
    if base == APP:
        yield from (f"{APP}.{alias.name}" for alias in names)
    else:
        yield base
