"""Fills in the sheet of proposals as a browser does: from what the page shows."""


def address(reading):
    return f"/admin/records/claim/{reading.claim_id}/proposals/"


def filled(page, **verdicts):
    """Return what a browser would send: what the page shows, and the first choice of each card.

    `verdicts` has other choices by the ids of cards.
    """
    sheet = page.context["sheet"]
    data = {"revision": str(sheet.reading.claim.revision), "reason": "A test.", "step": "save"}
    for form in _forms(sheet):
        for field in form:
            data[field.html_name] = "" if field.value() is None else str(field.value())
    for form in sheet.forms.values():
        choices = [value for value, _ in form.fields["verdict"].choices]
        key = form.prefix.removeprefix("p-")
        data[f"{form.prefix}-verdict"] = verdicts.pop(key.replace("-", "_"), choices[0])
    assert verdicts == {}
    return data


def _forms(sheet):
    for form in (*sheet.forms.values(), *(form for each in sheet.additions for form in each.forms)):
        yield form
        yield from getattr(form, "parties", ())


def errors_of(page):
    """Return the errors by field, as the page shows them."""
    forms = _forms(page.context["sheet"])
    return {
        form.add_prefix(name): list(found)
        for form in forms if form.is_bound
        for name, found in form.errors.items()
    }  # fmt: skip
