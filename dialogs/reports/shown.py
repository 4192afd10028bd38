"""A report as it is shown: to whoever made it, and with more to whoever reviews it."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import ShowMode

from core.reports.model import Entry, Reading, ReportEvent, ReportState
from core.reports.office import DisciplineOffice
from core.shared.clock import local_day
from core.shared.messages import Arg, MessageSpec, Term
from core.shared.text import excerpt, is_blank, split_text, utf16_len
from dialogs.visit import Visit

ROOM = 2_600
"""UTF-16 units of what was said that a window shows; all of it is a press away."""
SHOWN = 900
"""The same, of one entry."""
PIECE = 3_500


def moment_of(entry: Entry, zone: tzinfo) -> Arg:
    """Return when it was: a day where somebody reported."""
    return datetime.fromisoformat(entry.at).astimezone(zone) if "T" in entry.at else date.fromisoformat(entry.at)


def days_of(read: Reading, zone: tzinfo) -> dict[str, Arg]:
    report = read.report
    return {
        "number": report.number,
        "state": Term(f"report-state-{report.state}"),
        "accept": local_day(report.accept_by, zone),
        "answer": local_day(report.answer_by, zone),
    }


def entry_lines(entries: Sequence[Entry], zone: tzinfo, *, inside: bool) -> list[MessageSpec]:
    """Return the latest as far as they fit, oldest first; `inside` names who did it."""
    lines: list[MessageSpec] = []
    used = 0
    for entry in reversed(entries):
        used += min(utf16_len(entry.text), SHOWN) + 60
        if used > ROOM:
            lines.append(MessageSpec("case-earlier"))
            break
        lines.append(_line(entry, zone, inside=inside))
    return lines[::-1]


def _line(entry: Entry, zone: tzinfo, *, inside: bool) -> MessageSpec:
    args: dict[str, Arg] = {
        "at": moment_of(entry, zone),
        "name": entry.by if inside else "",
        "text": excerpt(entry.text, SHOWN),
        "files": len(entry.files),
    }
    return MessageSpec(f"report-event-{entry.event}", args)


def office_lines(office: DisciplineOffice, read: Reading, zone: tzinfo) -> list[MessageSpec]:
    """Return where to take it, until when something should be heard, and what to do."""
    if read.report.state is not ReportState.EXTERNAL:
        return []
    args: dict[str, Arg] = {"phone": office.phone or "—", "name": office.name or "—", "address": office.address or "—"}
    named = "yes" if office.name else "no"
    return [MessageSpec("report-office", {**args, "named": named, "accept": local_day(read.report.accept_by, zone)})]


async def say_all(visit: Visit, read: Reading, *, protected: bool) -> None:
    """Send everything that was said, whole, with its files; `protected` from being forwarded or saved."""
    bot: Bot = visit.manager.middleware_data["bot"]
    chat, zone = visit.actor.telegram_id, visit.use.clock.zone
    for entry in read.entries:
        at = moment_of(entry, zone)
        for piece in split_text(entry.text, PIECE) if not is_blank(entry.text) else ():
            words = visit.speech.html("report-full", at=at, name=entry.by if protected else "", text=piece)
            await bot.send_message(chat, words, protect_content=protected)
        for file in entry.files:
            data = BufferedInputFile(await visit.use.reports.blobs.get(file.blob), f"{file.kind}")
            await getattr(bot, f"send_{file.kind}")(chat, data, protect_content=protected)
    visit.manager.show_mode = ShowMode.SEND


async def say_printed(visit: Visit, read: Reading) -> None:
    """Send what can be printed and taken to the office: where, what, and of whom."""
    zone = visit.use.clock.zone
    lines = [visit.speech.plain("report-print", **days_of(read, zone))]
    lines += [
        visit.speech.renderer.plain(line.key, line.args, visit.speech.language)
        for line in office_lines(visit.use.reports.office, read, zone)
    ]
    lines += [visit.speech.plain("report-print-about", names=await names_of(visit, read))]
    lines += [entry.text for entry in read.entries if entry.event in {ReportEvent.SUBMIT, ReportEvent.ADD}]
    bot: Bot = visit.manager.middleware_data["bot"]
    data = BufferedInputFile("\n\n".join(lines).encode(), f"{read.report.number}.txt")
    await bot.send_document(visit.actor.telegram_id, data)
    visit.manager.show_mode = ShowMode.SEND


async def names_of(visit: Visit, read: Reading) -> str:
    """Return whom it is about, as far as they were picked or written."""
    known = await visit.use.reports.officers.names(read.body.accused)
    return ", ".join([*known, *read.body.others])
