"""Django's settings: an installation has no others than its home and its database (see ``place``)."""

from camket.ledger.place import database

DATABASES = {"default": database()}
INSTALLED_APPS = ["camket.ledger", "camket.ledger.search"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"
# Nothing here signs or serves anything; the web brings a key of its own.
SECRET_KEY = ""
