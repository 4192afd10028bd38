"""Keywords by jieba: its own dictionary cuts, its own table says how rare a word is."""

import asyncio
from collections.abc import Collection
from functools import cached_property
from importlib.resources import files
from statistics import median

from bot.adapters.words import SIMPLIFIER, TOKENIZER
from core.figures.hot_words import HotWord, hot_words
from core.figures.model import Said
from core.routing.knowledge import dictionary, stop_words


class JiebaKeywords:
    """The table is read when the first word is weighed, a third of a second."""

    def words(self, text: str) -> Collection[str]:
        """Only words somebody has written down: what a cutter makes up where it knows none says nothing."""
        cut = set(TOKENIZER.words(SIMPLIFIER.simplified(text)))
        return {word for word in cut - self._stop if word in self._rare[0] or word in self._ours}

    def weight(self, word: str) -> float:
        table, usual = self._rare
        return table.get(word, usual)

    @cached_property
    def _stop(self) -> frozenset[str]:
        return stop_words()

    @cached_property
    def _ours(self) -> frozenset[str]:
        return frozenset(dictionary().split())

    @cached_property
    def _rare(self) -> tuple[dict[str, float], float]:
        """Return jieba's own table, and what a word weighs that is not in it: as much as the middle one."""
        rows = files("jieba").joinpath("analyse", "idf.txt").read_text(encoding="utf-8").splitlines()
        table = {word: float(weight) for word, weight in (row.split(" ") for row in rows)}
        return table, median(table.values())


KEYWORDS = JiebaKeywords()
"""One a process: what it has read stays in memory."""


async def find_hot_words(said: Said) -> list[HotWord]:
    return await asyncio.to_thread(hot_words, said, KEYWORDS)
