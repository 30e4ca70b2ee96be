"""People and the tokens of their programs."""

from typing import Any

import factory
from django.contrib.auth.models import User
from factory.django import DjangoModelFactory

from records.models import ApiToken, KeptAnswer
from records.services.accounts import join_role
from records.services.tokens import issue_token


class UserFactory(DjangoModelFactory):
    """A user with a role, if one is named: `UserFactory(role="editor")`."""

    class Meta:
        model = User

    username = factory.Sequence(lambda number: f"user-{number}")

    @classmethod
    def _create(cls, model_class: type, *args: Any, role: str = "", **kwargs: Any) -> Any:
        user = super()._create(model_class, *args, **kwargs)
        if role:
            join_role(user=user, role=role)
        return user


class ApiTokenFactory(DjangoModelFactory):
    """A token without scopes, which works; what `create` makes has its `secret`, too."""

    class Meta:
        model = ApiToken

    name = factory.Sequence(lambda number: f"Token {number}")
    user = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        token = model_class(*args, **kwargs)
        token.secret = issue_token(token=token)
        return token


class KeptAnswerFactory(DjangoModelFactory):
    """An answer that a user's request got."""

    class Meta:
        model = KeptAnswer

    user = factory.SubFactory(UserFactory)
    key = factory.Sequence(lambda number: f"key-{number}")
    fingerprint = "0" * 64
    status = 201
    headers = factory.LazyFunction(dict)
    body = "{}"
