"""The adapters of routing: jieba apart from everybody else's, OpenCC."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jieba
import pytest

from bot.adapters.words import JiebaTokenizer, OpenccSimplifier

pytestmark = pytest.mark.unit


def test_words_of_ours_are_cut_whole_and_with_the_short_ones_inside() -> None:
    words = list(JiebaTokenizer().words("法律服务日找网格员"))

    assert {"法律服务日", "法律", "服务", "网格员"} <= set(words)


def test_the_tokenizer_everybody_shares_is_left_alone() -> None:
    list(JiebaTokenizer().words("法律服务日"))

    assert not jieba.dt.initialized
    assert "法律服务日" not in jieba.dt.FREQ


def test_first_calls_from_several_threads_cut_alike() -> None:
    tokenizer = JiebaTokenizer()
    with ThreadPoolExecutor(4) as threads:
        cuts = list(threads.map(lambda text: list(tokenizer.words(text)), ["议事会和听证会"] * 8))

    assert cuts == [cuts[0]] * 8


def test_all_of_a_process_share_one_of_each() -> None:
    code = """
import jieba, opencc
made = []
class Cutter(jieba.Tokenizer):
    def __init__(self):
        made.append("jieba")
        super().__init__()
class Converter(opencc.OpenCC):
    def __init__(self, *args):
        made.append("opencc")
        super().__init__(*args)
jieba.Tokenizer, opencc.OpenCC = Cutter, Converter
from datetime import date
from bot.adapters.router import make_router
from bot.adapters.words import search_tokenizer
for round in range(2):
    make_router().route("電梯維修", date(2026, 11, 23))
    list(search_tokenizer().words("電梯維修"))
print(*sorted(made))
"""
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.split() == ["jieba", "opencc"]


def test_nothing_is_printed_and_nothing_left_in_the_temporary_folder(tmp_path: Path) -> None:
    code = "from bot.adapters.words import JiebaTokenizer as J; print(len(list(J().words('居委会'))))"
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code],
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert (done.stdout.strip().isdecimal(), done.stderr, list(tmp_path.iterdir())) == (True, "", [])


def test_one_traditional_character_with_two_simplified_ones_is_read_by_its_word() -> None:
    assert OpenccSimplifier().simplified("頭髮和發票，皇后之後") == "头发和发票，皇后之后"
