"""Every text in every language, every text used, and nothing Telegram would refuse."""

import ast
import re
from functools import cache
from html.parser import HTMLParser

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.config import Settings
from bot.menu_commands import GROUP, PRIVATE
from core.people.model import Level, Purpose
from core.petitions.model import Event, FileKind, Kind, Stage
from core.shared.language import Language
from core.shared.outbox import RowState
from locales.catalogue import ROOT
from storage.integrity import CONFLICTS
from tests import families as areas
from tests.source import files, strings, tree_of

pytestmark = pytest.mark.static

EDGES = ("core", "dialogs", "bot", "delivery", "locales")
RIGHTS = ("administrator", "can-manage-topics", "can-delete-messages", "can-pin-messages")
NEVER_TOLD = {
    "secret-unreadable": "an operator's key is wrong: an incident, told as one",
    "file-gone": "the intake turns it into file-unavailable, the keeper into a log line",
    "bind-rights": "the handler spells the missing rights out below the text `bind-rights`",
}


class _Parts(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.text = ""

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's naming
        self.variables.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - the library's naming
        self.text += node.value

    def visit_StringLiteral(self, node: ftl.StringLiteral) -> None:  # noqa: N802 - the library's naming
        self.text += str(node.parse()["value"])


@cache
def messages(language: Language) -> dict[str, _Parts]:
    found: dict[str, _Parts] = {}
    for file in sorted((ROOT / language.value).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file}: {entry.id.name} twice"
                found[entry.id.name] = parts = _Parts()
                parts.visit(entry)
    return found


SOURCE = messages(Language.ZH_CN)


@pytest.mark.parametrize("language", Language)
def test_every_key_exists_in_every_language(language: Language) -> None:
    assert len(SOURCE) > 200
    assert set(messages(language)) == set(SOURCE)


@pytest.mark.parametrize("language", Language)
def test_a_key_has_the_same_variables_in_every_language(language: Language) -> None:
    here = messages(language)

    assert {key: here[key].variables for key in SOURCE} == {key: parts.variables for key, parts in SOURCE.items()}


@pytest.mark.parametrize("language", Language)
def test_every_file_has_its_twin(language: Language) -> None:
    assert [f.name for f in sorted((ROOT / language.value).glob("*.ftl"))] == [
        f.name for f in sorted((ROOT / "zh-CN").glob("*.ftl"))
    ]


def families() -> dict[str, set[str]]:
    """Keys that are put together at run time, with every member they need."""
    codes = raised_codes()
    return {
        "kind": {f"{front}kind-{kind}" for kind in Kind for front in ("", "names-")},
        "content": {f"content-{kind}" for kind in FileKind},
        "stage": {f"{front}-{stage}" for stage in Stage for front in ("stage", "mark")},
        "event": {f"event-{event}" for event in set(Event) - areas.SILENT_EVENTS},
        "purpose": {f"{front}-{name}" for name in Purpose for front in ("purpose", "cli-purpose", "cli-setup-for")},
        "outbox": {f"cli-outbox-{state}" for state in RowState},
        "level": {f"cli-level-{level}" for level in Level},
        "right": {f"{front}right-{right}" for right in RIGHTS for front in ("", "cli-")},
        "command": {f"command-private-{name}" for name in PRIVATE} | {f"command-group-{name}" for name in GROUP},
        "config": {f"cli-config-{name.replace('_', '-')}" for name in Settings.model_fields},
        "queue": areas.of_queue(),
        "refused": {f"error-case-stage-{stage}" for stage in Stage},
        **areas.of_areas(),
        "errors": {
            key for key in SOURCE for code in codes if key in {f"error-{code}", f"cli-error-{code}", f"cli-{code}"}
        },
    }


def test_every_member_of_a_family_has_its_text() -> None:
    wanted: set[str] = set().union(*families().values())

    assert {"kind-complaint", "cli-config-bot-token", "event-claim", "error-case-stage-closed"} <= wanted
    assert wanted - set(SOURCE) == set()


def raised_codes(*folders: str) -> set[str]:
    """Codes our errors carry: the first argument wherever an error of ours is made."""
    codes = {code for _, code in CONFLICTS.values()}
    for file in files(*folders or ("core", "bot", "storage", "dialogs")):
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OUR_ERRORS:
                codes |= {
                    value.value
                    for argument in node.args[:1]
                    for value in ast.walk(argument)
                    if isinstance(value, ast.Constant) and isinstance(value.value, str) and _is_code(value.value)
                }
    return codes


def _is_code(text: str) -> bool:
    return re.fullmatch(r"[a-z]+(-[a-z]+)+", text) is not None


OUR_ERRORS = {"AppError", "ConfigError", "ConflictError", "DemoError", "DomainError", "NotFoundError", "StorageError"}


def test_the_tree_of_errors_is_the_one_searched_for() -> None:
    made = {
        node.name
        for file in files("core", "bot", "storage", "dialogs", "delivery")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef) and {getattr(base, "id", "") for base in node.bases} & OUR_ERRORS
    }

    assert made | {"AppError"} == OUR_ERRORS


