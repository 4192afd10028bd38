"""Reports of one's own: by account where a name was given, else by code alone."""

from core.reports.model import Reading, ReportState
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ReportId
from core.shared.messages import MessageSpec
from dialogs.cases.guessed import opens_case
from dialogs.held import source_of
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.reports.door import forms_of, open_own_report, open_report
from dialogs.reports.shown import days_of, entry_lines, office_lines, say_all, say_printed
from dialogs.states import CasesSG, MenuSG


async def mine_page(visit: Visit) -> Page:
    choices = [
        Choice(report.id, "report-row", _open(report.id), {"number": report.number}, names=(report.number,))
        for report in await visit.use.reports.own.mine(visit.actor)
    ]
    back = Choice("back", "button-back", open_report, also="names-back")
    return Page(MessageSpec("report-mine", {"count": len(choices)}), [*choices, back], by_code=True)


def _open(report: ReportId) -> Go:
    async def go(visit: Visit) -> None:
        await open_own_report(visit, report)

    return go


async def view_page(visit: Visit) -> Page:
    read = await _read(visit)
    if read is None:
        again = Choice("again", "button-report-code", _code)
        return Page(MessageSpec("report-code-again"), [again, _LEAVE], by_code=True)
    zone = visit.use.clock.zone
    lines = [*office_lines(visit.use.reports.office, read, zone), *entry_lines(read.entries, zone, inside=False)]
    choices = [Choice("full", "button-report-all", _full), _LEAVE]
    if external := read.report.state is ReportState.EXTERNAL:
        choices.insert(0, Choice("print", "button-report-print", _print))
    body = MessageSpec("report-view", {**days_of(read, zone), "external": "yes" if external else "no"}, more=lines)
    return Page(body, choices, _add, numbered=False, by_code=True)


async def _read(visit: Visit) -> Reading | None:
    """Return the report; None where its code has been forgotten."""
    own, code = visit.start_data.get("report", ""), visit.use.codes.code_of(visit.actor.telegram_id)
    if not own and code is None:
        return None
    try:
        return await visit.use.reports.own(visit.actor, ReportId(own) if own else None, "" if own else code or "")
    except NotFoundError:  # the code that was typed last opens something else
        return None


async def _add(visit: Visit, incoming: Incoming) -> None:
    """Further words belong to the report that is shown, and to nothing else."""
    if incoming.is_plain and await opens_case(visit.use, incoming.text, visit.actor.telegram_id):
        visit.flash("report-code-in-words")
        return
    own, code = visit.start_data.get("report", ""), visit.use.codes.code_of(visit.actor.telegram_id) or ""
    report = ReportId(own) if own else None
    how = {"source": source_of(visit), "code": "" if own else code}
    add = visit.use.reports.add
    try:
        number = await add(visit.actor, report, incoming.words.text, incoming.files, forms=forms_of(visit), **how)
    except DomainError as error:
        visit.flash(f"error-{error.code}", **error.args_for_text)
        return
    visit.flash("case-added", number=number)


async def _full(visit: Visit) -> None:
    if (read := await _read(visit)) is not None:
        await say_all(visit, read, protected=False)


async def _print(visit: Visit) -> None:
    if (read := await _read(visit)) is not None:
        await say_printed(visit, read)


async def _code(visit: Visit) -> None:
    await visit.begin(CasesSG.code)


async def _leave(visit: Visit) -> None:
    visit.use.codes.forget(visit.actor.telegram_id)
    await visit.begin(MenuSG.main)


_LEAVE = Choice("leave", "button-menu", _leave, also=("names-menu", "names-leave", "names-back"))
