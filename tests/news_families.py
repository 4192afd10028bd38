"""Keys of disclosure that are put together at run time: see tests/static/test_locales.py."""

from core.disclosure.messages import REASONS
from core.disclosure.model import Category, State


def of_disclosure() -> dict[str, set[str]]:
    states = {state.replace("_", "-") for state in State}
    return {
        "news": {f"news-category-{category}" for category in (*Category, "none", "all")}
        | {f"{front}-{state}" for state in states for front in ("news-panel", "error-news")}
        | {f"news-reason-{reason}" for reason in REASONS}
    }