def test_every_error_that_can_be_raised_has_its_sentence() -> None:
    codes = raised_codes()
    told = {code for code in codes if {f"error-{code}", f"cli-error-{code}", f"cli-{code}"} & set(SOURCE)}

    assert {"claimed-by", "claimed-by-you", "case-unknown", "seed-file", "config-unknown-near"} <= told
    assert codes - told == set(NEVER_TOLD)


def test_every_rule_that_can_say_no_in_a_chat_has_its_sentence_for_chats() -> None:
    """The command line's sentences speak to operators; they do not count here."""
    codes = raised_codes("core/petitions", "dialogs")

    assert "answer-first" in codes
    assert {code for code in codes if f"error-{code}" not in SOURCE} == set()


def used() -> set[str]:
    literal = {node.value for file in files(*EDGES) for node in strings(file)}
    return literal.union(*families().values())


def test_no_text_is_unused() -> None:
    assert set(SOURCE) - used() == set()


def test_no_key_is_asked_for_that_is_not_there() -> None:
    """Where a key is given in full, it must exist."""
    asked: set[str] = set()
    for file in files(*EDGES):
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                asked |= {node.args[at].value for at in KEY_AT.get(name, ()) if _literal(node, at)}

    assert len(asked) > 100
    assert asked - set(SOURCE) - {"no-text"} == set()


KEY_AT = {
    "MessageSpec": (0,),
    "Term": (0,),
    "flash": (0,),
    "html": (0,),
    "plain": (0,),
    "words": (0,),
    "say": (0,),
    "complain": (0,),
    "section": (0,),
    "Choice": (1,),
    "Button": (0,),
    "notice": (2,),
    "staff_word": (2,),
    "_say": (4,),
}
"""Function → where in its arguments a key stands."""


def _literal(node: ast.Call, at: int) -> bool:
    return len(node.args) > at and isinstance(node.args[at], ast.Constant) and isinstance(node.args[at].value, str)


TAGS = {"b", "i", "u", "s", "code", "pre", "blockquote", "a", "tg-spoiler"}


class _Telegrams(HTMLParser):
    """Raises for a tag Telegram does not know and for one that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else []), (tag, attrs)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def finish(self) -> None:
        self.close()
        assert not self.open


def is_markup(text: str) -> bool:
    reader = _Telegrams()
    try:
        reader.feed(text)
        reader.finish()
    except (AssertionError, IndexError):
        return False
    rest = re.sub(r"</?[a-z-]+( href=\"[^\"]*\")?>", "", text)
    return not re.search(r"[<>]|&(?!(lt|gt|amp|quot);)", rest)


@pytest.mark.parametrize("language", Language)
def test_markup_is_telegrams_and_closed(language: Language) -> None:
    """One test for all: a thousand tests cost more than what they look at."""
    on_screen = [key for key in messages(language) if not key.startswith(("cli-", "command-"))]
    assert len(on_screen) > 500
    assert [key for key in on_screen if not is_markup(messages(language)[key].text)] == []


@pytest.mark.parametrize("broken", ["<b>x", "x</b>", "<b><i>x</b></i>", "<p>x</p>", "<b class=x>x</b>", "<br>", "&"])
def test_the_check_itself_finds_broken_markup(broken: str) -> None:
    assert not is_markup(broken)


PLAIN = {"choice-gone", "window-gone", "staff-not-member", "staff-claimed", "staff-closed", "staff-prompted"}
"""Answers to presses, beside the errors."""


def is_label(key: str) -> bool:
    return key.startswith(("button-", "language-", "menu-", "kind-", "offer-", "cases-row")) and key not in {
        "language-changed",
        "offer-nothing",
    }


@pytest.mark.parametrize("language", Language)
def test_texts_fit_where_telegram_shows_them(language: Language) -> None:
    too_long: list[str] = []
    for key, parts in messages(language).items():
        limit = 4096 - 1024
        if is_label(key):
            limit = 64 - 4 - (16 + 20 if parts.variables else 0)  # "12. " before it, a number and words in it
        elif key.startswith("error-") or key in PLAIN:
            limit = 200 - (40 if parts.variables else 0)
        elif key.startswith("command-"):
            limit = 256
        if len(parts.text.encode("utf-16-le")) // 2 > limit:
            too_long.append(key)
        if (is_label(key) or key in PLAIN or key.startswith(("error-", "command-"))) and re.search(
            r"[<>&]", parts.text
        ):
            too_long.append(f"{key} has markup where none is shown")

    assert too_long == []


@pytest.mark.parametrize("language", [Language.ZH_CN, Language.ZH_TW])
def test_chinese_is_set_with_chinese_marks(language: Language) -> None:
    narrow = re.compile(r"[\u4e00-\u9fff>”」][:,;?!(](?!//|\d)|\)[\u4e00-\u9fff]")
    assert [key for key, part in messages(language).items() if narrow.search(part.text)] == []
