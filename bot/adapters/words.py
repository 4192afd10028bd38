import logging
from collections.abc import Iterable
from functools import cached_property
from threading import Lock
from typing import Any

from core.petitions.search import Cut, cut
from core.routing.knowledge import dictionary
from core.routing.ports import Simplifier, Tokenizer


class JiebaTokenizer:
    """Cuts with jieba's dictionary and ours, in a tokenizer of its own: jieba's global one is everybody's.

    The dictionary is read at the first call, half a second and 70 MB; safe from several threads. jieba's own way
    would leave a marshalled copy in the shared temporary folder, under a name anybody can guess, and load that later.
    """

    def __init__(self) -> None:
        self._lock = Lock()

    def words(self, text: str) -> Iterable[str]:
        words: Iterable[str] = self._ready().cut_for_search(text)
        return words

    def _ready(self) -> Any:  # noqa: ANN401 - jieba ships no types
        with self._lock:
            return self._cutter

    @cached_property
    def _cutter(self) -> Any:  # noqa: ANN401 - same
        import jieba  # noqa: PLC0415 - most commands never cut a text

        jieba.setLogLevel(logging.CRITICAL)
        cutter = jieba.Tokenizer()
        cutter.FREQ, cutter.total = cutter.gen_pfdict(cutter.get_dict_file())
        cutter.initialized = True
        for word in dictionary().split():
            cutter.add_word(word)
        return cutter


class OpenccSimplifier:
    """Simplified characters by OpenCC, which knows where one traditional character has two simplified ones."""

    def simplified(self, text: str) -> str:
        simplified: str = self._converter.convert(text)
        return simplified

    @cached_property
    def _converter(self) -> Any:  # noqa: ANN401 - opencc ships no types
        import opencc  # noqa: PLC0415 - most commands never convert a text

        return opencc.OpenCC("t2s")


class SearchTokenizer:
    """Words by which things are found: of a text in either script the same."""

    def __init__(self, tokenizer: Tokenizer, simplifier: Simplifier) -> None:
        self._tokenizer = tokenizer
        self._simplifier = simplifier

    def words(self, text: str) -> Iterable[str]:
        return self._tokenizer.words(self._simplifier.simplified(text))


TOKENIZER, SIMPLIFIER = JiebaTokenizer(), OpenccSimplifier()
"""One of each a process: what they read stays in memory, and nothing is read before it is needed."""


def case_cutter(text: str) -> Cut:
    """Cut what petitions are found by."""
    return cut(text, TOKENIZER, SIMPLIFIER)


def search_tokenizer() -> SearchTokenizer:
    return SearchTokenizer(TOKENIZER, SIMPLIFIER)
