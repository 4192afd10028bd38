"""Keys of personal data that are put together at run time: see tests/static/test_locales.py."""

from core.privacy.model import Reason, Unnamed


def of_privacy() -> dict[str, set[str]]:
    return {
        "identity": {f"identity-reason-{reason}" for reason in Reason},
        "unnamed": {f"card-unnamed-{why}" for why in Unnamed},
        "erasing": {f"me-erase-{part}" for part in ("goes", "stays", "telegram", "words")},
    }
