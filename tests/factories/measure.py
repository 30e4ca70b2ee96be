"""Measures of claims."""

from decimal import Decimal

from records.enums import MeasureMode, Metric
from records.models import Measure
from tests.factories.base import RowFactory
from tests.factories.claim import ClaimFactory


class MeasureFactory(RowFactory):
    """An absolute amount of 10 pieces."""

    class Meta:
        model = Measure

    metric = Metric.OTHER
    mode = MeasureMode.ABSOLUTE
    value = Decimal(10)

    _list = "measures"
    _owner = ClaimFactory
