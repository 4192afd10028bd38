"""Keys of the people area that are put together at run time: see tests/static/test_locales.py."""

from bot.commands.roster import TEMPLATE
from core.people.intake import IntakeField
from core.people.model import Role
from core.people.roster_file import RosterColumn, Trouble


def of_people() -> dict[str, set[str]]:
    return {
        "roster file": {f"roster-column-{column}" for column in RosterColumn}
        | {f"{front}role-{role}" for role in Role for front in ("", "roster-")}
        | {f"cli-roster-{trouble}" for trouble in Trouble}
        | {f"cli-roster-example-{column}" for column in TEMPLATE},
        "intake": {f"intake-label-{what}" for what in IntakeField}
        | {"intake-name", "intake-text"}
        | {f"intake-{what}-or-none" for what in (IntakeField.NAME, IntakeField.PHONE, IntakeField.ROOM)},
    }
