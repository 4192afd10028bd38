"""Windows made of pages: one function says what a window shows and what can be chosen now.

The same function is asked again when a button is pressed or a choice is typed. So a button of last month, a hidden
button pressed by a forged callback and a number typed into an old window all meet the present rules, and nothing can
be chosen that is not offered. Choices are numbered; they can be pressed, or typed as number or name.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.text import Text

from core.shared.messages import Arg, MessageSpec
from core.shared.text import CHINESE_NUMBERS, CHOICE_DIGITS, fold, typed_number
from core.shared.trace import seen
from dialogs.albums import said_of_album, show_below
from dialogs.carried import bring_back, landed_here
from dialogs.crowd import rendered
from dialogs.held import held_back
from dialogs.incoming import Incoming, read_message
from dialogs.speech import Speech
from dialogs.states import PROTECTED_STATES
from dialogs.stray import is_short, is_stray, words_of
from dialogs.visit import Visit

__all__ = ["Choice", "Go", "Page", "PageOf", "Typed", "Visit", "match_choice", "page_window"]

Go = Callable[[Visit], Awaitable[None]]
Typed = Callable[[Visit, Incoming], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen now. `id` is stable; `names` are further words that choose it."""

    id: str
    label: str
    go: Go
    args: Mapping[str, Arg] = field(default_factory=dict)
    names: Sequence[str] = ()
    also: str | Sequence[str] = ()
    """Key or keys of texts with further words for this choice, separated by "|", in every language."""


@dataclass(frozen=True, slots=True)
class Page:
    body: MessageSpec
    choices: Sequence[Choice] = ()
    typed: Typed | None = None
    loose: bool = False
    """The beginning of a choice's name is enough; only where no other words are expected."""
    numbered: bool = True
    """False where a bare number may be an answer: then only presses and names choose."""
    sorts: bool = False
    """`typed` itself tells what is content from numbers and words that were meant to choose."""
    unseen: Sequence[Choice] = ()
    """Chosen by their names only: words for back and menu are understood where no button says them."""
    unhurried: bool = False
    """A choice typed before this page was there is none: it must be read first."""
    asks: bool = False
    """A question of yes or no: few words that say neither choose nothing, and are nothing to pass on."""
    by_code: bool = False
    """Words typed here belong to an anonymous case, or wait for its code, whatever message they answer."""
    by_press: bool = False
    """Nothing that is offered can be chosen by typing: typed words may rest longer than presses."""
    aside: Sequence[str] = ()
    """Keys of texts with words that are no content here, because they answer what is asked elsewhere."""


PageOf = Callable[[Visit], Awaitable[Page]]


class _Body(Text):
    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        page: Page = data["page"]
        rendered(manager.current_context().state, unhurried=page.unhurried)
        speech = Visit.of(manager).speech
        flashes = [speech.spec(spec) for spec in data["said"]]
        return "\n\n".join([*flashes, speech.spec(page.body)])


def _page_name(manager: DialogManager) -> str:
    return str(manager.current_context().state.state).rpartition(":")[2]


def _full_name(manager: DialogManager, choice: Choice) -> str:
    return f"{manager.current_context().state.state}.{choice.id}"


async def _not_meant(visit: Visit) -> None:
    await bring_back(visit)


NOT_MEANT = Choice("not-meant", "button-not-meant", _not_meant, also="names-not-meant")


async def _asked(page_of: PageOf, visit: Visit) -> Page:
    """Return the page; where free text has led to it, with the way back to what else it may be, last."""
    page = await page_of(visit)
    return replace(page, choices=[*page.choices, NOT_MEANT]) if landed_here(visit) else page


async def _take(visit: Visit, choice: Choice) -> None:
    seen("chosen", _full_name(visit.manager, choice))
    await choice.go(visit)


