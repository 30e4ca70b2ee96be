"""Pages of long lists without counting them."""

from typing import TYPE_CHECKING, Any

from unfold import paginator

if TYPE_CHECKING:
    from django.core.paginator import Page

    PlainPage = Page[Any]
else:
    PlainPage = object


class CountlessPage(paginator.InfinitePage, PlainPage):
    """A page that knows whether there is another one."""

    more = False

    def has_next(self) -> bool:
        """Return whether a row came after the last one shown."""
        return self.more


class InfinitePaginator(paginator.InfinitePaginator):
    """Reads one row more than it shows, instead of counting all.

    Unfold's templates know by the name of the class that there is no count to show.
    """

    def page(self, number: Any) -> Any:
        """Return a page; one that is beyond the end is empty."""
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows = list(self.object_list[start : start + self.per_page + 1])
        page = CountlessPage(rows[: self.per_page], number, self)
        page.more = len(rows) > self.per_page
        return page
