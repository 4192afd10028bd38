"""Keys of petitions of several people that are put together at run time: see tests/static/test_locales.py."""

from core.together.model import Part


def of_together() -> dict[str, set[str]]:
    return {"together": {f"together-part-{part}" for part in Part}}
