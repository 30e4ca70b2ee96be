"""Figures that claims report."""

from typing import ClassVar

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from records.enums import (
    MeasureMode,
    Metric,
    Outcome,
    Qualifier,
    Superlative,
    TemporalMode,
    Unresolved,
)
from records.models.base import OwnedRow
from records.models.category import Category
from records.models.claim import Claim
from records.models.fields import (
    CurrencyField,
    DecimalColumn,
    EarliestField,
    EdtfField,
    LatestField,
    ShortTextField,
)
from records.models.rules import check, known_currency, ordered_bounds
from records.models.weapon_system import WeaponSystem

_DURATION = r"^P([0-9]+[YMWD])+$"
_WITH_UNIT = (MeasureMode.ABSOLUTE, MeasureMode.DIFFERENCE)


class Amount(DecimalColumn):
    """A reported figure: 24 digits before the point, 6 after."""

    def __init__(self, **kwargs: object) -> None:
        """Take DecimalField's arguments; the size and nullability are set here."""
        sized = kwargs | {"max_digits": 30, "decimal_places": 6, "null": True, "blank": True}
        super().__init__(**sized)  # type: ignore[arg-type]


class Measure(OwnedRow):
    """One figure of a claim, kept as reported: a relative figure stays relative."""

    owner: ClassVar[str] = "claim"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="measures")
    metric = models.CharField(max_length=25, choices=Metric)
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="measures"
    )
    weapon_system = models.ForeignKey(
        WeaponSystem, models.PROTECT, null=True, blank=True, related_name="measures"
    )
    object_words = ShortTextField(blank=True, help_text="What is measured, in the source's words.")
    mode = models.CharField(max_length=15, choices=MeasureMode)
    qualifier = models.CharField(max_length=20, choices=Qualifier, default=Qualifier.EXACT)
    value = Amount(help_text="The figure; empty when a range is given.")
    value_min = Amount(help_text="Lower end of a range.")
    value_max = Amount(help_text="Upper end of a range.")
    precision = Amount(
        validators=[MinValueValidator(0)],
        help_text="Place value of the last digit reported: 100000 for “14.5 million”.",
    )
    unit_code = models.CharField(
        max_length=3,
        blank=True,
        validators=[RegexValidator(r"^[A-Z0-9]{2,3}$", "A UN/CEFACT code such as TNE.")],
        help_text="UN/CEFACT Recommendation 20 code.",
    )
    unit_words = ShortTextField(blank=True, help_text="The unit in the source's words.")
    currency = CurrencyField(blank=True, help_text="ISO 4217 code when the figure is money.")
    period = EdtfField(help_text="EDTF date of what is measured.")
    period_earliest = EarliestField(source="period", null=True)
    period_latest = LatestField(source="period", null=True)
    period_words = ShortTextField(blank=True, help_text="The source's words for the period.")
    period_length = models.CharField(
        max_length=20,
        blank=True,
        validators=[RegexValidator(_DURATION, "An ISO 8601 duration such as P6M.")],
        help_text="ISO 8601 duration, when the period's length is stated but not its place.",
    )
    period_unresolved = models.CharField(max_length=20, choices=Unresolved, blank=True)
    baseline_period = EdtfField(help_text="EDTF date of what the figure is compared with.")
    baseline_period_earliest = EarliestField(source="baseline_period", null=True)
    baseline_period_latest = LatestField(source="baseline_period", null=True)
    baseline_words = ShortTextField(blank=True, help_text="The source's words for the baseline.")
    superlative = models.CharField(max_length=10, choices=Superlative, blank=True)
    temporal_mode = models.CharField(
        max_length=10, choices=TemporalMode, default=TemporalMode.ACTUAL
    )
    due = EdtfField(help_text="EDTF date by which a planned figure is due.")
    due_earliest = EarliestField(source="due", null=True)
    due_latest = LatestField(source="due", null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)

    class Meta(OwnedRow.Meta):
        constraints = (
            known_currency("measure"),
            ordered_bounds("measure", "period"),
            ordered_bounds("measure", "baseline_period"),
            ordered_bounds("measure", "due"),
            check(
                "measure",
                "range_reversed",
                Q(value_min__isnull=True)
                | Q(value_max__isnull=True)
                | Q(value_min__lte=F("value_max")),
                "value_min is not greater than value_max.",
            ),
            check(
                "measure",
                "value_and_range",
                Q(value__isnull=True) | Q(value_min__isnull=True, value_max__isnull=True),
                "A figure has a value or a range, not both.",
            ),
            check(
                "measure",
                "between_without_range",
                ~Q(qualifier=Qualifier.BETWEEN)
                | Q(value_min__isnull=False, value_max__isnull=False),
                "“between” needs value_min and value_max.",
            ),
            check(
                "measure",
                "relative_with_unit",
                Q(mode__in=_WITH_UNIT) | Q(unit_code="", unit_words="", currency=""),
                "Only an absolute amount or a difference has a unit or a currency.",
            ),
            check(
                "measure",
                "unit_and_currency",
                Q(currency="") | Q(unit_code=""),
                "A figure has a unit or a currency, not both.",
            ),
            check(
                "measure",
                "precision_not_positive",
                Q(precision__isnull=True) | Q(precision__gt=0),
                "A precision is greater than zero.",
            ),
            check(
                "measure",
                "rank_not_positive",
                ~Q(mode=MeasureMode.RANK) | Q(value__isnull=True) | Q(value__gte=1),
                "A rank starts at 1.",
            ),
            check(
                "measure",
                "absolute_with_baseline",
                ~Q(mode=MeasureMode.ABSOLUTE) | Q(baseline_period="", baseline_words=""),
                "An absolute amount has no baseline.",
            ),
            check(
                "measure",
                "period_resolved_and_not",
                Q(period="") | Q(period_unresolved=""),
                "A period is either given or unresolved for a reason.",
            ),
        )
        indexes = (
            models.Index("metric", "mode", "claim", name="measure_metric_mode"),
            models.Index("temporal_mode", "claim", name="measure_temporal_mode"),
        )

    def __str__(self) -> str:
        return f"{self.metric} {self.mode}"
