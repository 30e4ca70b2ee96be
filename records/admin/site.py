"""What Unfold asks for each page, named in `config/settings/unfold.py`."""

from django.http import HttpRequest
from django.templatetags.static import static


def stylesheet(request: HttpRequest) -> str:
    """Return the address of the desk's own styles."""
    del request
    return static("records/admin/desk.css")


def script(request: HttpRequest) -> str:
    """Return the address of the desk's own script."""
    del request
    return static("records/admin/desk.js")
