"""The directory in a desk's group: looked up, written line by line, looked at, published."""

import unicodedata
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_duty import markup, show
from core.app import UseCases
from core.directory.messages import office_draft
from core.directory.model import TEXTS, Entry, OfficeKind
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import OfficeId
from core.shared.listed import Listed, Press
from core.shared.messages import MessageSpec
from core.shared.text import fold
from dialogs.speech import Speech
from dialogs.stray import words_of

SHOWN = 30
SEE, PUBLISH, DROP, WITHDRAW = "s", "p", "d", "w"
"""What a button of an office does, behind its id."""


class OfficeCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.OFFICE else False


async def staff_who(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/who` lists, `/who WORDS` looks up, `/who NAME` with further lines "phone: …" writes a draft."""
    use, text = use_cases.directory.edit, command.args or ""
    name, *lines = text.splitlines() or [""]
    fields = _fields(lines, speech)
    if fields:
        listed = office(await use.draft(actor, {"name": name, **fields}))
    else:
        listed = offices(await use.see(actor, text), text)
    await message.reply(speech.spec(listed.spec), reply_markup=markup(listed, speech))


def _fields(lines: Sequence[str], speech: Speech) -> dict[str, str]:
    """Read lines that begin with what they say; a line that does not goes on with the one before."""
    names = {each: words_of((f"names-office-{each}",), speech) for each in (*TEXTS[1:], "kind")}
    found: dict[str, str] = {}
    last = ""
    for line in lines:
        head, colon, rest = unicodedata.normalize("NFKC", line).partition(":")
        field = next((each for each, words in names.items() if colon and fold(head) in words), "")
        if field:
            found[field], last = rest.strip(), field
        elif last:
            found[last] = f"{found[last]}\n{line}".strip()
    if "kind" in found:
        kinds = {each: words_of((f"office-kind-{each}",), speech) for each in OfficeKind}
        found["kind"] = next((each for each, words in kinds.items() if fold(found["kind"]) in words), found["kind"])
    return found


async def office_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    use = use_cases.directory.edit
    subject, _, step = code.subject.partition(".")
    office_id = OfficeId(subject)
    if not subject:
        listed = offices(await use.see(actor), "")
    elif step in {PUBLISH, DROP, WITHDRAW}:
        deed = {PUBLISH: use.publish, DROP: use.drop, WITHDRAW: use.withdraw}[step]
        listed = office(await deed(actor, office_id, code.version))
    else:
        listed = office(await use.one(actor, office_id))
    await callback.answer()
    await show(callback, listed, speech)


def offices(entries: Sequence[Entry], text: str) -> Listed:
    """List offices, each with a button; what is a draft only has a mark."""
    rows = []
    for entry in entries[:SHOWN]:
        shown = entry.published or entry.draft
        if shown is not None:
            args = {"name": shown.name, "draft": "yes" if entry.draft else "no"}
            rows.append([Press("staff-who-row", _code(entry, SEE), args)])
    return Listed(MessageSpec("staff-who" if rows else "staff-who-none", {"text": text}), rows)


def office(entry: Entry) -> Listed:
    """Show a draft as residents will read it, else what they read now."""
    back = [Press("button-back", ActionCode(Action.OFFICE).pack())]
    if entry.draft is not None:
        rows = [
            [Press("button-office-publish", _code(entry, PUBLISH)), Press("button-office-drop", _code(entry, DROP))]
        ]
        return Listed(office_draft(entry.draft), [*rows, back])
    if entry.published is None:
        return Listed(MessageSpec("office-dropped"), [back])
    spec = office_draft(entry.published)
    rows = [[Press("button-office-withdraw", _code(entry, WITHDRAW))]]
    return Listed(MessageSpec("office-published", more=spec.more), [*rows, back])


def _code(entry: Entry, step: str) -> str:
    return ActionCode(Action.OFFICE, f"{entry.id}.{step}", entry.version).pack()


def build_staff_who_router() -> Router:
    router = Router(name="staff-who")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(staff_who, Command("who"), IsStaff())
    router.callback_query.register(office_pressed, OfficeCode(), IsStaff())
    return router
