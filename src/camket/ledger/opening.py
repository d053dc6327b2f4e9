"""Opening: Django made ready for whoever uses the ledger outside a web server."""

import os

import django
from django.apps import apps

from camket.ledger.place import home


def open_ledger() -> None:
    """Make the home if it is not there yet, and Django ready; asking again does nothing."""
    home().mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camket.ledger.settings")
    if not apps.ready:
        django.setup()
