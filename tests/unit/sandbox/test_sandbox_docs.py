import re
from pathlib import Path

import pytest

from sandbox import docs_text, make_docs
from sandbox.acts import ACTS
from sandbox.calls import HANDLERS
from sandbox.faults import KINDS
from sandbox.schema import load

pytestmark = pytest.mark.unit

SCRIPTS = Path(__file__).parents[3] / "sandbox" / "web" / "js"
ASKED_WORD = r"(?:\bt\(|\bi18n\w*: (?!'i18n)|iconButton\('\w+', )'(\w+)'"


def test_docs_are_current() -> None:
    """Run `python -m sandbox.make_docs` when this fails."""
    assert make_docs.TARGET.read_text(encoding="utf-8") == make_docs.render()


def test_every_emulated_method_is_one_of_the_bot_api() -> None:
    assert set(HANDLERS) <= set(load().methods)


def test_prose_names_exactly_what_there_is() -> None:
    assert set(docs_text.ACTS) == set(ACTS)
    assert set(docs_text.FAULTS) == KINDS
    assert set(docs_text.ROUTES) == set(make_docs.routes())


def test_every_word_of_the_page_is_in_both_languages() -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js")}
    known = set(re.findall(r"^  (\w+): \[", scripts.pop("words.js"), re.MULTILINE))
    asked = set(re.findall(ASKED_WORD, "".join(scripts.values())))

    assert asked - known == set()
