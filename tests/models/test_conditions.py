"""A check constraint evaluated in Python says what the database says."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Q
from hypothesis import given
from hypothesis import strategies as st

from records.models import Claim, Measure, Organization
from records.models.conditions import Check, evaluate
from tests.values.strategies import deterministic

CHECKS = [
    (model, constraint)
    for model in apps.get_app_config("records").get_models()
    for constraint in model._meta.constraints
    if isinstance(constraint, CheckConstraint)
]

OTHER_TEXTS = ["", "?", "en", "en-GB", "tank.x", "Tank", "a" * 64]
VALUES = {
    "AutoField": st.none() | st.integers(1, 3),
    "ForeignKey": st.none() | st.integers(1, 3),
    "OneToOneField": st.none() | st.integers(1, 3),
    "DecimalField": st.none() | st.sampled_from([Decimal(number) for number in (-1, 0, 1, 2)]),
    "DateTimeField": st.sampled_from([datetime(2024, month, 1, tzinfo=UTC) for month in (1, 2)]),
    "DateField": st.none() | st.sampled_from([date(2024, 1, 1), date(2024, 2, 1)]),
    "IntegerField": st.integers(0, 2),
    "BigIntegerField": st.integers(1, 3),
}


def values(field, texts):
    """Draw what a column can hold, null only where it may be null or is not known yet."""
    kind = field.get_internal_type().replace("BigAuto", "Auto").replace("PositiveSmall", "")
    if kind == "ForeignKey" and field.related_model._meta.pk.name != "id":
        return st.none() | texts
    return VALUES.get(kind, texts)


@st.composite
def rows(draw, model, condition):
    """Draw an instance of the model, of which the condition's columns matter."""
    names, operands = set(), set()
    for name, operand in leaves(condition):
        names |= {name, operand.name} if isinstance(operand, F) else {name}
        listed = operand[:4] if isinstance(operand, list | tuple) else [operand]
        operands |= {each for each in listed if isinstance(each, str)}
    texts = st.sampled_from([*sorted(operands), *OTHER_TEXTS])
    fields = [field for field in model._meta.concrete_fields if field.name in names]
    return model(**{field.attname: draw(values(field, texts)) for field in fields})


def leaves(condition):
    """Yield each comparison of a condition: the column's name and the operand."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from leaves(child)
        else:
            yield child[0].partition("__")[0], child[1]


def database_accepts(constraint, row):
    """Ask the database, as Django's own constraint does."""
    try:
        CheckConstraint.validate(constraint, type(row), row)
    except ValidationError:
        return False
    return True


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), CHECKS, ids=[each.name for _, each in CHECKS])
def test_evaluation_agrees_with_the_database(model, constraint):
    seen = set()

    @given(rows(model, constraint.condition))
    @deterministic
    def agrees(row):
        accepted = evaluate(constraint.condition, row) is not False
        seen.add(accepted)
        assert accepted == database_accepts(constraint, row)

    agrees()
    assert seen == {True, False}


def test_every_check_is_evaluated_without_a_query():
    assert all(type(constraint) is Check for _, constraint in CHECKS)


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (Q(name="a"), True),
        (Q(name="b"), False),
        (Q(parent=1), None),
        (~Q(parent=1), None),
        (Q(parent=1) | Q(name="a"), True),
        (Q(parent=1) & Q(name="a"), None),
        (Q(parent=1) & Q(name="b"), False),
        (~(Q(parent=1) | Q(name="b")), None),
        (Q(parent__isnull=True), True),
        (Q(id=F("parent")), None),
        (Q(name=F("name")), True),
    ],
)
def test_unknown_is_neither_true_nor_false(condition, truth):
    assert evaluate(condition, Organization(pk=1, name="a")) is truth


def test_unknown_comparison_is_an_error():
    with pytest.raises(KeyError):
        evaluate(Q(name__icontains="a"), Organization(name="a"))


def test_check_of_an_excluded_field_is_skipped():
    broken = Measure(mode="ratio", unit_code="TNE")
    (check,) = (each for _, each in CHECKS if each.name == "measure_relative_with_unit")

    check.validate(Measure, broken, exclude={"unit_code"})
    with pytest.raises(ValidationError) as raised:
        check.validate(Measure, broken, exclude={"value"})

    assert raised.value.code == "relative_with_unit"


def test_check_appears_in_migrations_as_a_plain_constraint():
    path, args, kwargs = Claim._meta.constraints[0].deconstruct()

    assert path == "django.db.models.CheckConstraint"
    assert CheckConstraint(*args, **kwargs) == Claim._meta.constraints[0]
