"""Reads drawings back, as XML, without any knowledge of how they were made."""

from xml.etree import ElementTree as ET

from records.pictures.picture import alone, inline

SVG = "{http://www.w3.org/2000/svg}"


def parsed(picture):
    """Return the root of a drawing that stands alone."""
    return ET.fromstring(alone(picture))


def embedded(picture, name="test"):
    """Return the root of a drawing in a page."""
    return ET.fromstring(inline(picture, name))


def every(root, tag):
    return list(root.iter(f"{SVG}{tag}"))


def texts(root):
    """Return what can be read, in the order of the file."""
    return [each.text.strip() for each in every(root, "text")]


def titles(root):
    """Return what marks say when they are pointed at."""
    return [each.text for each in every(root, "title")][1:]


def description(root):
    return next(iter(every(root, "desc"))).text


def numbers(element, *names):
    return tuple(float(element.get(name)) for name in names)
