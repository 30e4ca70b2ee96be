"""Files that wait for their import."""

import factory
from factory.django import DjangoModelFactory

from records.models import Upload
from tests.factories.user import UserFactory


class UploadFactory(DjangoModelFactory):
    """A file with one new organization."""

    class Meta:
        model = Upload

    user = factory.SubFactory(UserFactory)
    table = "organizations"
    name = factory.Sequence(lambda number: f"organizations-{number}.csv")
    content = b"name,kind\nUploaded,company\n"
