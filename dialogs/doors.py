"""The doors that free text can lead through: this table, and nowhere else. See docs/routing.md.

A door is opened with the words waiting as `current_words`, in one call of `Visit.begin`. Before another one is added
here its window must be there: what is not in the table is not offered, and said to be not there yet.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from core.booking.model import MAX_OPENS, DayKind
from core.booking.places import MAX_TOPIC
from core.petitions.model import OPEN_STAGES, Kind
from core.routing.model import Intent
from core.shared.clock import local_day
from core.shared.ids import PetitionId
from core.shared.text import fold, utf16_len
from dialogs.ballots.door import open_votes, votes_are_offered
from dialogs.booking.door import door_is_open, open_day, open_mine, open_month, units_of
from dialogs.broadcast.door import open_subscription
from dialogs.directory.door import open_who
from dialogs.disclosure.door import news_is_there, search_board
from dialogs.me.door import open_me
from dialogs.mediation.door import running_with
from dialogs.petition.calling import take_number
from dialogs.petition.drafting import current_draft, words_into_draft
from dialogs.reports.door import open_report
from dialogs.states import CasesSG, MenuSG, PetitionSG
from dialogs.stray import words_of
from dialogs.visit import Visit


@dataclass(frozen=True, slots=True)
class Wish:
    """What a text was understood to want, with what it names besides."""

    intent: Intent
    text: str
    slots: Mapping[str, str | int] = field(default_factory=dict)
    call: bool = False
    """It asks to be called back: a petition of that kind, whatever else it may be taken for."""

    @property
    def day(self) -> date | None:
        """The civil day it names."""
        named = self.slots.get("date")
        return date.fromisoformat(str(named).partition("T")[0]) if named else None


@dataclass(frozen=True, slots=True)
class Door:
    open: Callable[[Visit, Wish], Awaitable[None]]
    there: Callable[[Visit], Awaitable[bool]]
    """Whether it is there for this person now."""


def label_of(intent: Intent, *, call: bool = False) -> str:
    """Return the key of the text that says what an intent is, or what a text wants that asks for a call."""
    return "kind-callback" if call else f"door-{intent.replace('.', '-')}"


def today(visit: Visit) -> date:
    clock = visit.use.clock
    return local_day(clock.now(), clock.zone)


async def is_there(visit: Visit, intent: Intent) -> bool:
    return intent in DOORS and await DOORS[intent].there(visit)


async def _always(_visit: Visit) -> bool:
    return True


async def nothing_open(visit: Visit) -> bool:
    """Tell whether words can only be something new: no case or mediation they may be of, no petition half written."""
    draft = await visit.draft()
    if draft is not None and not draft.untouched:
        return False
    cases = await visit.use.cases.of_resident(visit.actor.resident_id)
    return not any(case.stage in OPEN_STAGES for case in cases) and not await running_with(visit)


async def _petition(visit: Visit, wish: Wish) -> None:
    """Begin one with the words in it.

    Of a kind that cannot be filed yet, and where people of the staff are named, its writer chooses the kind: there it
    stands where to report somebody, and that everybody in the group reads what is written here.
    """
    if problem := await words_into_draft(visit):
        visit.flash(problem)
    draft = await current_draft(visit)
    kind = wish.intent.removeprefix("petition.")
    if place := wish.slots.get("place"):
        draft.place = draft.place or str(place)
    if known := wish.call or (kind in set(Kind) and not _names(visit, wish, "names-of-staff")):
        draft.choose(Kind.CALLBACK if wish.call else Kind(kind))
    call = PetitionSG.when if wish.call and take_number(visit, draft) else PetitionSG.phone
    await visit.keep(draft)
    await visit.begin(call if wish.call else PetitionSG.text if known else PetitionSG.kind)


def _days(kinds: Collection[DayKind]) -> Callable[[Visit, Wish], Awaitable[None]]:
    async def go(visit: Visit, wish: Wish) -> None:
        """Open the day that is named, or the month of it, with what was written as the topic."""
        topic = wish.text if utf16_len(wish.text) <= MAX_TOPIC else ""
        day, now = wish.day, today(visit)
        if day is None or not 0 <= (day - now).days <= MAX_OPENS:
            await open_month(visit, topic=topic, kinds=kinds)
            return
        views = await visit.use.booking.reader.days(await units_of(visit), day, day)
        meant = [view.day for view in views if view.day.plan.kind in kinds]
        if len(meant) == 1:
            await open_day(visit, meant[0].id, topic=topic, kinds=kinds)
            return
        if not meant:
            visit.flash("routed-no-day", day=day)
        await open_month(visit, topic=topic, on=day.isoformat(), kinds=kinds)

    return go


async def _my_bookings(visit: Visit, _wish: Wish) -> None:
    await open_mine(visit)


async def _has_bookings(visit: Visit) -> bool:
    mine = await visit.use.booking.reader.of_resident(visit.actor.resident_id, limit=1)
    return bool(mine) or await door_is_open(visit)


async def _votes(visit: Visit, _wish: Wish) -> None:
    await open_votes(visit)


async def _news(visit: Visit, wish: Wish) -> None:
    await search_board(visit, wish.text)


async def _report(visit: Visit, _wish: Wish) -> None:
    await open_report(visit)


async def _subscription(visit: Visit, _wish: Wish) -> None:
    await open_subscription(visit)


async def _cases(visit: Visit, wish: Wish) -> None:
    """Open the case that is named, else the list of them."""
    number = str(wish.slots.get("case_no", ""))
    found: PetitionId | None = await visit.use.find.own(visit.actor, number) if number else None
    if found is not None:
        await visit.begin(CasesSG.view, case=found)
        return
    if number:
        visit.flash("case-number-unknown")
    await visit.begin(CasesSG.mine)


async def _account(visit: Visit, wish: Wish) -> None:
    """Open the languages where one is named, else what is kept of the person: the rest stands there."""
    if _names(visit, wish, "names-of-languages"):
        await visit.begin(MenuSG.language)
    else:
        await open_me(visit)


def _names(visit: Visit, wish: Wish, key: str) -> bool:
    said = fold(wish.text)
    return any(word in said for word in words_of([key], visit.speech))


async def _help(visit: Visit, wish: Wish) -> None:
    """Show the office that is asked for, if there is one; else how to reach somebody."""
    if await visit.use.directory.find(visit.actor, wish.text):
        await open_who(visit, wish.text)
        return
    await visit.begin(MenuSG.help)


async def _greet(visit: Visit, _wish: Wish) -> None:
    visit.flash("routed-greeting")
    await visit.begin(MenuSG.main)


LEGAL = {DayKind.LEGAL_CONSULTATION, DayKind.LEGAL_SERVICE}
RECEPTIONS = {DayKind.LEADERS_RECEPTION, DayKind.DEPUTIES_RECEPTION}

DOORS: Mapping[Intent, Door] = {
    **dict.fromkeys(filter(lambda intent: intent.is_petition, Intent), Door(_petition, nothing_open)),
    Intent.REPORT: Door(_report, _always),
    Intent.LEGAL: Door(_days(LEGAL), door_is_open),
    Intent.LEADER: Door(_days(RECEPTIONS), door_is_open),
    Intent.EVENT: Door(_days(set(DayKind) - LEGAL - RECEPTIONS), door_is_open),
    Intent.MANAGE: Door(_my_bookings, _has_bookings),
    Intent.VOTE: Door(_votes, votes_are_offered),
    Intent.QUERY: Door(_news, news_is_there),
    Intent.SUBSCRIBE: Door(_subscription, _always),
    Intent.STATUS: Door(_cases, _always),
    Intent.ACCOUNT: Door(_account, _always),
    Intent.HUMAN: Door(_help, _always),
    Intent.GREETING: Door(_greet, nothing_open),
}
