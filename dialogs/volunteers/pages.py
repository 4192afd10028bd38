"""Sign up as a volunteer: with what, and when; take it back at any time."""

from aiogram_dialog import Dialog, LaunchMode

from core.shared.messages import MessageSpec
from core.volunteers.model import Skill, Times
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit, page_window
from dialogs.start import open_home
from dialogs.states import VolunteerSG


async def main_page(visit: Visit) -> Page:
    mine = await visit.use.volunteers.sign_up.see(visit.actor)
    if mine is None:
        join = Choice("join", "button-volunteer-join", _toggle(None), also="names-yes")
        return Page(MessageSpec("volunteer-ask"), [join, _MENU], take_free_text, sorts=True)
    rows = [_choice(visit, what, f"skill-{what}", on=what in mine.skills) for what in Skill]
    rows += [_choice(visit, what, f"times-{what}", on=what in mine.times) for what in Times]
    leave = Choice("leave", "button-volunteer-leave", _leave)
    return Page(MessageSpec("volunteer-mine"), [*rows, leave, _MENU], take_free_text, sorts=True)


def _choice(visit: Visit, what: Skill | Times, key: str, *, on: bool) -> Choice:
    return Choice(
        f"{what}",
        "volunteer-choice",
        _toggle(what),
        {"what": visit.speech.plain(key), "on": "yes" if on else "no"},
    )


def _toggle(what: Skill | Times | None) -> Go:
    async def go(visit: Visit) -> None:
        await visit.use.volunteers.sign_up.toggle(visit.actor, what)

    return go


async def _leave(visit: Visit) -> None:
    await visit.use.volunteers.sign_up.withdraw(visit.actor)
    visit.flash("volunteer-left")


async def open_volunteers(visit: Visit) -> None:
    await visit.begin(VolunteerSG.main)


_MENU = Choice("menu", "button-menu", open_home, also=("names-menu", "names-leave", "names-back"))


def build_volunteers_dialog() -> Dialog:
    return Dialog(page_window(VolunteerSG.main, main_page), launch_mode=LaunchMode.ROOT)
