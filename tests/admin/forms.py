"""Fills in the desk's forms as a browser does: from what the page shows."""

from django.urls import reverse


def address(model, action, *args):
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{action}", args=args)


def shown(page):
    """Return what a browser would send if nobody touched the form."""
    data = {}
    for form in _forms(page):
        for field in form:
            if not field.field.disabled and field.value() is not False:
                data[field.html_name] = _sent(field)
    data |= {"_continue": "1", "reason": "A test."}
    return data


def _forms(page):
    yield page.context["adminform"].form
    for inline in page.context["inline_admin_formsets"]:
        yield inline.formset.management_form
        yield from inline.formset.forms


def _sent(field):
    value = field.value()
    return "" if value is None else str(value)


def with_row(data, name, **values):
    """Add a row to one of the lists, as the button below it does."""
    number = int(data[f"{name}-TOTAL_FORMS"])
    cells = {f"{name}-{number}-{field}": value for field, value in values.items()}
    return data | cells | {f"{name}-TOTAL_FORMS": str(number + 1)}


def field_errors(page):
    """Return the errors as they stand beside the fields, by the names of the fields."""
    errors = {}
    for form in _forms(page):
        for name, found in form.errors.items():
            errors[form.add_prefix(name)] = list(found)
    return errors
