"""Reading a report, in private: a warning, what it says, and what is done with it. Nothing here can be forwarded."""

from core.reports.model import TRANSITIONS, Reading, ReportEvent
from core.shared.messages import MessageSpec
from dialogs.held import source_of
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.reports.shown import days_of, entry_lines, names_of, say_all
from dialogs.states import MenuSG, ReviewSG

DEED = "deed"
"""Where the window remembers what is about to be done."""
WITH_WORDS = (ReportEvent.ASK, ReportEvent.NOTE, ReportEvent.ANSWER)
TO_BE_SURE = (ReportEvent.CLOSE, ReportEvent.CLIMB, ReportEvent.HAND_OUT)


async def warn_page(visit: Visit) -> Page:
    """What leaking costs (XF 30, 44-46), before a word is shown."""
    report = await visit.use.reports.see.admitted(visit.actor, _number(visit))
    days = days_of(Reading(report=report, body=visit.use.reports.see.vault.body(report)), visit.use.clock.zone)
    choices = [Choice("open", "button-report-read", _open), _LEAVE]
    return Page(MessageSpec("report-warning", days), choices, by_code=True)


def _number(visit: Visit) -> str:
    return str(visit.start_data.get("number", ""))


async def open_page(visit: Visit) -> Page:
    """Each look is logged, and asks anew whether this person may."""
    read = await visit.use.reports.see(visit.actor, _number(visit))
    zone = visit.use.clock.zone
    body = read.body
    about = MessageSpec("report-about", {"names": await names_of(visit, read) or "—", "home": body.home})
    by = MessageSpec("report-by", {"name": body.author_name or body.taken_by_call, "how": _how(read)})
    lines = [about, by, *entry_lines(read.entries, zone, inside=True)]
    can = [event for event in ReportEvent if (read.report.state, event) in TRANSITIONS]
    choices = [Choice("full", "button-report-all", _full)]
    if ReportEvent.TAKE in can:
        choices.append(Choice("take", "button-report-take", _take))
    choices += [Choice(f"do-{each}", f"button-report-{each}", _write(each)) for each in WITH_WORDS if each in can]
    choices += [Choice(f"do-{each}", f"button-report-{each}", _ask_sure(each)) for each in TO_BE_SURE if each in can]
    return Page(MessageSpec("report-open", days_of(read, zone), more=lines), [*choices, _LEAVE], by_code=True)


def _how(read: Reading) -> str:
    return "named" if read.body.author_name else "call" if read.body.taken_by_call else "anonymous"


async def _open(visit: Visit) -> None:
    await visit.goto(ReviewSG.rev_open)


async def _full(visit: Visit) -> None:
    await say_all(visit, await visit.use.reports.see(visit.actor, _number(visit)), protected=True)


async def _take(visit: Visit) -> None:
    await visit.use.reports.review(visit.actor, _number(visit), ReportEvent.TAKE)
    visit.flash("report-done")


def _write(event: ReportEvent) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[DEED] = event.value
        await visit.goto(ReviewSG.rev_write)

    return go


def _ask_sure(event: ReportEvent) -> Go:
    async def go(visit: Visit) -> None:
        visit.data[DEED] = event.value
        await visit.goto(ReviewSG.rev_sure)

    return go


def _deed(visit: Visit) -> ReportEvent:
    return ReportEvent(visit.data[DEED])


async def write_page(visit: Visit) -> Page:
    await visit.use.reports.see.admitted(visit.actor, _number(visit))
    body = MessageSpec(f"report-write-{_deed(visit)}", {"number": _number(visit)})
    return Page(body, [Choice("back", "button-back", _open, also="names-back")], _typed, numbered=False, by_code=True)


async def _typed(visit: Visit, incoming: Incoming) -> None:
    number, said = _number(visit), incoming.words.text
    await visit.use.reports.review(visit.actor, number, _deed(visit), said, incoming.files, source_of(visit))
    visit.flash("report-done")
    await visit.goto(ReviewSG.rev_open)


async def sure_page(visit: Visit) -> Page:
    await visit.use.reports.see.admitted(visit.actor, _number(visit))
    choices = [
        Choice("yes", "button-report-sure", _do, also=("names-really", "names-yes")),
        Choice("no", "button-back", _open, also=("names-rather-not", "names-no", "names-back")),
    ]
    body = MessageSpec(f"report-sure-{_deed(visit)}", {"number": _number(visit)})
    return Page(body, choices, loose=True, asks=True, by_code=True)


async def _do(visit: Visit) -> None:
    event, number = _deed(visit), _number(visit)
    visit.flash("report-done")
    if event is ReportEvent.CLOSE:
        await visit.use.reports.review(visit.actor, number, event)
        await visit.goto(ReviewSG.rev_open)
    else:
        await visit.use.reports.pass_on(visit.actor, number, out=event is ReportEvent.HAND_OUT)
        await visit.begin(MenuSG.main)


async def _leave(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


_LEAVE = Choice("leave", "button-menu", _leave, also=("names-menu", "names-leave", "names-back"))