class _Choices(Keyboard):
    """One choice a row, numbered: readable at 75, and the numbers can be typed.

    A button says which page it stands on: pressed twice, the second press must not choose what has the same name on
    the page that came in between.
    """

    def __init__(self, page_of: PageOf) -> None:
        super().__init__(id="c")
        self._page_of = page_of

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        page: Page = data["page"]
        speech = Visit.of(manager).speech
        for choice in page.choices:
            seen("offered", _full_name(manager, choice))
        return [
            [
                InlineKeyboardButton(
                    text=f"{number}. {label}" if page.numbered else label,
                    callback_data=self._item_callback_data(f"{_page_name(manager)}.{choice.id}"),
                )
            ]
            for number, choice in enumerate(page.choices, 1)
            for label in (speech.plain(choice.label, **choice.args),)
        ]

    async def _process_item_callback(
        self,
        callback: CallbackQuery,
        data: str,
        dialog: DialogProtocol,  # noqa: ARG002 - aiogram-dialog passes it by position
        manager: DialogManager,
    ) -> bool:
        visit = Visit.of(manager)
        where, _, wanted = data.partition(".")
        if where != _page_name(manager):
            await callback.answer(visit.speech.plain("choice-gone"))
            return True
        page = await _asked(self._page_of, visit)
        chosen = next((choice for choice in page.choices if choice.id == wanted), None)
        if chosen is None:
            await callback.answer(visit.speech.plain("choice-gone"), show_alert=True)
        else:
            await _take(visit, chosen)
        return True


def match_choice(page: Page, typed: str, speech: Speech) -> Choice | None:
    """Return the choice a typed text means: its number, its name in any language, or one of its further names."""
    wanted = fold(typed)
    if not wanted:
        return None
    content = page.typed is not None and not page.loose
    number = int(wanted) if content and wanted.isdecimal() and len(wanted) <= CHOICE_DIGITS else typed_number(typed)
    if content and not wanted.isdecimal() and wanted not in CHINESE_NUMBERS:
        number = None  # "three of them" is something to say, not the third choice; "three" alone is
    offered = () if page.by_press else page.choices
    if page.numbered and number is not None and 1 <= number <= len(offered):
        return offered[number - 1]
    begun: list[Choice] = []
    for choice in (*offered, *page.unseen):
        names = [*choice.names] if choice.args else [*speech.names(choice.label), *choice.names]
        also = (choice.also,) if isinstance(choice.also, str) else choice.also
        folded = {fold(name) for name in names} | words_of(also, speech)
        if wanted in folded:
            return choice
        if any(name.startswith(wanted) for name in folded):
            begun.append(choice)
    return begun[0] if page.loose and len(begun) == 1 and len(wanted) > 1 else None


def _is_stray(page: Page, incoming: Incoming, speech: Speech) -> bool:
    few = page.asks and incoming.is_plain and is_short(incoming.text)
    return few or is_stray(incoming, speech, numbered=page.numbered, aside=page.aside)


def _typed_before(message: Message, manager: DialogManager) -> bool:
    """Tell whether a message was sent before the page was there; ids in a chat rise, and dates know only seconds."""
    shown = manager.current_stack().last_message_id
    return shown is not None and message.message_id < shown


def page_window(state: State, page_of: PageOf) -> Window:
    """Make the window of `state`."""

    async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:  # noqa: ANN401 - aiogram-dialog passes everything
        page = await _asked(page_of, Visit.of(dialog_manager))
        return {"page": page, "said": said_of_album(dialog_manager, dialog_manager.middleware_data.get("flash", []))}

    async def on_message(message: Message, _: MessageInput, manager: DialogManager) -> None:
        visit = Visit.of(manager)
        page = await _asked(page_of, visit)
        incoming = read_message(message)
        show_below(manager)
        if page.by_press:
            manager.show_mode = ShowMode.DELETE_AND_SEND  # what was chosen there is not to stay in the chat
        chosen = match_choice(page, incoming.text, visit.speech) if incoming.is_plain else None
        if chosen is not None and page.unhurried and _typed_before(message, manager):
            manager.show_mode = ShowMode.NO_UPDATE  # the page stands below what was typed, and still asks
        elif chosen is not None:
            await _take(visit, chosen)
        elif incoming.unreadable:
            visit.flash("message-unreadable")
        elif page.typed is None or (not page.sorts and _is_stray(page, incoming, visit.speech)):
            visit.flash("choice-unknown" if page.numbered else "choice-unknown-here", count=len(page.choices))
        elif page.by_code or page.by_press or not await held_back(visit, incoming):
            await page.typed(visit, incoming)

    protected = True if state in PROTECTED_STATES else None
    widgets = _Body(), _Choices(page_of), MessageInput(on_message)
    return Window(*widgets, state=state, getter=getter, protect_content=protected)
