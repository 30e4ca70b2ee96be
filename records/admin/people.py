"""Users and groups in the desk's own dress."""

from typing import TYPE_CHECKING

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from records.admin.plain import PlainAdmin

if TYPE_CHECKING:
    PlainUserAdmin = DjangoUserAdmin[User]
else:
    PlainUserAdmin = DjangoUserAdmin

admin.site.unregister([User, Group])


@admin.register(User)
class UserAdmin(PlainUserAdmin, PlainAdmin):
    """Users; roles are their groups."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    show_full_result_count = False


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, PlainAdmin):
    """Groups of users."""
