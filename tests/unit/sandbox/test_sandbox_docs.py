import pytest

from sandbox import docs_text, make_docs
from sandbox.acts import ACTS
from sandbox.calls import HANDLERS
from sandbox.faults import KINDS
from sandbox.schema import load

pytestmark = pytest.mark.unit


def test_docs_are_current() -> None:
    """Run `python -m sandbox.make_docs` when this fails."""
    assert make_docs.TARGET.read_text(encoding="utf-8") == make_docs.render()


def test_every_emulated_method_is_one_of_the_bot_api() -> None:
    assert set(HANDLERS) <= set(load().methods)


def test_prose_names_exactly_what_there_is() -> None:
    assert set(docs_text.ACTS) == set(ACTS)
    assert set(docs_text.FAULTS) == KINDS
    assert set(docs_text.ROUTES) == set(make_docs.routes())
