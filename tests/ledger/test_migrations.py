"""The tables are those that the models ask for."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_is_ahead_of_the_migrations() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
