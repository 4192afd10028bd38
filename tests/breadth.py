"""Was everything exercised over HTTP? `make test` asks after a whole run: `python -m tests.breadth FILE`.

End-to-end tests let the program write down what it goes through (LINLI_TRACE_FILE, see `bot.trace`). Here that is
compared with all there is, read off the code: nothing has to be listed by hand. What truly cannot be brought about
over HTTP stands in breadth.toml, with the reason; what stands there and was exercised after all is named too.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import StatesGroup

from bot.dispatcher import build_dispatcher
from bot.middlewares.handlers import handler_name
from core.ballots.model import BALLOT_TRANSITIONS
from core.booking import model as days
from core.booking import places
from core.broadcast.model import TRANSITIONS as CAMPAIGN_TRANSITIONS
from core.disclosure import model as news
from core.petitions.model import TRANSITIONS
from core.reports.model import TRANSITIONS as REPORT_TRANSITIONS
from core.shared.actions import Action
from core.shared.language import Language
from dialogs import states
from locales.catalogue import default_catalogue
from tests.source import ROOT, files, shown, tree_of

EXCEPTIONS = Path(__file__).with_suffix(".toml")
SCENES = "tests/e2e/test_breadth*.py"
OBSERVED = ("message", "callback_query", "my_chat_member", "chat_member")
WHERE = {
    "transition": "a stage and an event of TRANSITIONS (core/petitions/model.py): add it to a path of STAGES",
    "booking": "a state and an event of TRANSITIONS (core/booking/places.py): let it happen in test_booking.py",
    "day": "a state and an event of DAY_TRANSITIONS (core/booking/model.py): let it happen in test_booking.py",
    "ballot": "a state and an event of BALLOT_TRANSITIONS (core/ballots/model.py): let it happen in test_ballots.py",
    "report": "a state and an event of TRANSITIONS (core/reports/model.py): let it happen in test_reports.py",
    "disclosure": "a state and an event of TRANSITIONS (core/disclosure/model.py): let it happen in test_disclosure.py",
    "campaign": "a state and an event of TRANSITIONS (core/broadcast/model.py): let it happen in test_broadcast.py",
    "action": "a button code of core/shared/actions.py whose press reached no handler that is given `code`",
    "command": "a handler and its command: add a row to COMMANDS",
    "handler": "a handler registered with aiogram that no update has come to",
    "window": "a state of dialogs/states.py that was never shown: add a walk to it",
    "choice": "a choice that was offered, or stands in dialogs/, and that nobody chose: add it to a walk",
    "error": "a sentence of locales/*/errors.ftl that nobody was told: add a row to REFUSALS",
}
_ID = re.compile(r"[0-9a-f]{32}")


def wanted() -> dict[str, set[str]]:
    """All there is, by kind; of choices only those that stand in the source by their names."""
    routers = list(_routers(_dispatcher()))
    handlers = [handler for router in routers for kind in OBSERVED for handler in router.observers[kind].handlers]
    ours = [handler for handler in handlers if not handler.callback.__module__.startswith("aiogram_dialog.")]
    return {
        "transition": {f"{stage}+{event}" for stage, event in TRANSITIONS},
        "booking": {f"{state}+{event}" for state, event in places.TRANSITIONS},
        "day": {f"{state}+{event}" for state, event in days.DAY_TRANSITIONS},
        "ballot": {f"{state}+{event}" for state, event in BALLOT_TRANSITIONS},
        "report": {f"{state}+{event}" for state, event in REPORT_TRANSITIONS},
        "disclosure": {f"{state}+{event}" for state, event in news.TRANSITIONS},
        "campaign": {f"{state}+{event}" for state, event in CAMPAIGN_TRANSITIONS},
        "action": {action.value for action in Action},
        "command": {
            f"{handler_name(handler)}:/{name}"
            for handler in ours
            for part in handler.filters or ()
            if isinstance(part.callback, Command)
            for name in part.callback.commands
        },
        "handler": {handler_name(handler) for handler in ours} | {f"dialog.{group.__name__}" for group in _groups()},
        "window": {str(state.state) for group in _groups() for state in group.__all_states__},
        "choice": {f"{name} of {place}" for place, name in _named_choices()},
        "error": {key for key in default_catalogue().keys(Language.ZH_CN) if key.startswith("error-")},
    }


def _dispatcher() -> Router:
    nothing: Any = None  # what handlers would be given; none is called
    return build_dispatcher(nothing, nothing, nothing, nothing, nothing)


def _routers(router: Router) -> Iterator[Router]:
    yield router
    for part in router.sub_routers:
        yield from _routers(part)


def _groups() -> list[type[StatesGroup]]:
    return [
        value
        for value in vars(states).values()
        if isinstance(value, type) and issubclass(value, StatesGroup) and value is not StatesGroup
    ]


def _named_choices() -> Iterator[tuple[str, str]]:
    """Where a choice is written, and its id: which windows offer it is known only when they are shown."""
    for file in files("dialogs"):
        for node in ast.walk(tree_of(file)):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Choice"
            if called and node.args and isinstance(node.args[0], ast.Constant):
                yield shown(file), str(node.args[0].value)


def exercised(lines: list[str]) -> dict[str, set[str]]:
    """What was written down, by kind; ids of cases and units are a star."""
    found: dict[str, set[str]] = {}
    for line in lines:
        kind, _, name = line.partition(" ")
        found.setdefault(kind, set()).add(_ID.sub("*", name))
    return found


def missing(there_is: dict[str, set[str]], lines: list[str]) -> dict[str, set[str]]:
    """What was never exercised, by kind."""
    done = exercised(lines)
    chosen = done.get("chosen", set())
    ids = {name.partition(".")[2] for name in chosen}
    left = {kind: names - done.get(kind, set()) for kind, names in there_is.items()}
    left["error"] = there_is["error"] - done.get("text", set())
    left["choice"] = done.get("offered", set()) - chosen
    left["choice"] |= {name for name in there_is["choice"] if name.partition(" of ")[0] not in ids}
    return left


def judge(lines: list[str], exceptions: dict[str, dict[str, str]]) -> list[str]:
    """Return what to say; nothing where all is well."""
    there_is = wanted()
    left = missing(there_is, lines)
    said: list[str] = []
    for kind, names in left.items():
        told = sorted(names - set(exceptions.get(kind, {})))
        if told:
            said += [f"never exercised over HTTP: {WHERE[kind]}", *(f"    {kind} {name}" for name in told)]
    for kind, reasons in exceptions.items():
        said += [
            f"{EXCEPTIONS.name}: [{kind}] {name} is exercised, or is no more: take it out"
            for name in sorted(reasons)
            if name not in left.get(kind, set())
        ]
    if said:
        said.append(f"Scenes for this: {SCENES}. What cannot be brought about, and why: tests/{EXCEPTIONS.name}.")
    return said


def main(file: Path) -> int:
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    said = judge(lines, tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8")))
    print("\n".join(said) if said else f"breadth: everything was exercised ({ROOT.name})")  # noqa: T201 - its answer
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
