"""When something is due, as one day to sort by."""

from typing import Any

from django.db.models import DateField, Func


class SortDay(Func):
    """The last day that something can be due on, else the first, else the end of time.

    It takes the column of the last day and that of the first. No parameter stands in it, so that an
    index on the same expression can be used.
    """

    function = "COALESCE"
    template = "%(function)s(%(expressions)s, '9999-12-31')"
    output_field = DateField()

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Say that the text is a day."""
        template = "%(function)s(%(expressions)s, DATE '9999-12-31')"
        return self.as_sql(compiler, connection, template=template)
