"""What a resident wants to be told: how often, of what, and when not. Each choice holds at once."""

from aiogram_dialog import Dialog, LaunchMode

from core.broadcast.messages import tick
from core.broadcast.model import QUIET, Quiet, Rhythm, Topic
from core.shared.messages import Arg, MessageSpec, Term
from dialogs.offer.pages import take_free_text
from dialogs.pages import Choice, Go, Page, Visit, page_window
from dialogs.states import MenuSG, SubscribeSG

HOURS = (QUIET, Quiet(22, 7), Quiet(20, 9), None)
"""Quiet hours that are offered; whoever wants none is told at any time."""


async def main_page(visit: Visit) -> Page:
    choice = await visit.use.broadcast.choice(visit.actor)
    rows = [
        Choice(rhythm, f"button-rhythm-{rhythm}", _to_rhythm(rhythm), {"tick": tick(rhythm is choice.rhythm)})
        for rhythm in Rhythm
    ]
    topics = [Choice("topics", "button-topics", _topics, {"count": len(choice.topics)})]
    quiet = [Choice("quiet", "button-quiet", _quiet, _hours(choice.quiet))]
    more = [] if choice.rhythm in {Rhythm.NEVER, Rhythm.NOTICES} else topics
    more += [] if choice.rhythm is Rhythm.NEVER else quiet
    body = MessageSpec("subscription", {"rhythm": Term(f"rhythm-{choice.rhythm}")})
    return Page(body, [*rows, *more, _MENU], take_free_text, sorts=True)


async def topics_page(visit: Visit) -> Page:
    choice = await visit.use.broadcast.choice(visit.actor)
    rows = [
        Choice(
            topic,
            f"button-topic-{topic}",
            _to_topic(topic, wanted=topic not in choice.topics),
            {"tick": tick(topic in choice.topics)},
        )
        for topic in Topic
    ]
    return Page(MessageSpec("subscription-topics"), [*rows, _BACK], take_free_text, sorts=True)


async def quiet_page(visit: Visit) -> Page:
    chosen = (await visit.use.broadcast.choice(visit.actor)).quiet
    offered = HOURS if chosen in HOURS else (chosen, *HOURS)
    rows = [
        Choice(
            f"{quiet.since}-{quiet.until}" if quiet else "none",
            "button-hours",
            _to_quiet(quiet),
            {"tick": tick(quiet == chosen), **_hours(quiet)},
        )
        for quiet in offered
    ]
    return Page(MessageSpec("subscription-quiet"), [*rows, _BACK], take_free_text, sorts=True)


def _hours(quiet: Quiet | None) -> dict[str, Arg]:
    if quiet is None:
        return {"quiet": "no", "from": 0, "to": 0}
    return {"quiet": "yes", "from": quiet.since, "to": quiet.until}


def _to_rhythm(rhythm: Rhythm) -> Go:
    async def go(visit: Visit) -> None:
        await visit.use.broadcast.subscribe.rhythm(visit.actor, rhythm)
        visit.flash("subscription-kept")

    return go


def _to_topic(topic: Topic, *, wanted: bool) -> Go:
    async def go(visit: Visit) -> None:
        await visit.use.broadcast.subscribe.topic(visit.actor, topic, wanted=wanted)

    return go


def _to_quiet(quiet: Quiet | None) -> Go:
    async def go(visit: Visit) -> None:
        await visit.use.broadcast.subscribe.quiet(visit.actor, quiet)
        visit.flash("subscription-kept")
        await visit.goto(SubscribeSG.main)

    return go


async def _topics(visit: Visit) -> None:
    await visit.goto(SubscribeSG.topics)


async def _quiet(visit: Visit) -> None:
    await visit.goto(SubscribeSG.quiet)


async def _back(visit: Visit) -> None:
    await visit.goto(SubscribeSG.main)


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_BACK = Choice("back", "button-back", _back, also="names-back")
_MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave", "names-back"))


def build_broadcast_dialog() -> Dialog:
    return Dialog(
        page_window(SubscribeSG.main, main_page),
        page_window(SubscribeSG.topics, topics_page),
        page_window(SubscribeSG.quiet, quiet_page),
        launch_mode=LaunchMode.ROOT,
    )
