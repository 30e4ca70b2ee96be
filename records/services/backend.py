"""Who may log in, and what they may do."""

from functools import cache

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.db.models import Model, Q

from records.querysets.statements import Statement


class AccountBackend(ModelBackend):
    """Django's own accounts; what a user may do is read by one statement instead of two."""

    def get_all_permissions(
        self, user_obj: User | AnonymousUser, obj: Model | None = None
    ) -> set[str]:
        """List the permissions of a user and of the user's groups; kept with the user."""
        if not isinstance(user_obj, User) or user_obj.is_superuser or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not user_obj.is_active:
            return set()
        # The place where Django keeps them, too.
        known: set[str] | None = getattr(user_obj, "_perm_cache", None)
        if known is None:
            rows = _statement().rows(user_obj.pk, user_obj.pk)
            known = {f"{label}.{codename}" for label, codename in rows}
            user_obj._perm_cache = known  # type: ignore[attr-defined]
        return known


@cache
def _statement() -> Statement:
    own = User.user_permissions.through.objects.filter(user_id=1).values("permission_id")
    of_groups = Group.permissions.through.objects.filter(group__user=1).values("permission_id")
    rows = Permission.objects.filter(Q(pk__in=own) | Q(pk__in=of_groups)).order_by()
    return Statement.of(rows.values_list("content_type__app_label", "codename"), 1, 1)
