"""Keys of personal data that are put together at run time: see tests/static/test_locales.py."""

from core.privacy.model import Reason


def of_privacy() -> dict[str, set[str]]:
    return {"identity": {f"identity-reason-{reason}" for reason in Reason}}
