"""Ways into a body."""

from copy import deepcopy


def places(value, path=()):
    """Yield the way to every member of a body, of the first row only where there is a list."""
    if isinstance(value, list):
        value = dict(enumerate(value[:1]))
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (*path, name)
            yield from places(inner, (*path, name))


def at(body, path):
    """Look a member up."""
    for name in path:
        body = body[name]
    return body


def with_value(body, path, value):
    """Copy a body with another value at a place."""
    copy = deepcopy(body)
    at(copy, path[:-1])[path[-1]] = value
    return copy


def pointer(path):
    """Write a way as JSON Pointer."""
    return "".join(f"/{name}" for name in path)
