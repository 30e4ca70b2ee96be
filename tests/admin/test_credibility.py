"""Grade 1 without confirmation is refused at the desk in the words that the API uses."""

import pytest

from records.models import Claim
from tests.admin.forms import address, field_errors, shown
from tests.factories import ClaimFactory, ClaimRelationFactory

pytestmark = pytest.mark.django_db


def test_grade_that_nothing_confirms_is_refused_beside_its_field(editor):
    claim = ClaimFactory()
    url = address(Claim, "change", claim.pk)

    page = editor.post(url, shown(editor.get(url)) | {"credibility": "1"})

    ((field, (text,)),) = field_errors(page).items()
    assert field == "credibility"
    assert text.startswith("Grade 1 means “confirmed by other sources” (STANAG 2511)")
    assert Claim.objects.get().credibility == "6"


def test_confirmed_grade_is_given(editor):
    claim = ClaimFactory(
        relations=[ClaimRelationFactory.build(kind="corroborates", other=ClaimFactory())]
    )
    url = address(Claim, "change", claim.pk)

    assert editor.post(url, shown(editor.get(url)) | {"credibility": "1"}).status_code == 302
    assert Claim.objects.get(pk=claim.pk).credibility == "1"
