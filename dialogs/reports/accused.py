"""Whom a report is about: picked from the roster, or written; names in the words are asked about."""

from core.people.model import Role, RosterEntry
from core.reports.draft import ReportDraft
from core.reports.people import OFFICES, named_in, offices_of, searched, without
from core.shared.messages import Arg, MessageSpec
from core.shared.text import excerpt, is_blank, one_line, utf16_len
from dialogs.incoming import Incoming
from dialogs.pages import Choice, Go, Page, Visit
from dialogs.reports.door import LATER, draft_of, forms_of, keep, to
from dialogs.states import ReportSG

LISTED = 12
"""People offered at once; of more a part of the name is asked for."""
MAX_NAME = 100
"""UTF-16 units of somebody who stands on no roster."""
MAX_OTHERS = 10
TYPED = "typed"
"""Where the window remembers what was searched for."""


async def accused_page(visit: Visit) -> Page:
    draft, typed = await draft_of(visit), visit.data.get(TYPED, "")
    people = await visit.use.reports.officers(visit.actor)
    units = {entry.id: unit for entry, unit in people}
    everybody = [entry for entry, _ in people]
    found = searched(typed, everybody, _office_words(visit)) if typed else everybody
    picked = [entry for entry in everybody if entry.id in draft.accused]
    offered = without(found, draft.accused)[:LISTED] if typed or len(everybody) <= LISTED else []
    choices = [_person(entry, units[entry.id], visit, picked=entry in picked) for entry in [*picked, *offered]]
    if typed:
        choices.append(Choice("unlisted", "button-report-unlisted", _write_down, {"name": excerpt(typed, 30)}))
    if draft.told_of_somebody:
        choices.append(Choice("done", "button-done", _after_accused, also="names-done"))
        choices.append(Choice("clear", "button-report-clear", _clear))
    choices += [Choice("back", "button-back", to(ReportSG.rep_words), also="names-back"), LATER]
    others = [MessageSpec("report-other", {"name": name}) for name in draft.others]
    body = MessageSpec("report-accused", {"picked": len(picked)}, more=others)
    return Page(body, choices, _search, by_code=True, numbered=False)


def _office_words(visit: Visit) -> dict[Role, str]:
    return {role: "|".join(visit.speech.names(f"report-office-{role}")) for role in OFFICES}


def _person(entry: RosterEntry, unit: str, visit: Visit, *, picked: bool) -> Choice:
    """Offer somebody; pressed once more they are not meant."""

    async def go(visit: Visit) -> None:
        draft = await draft_of(visit)
        draft.accused = [each for each in draft.accused if each != entry.id] + ([] if picked else [entry.id])
        draft.denied = [each for each in draft.denied if each != entry.id]
        visit.data.pop(TYPED, None)
        await keep(visit, draft)

    offices = ", ".join(visit.speech.plain(f"report-office-{role}") for role in offices_of(entry))
    args: dict[str, Arg] = {"name": entry.name, "office": offices, "unit": unit, "picked": "yes" if picked else "no"}
    return Choice(f"who-{entry.id}", "report-person", go, args)


async def _search(visit: Visit, incoming: Incoming) -> None:
    typed = one_line(incoming.text)
    people = [entry for entry, _ in await visit.use.reports.officers(visit.actor)]
    if not incoming.is_plain or is_blank(typed) or utf16_len(typed) > MAX_NAME:
        visit.flash("report-name-only")
        return
    visit.data[TYPED] = typed
    if not searched(typed, people, _office_words(visit)):
        await _write_down(visit)


async def _write_down(visit: Visit) -> None:
    """Take what was typed for the name of somebody who is on no roster."""
    draft, typed = await draft_of(visit), visit.data.pop(TYPED, "")
    if typed and typed not in draft.others and len(draft.others) < MAX_OTHERS:
        draft.others.append(typed)
        await keep(visit, draft)
        visit.flash("report-other-kept", name=typed)


async def _clear(visit: Visit) -> None:
    draft = await draft_of(visit)
    draft.accused, draft.denied, draft.others = [], [], []
    visit.data.pop(TYPED, None)
    await keep(visit, draft)


async def unasked(visit: Visit, draft: ReportDraft) -> list[RosterEntry]:
    """Return those whose names may stand in the words and of whom it has not been said whether they are meant."""
    people = [entry for entry, _ in await visit.use.reports.officers(visit.actor)]
    forms, text = forms_of(visit), "\n".join([draft.words.text, *draft.others])
    return without(named_in(text, people, forms.titles, forms.prefixes), {*draft.accused, *draft.denied})


async def _after_accused(visit: Visit) -> None:
    draft = await draft_of(visit)
    await visit.goto(ReportSG.rep_named if await unasked(visit, draft) else ReportSG.rep_check)


async def named_page(visit: Visit) -> Page:
    """Ask of each name found in the words whether that is whom it is about."""
    asked = next(iter(await unasked(visit, await draft_of(visit))), None)
    if asked is None:
        return Page(
            MessageSpec("report-named-done"), [Choice("onward", "button-done", to(ReportSG.rep_check))], by_code=True
        )
    units = {entry.id: unit for entry, unit in await visit.use.reports.officers(visit.actor)}

    def say(*, meant: bool) -> Go:
        async def go(visit: Visit) -> None:
            draft = await draft_of(visit)
            (draft.accused if meant else draft.denied).append(asked.id)
            await keep(visit, draft)
            await _after_accused(visit)

        return go

    choices = [
        Choice("yes", "button-report-is", say(meant=True), also="names-yes"),
        Choice("no", "button-report-is-not", say(meant=False), also="names-no"),
    ]
    offices = ", ".join(visit.speech.plain(f"report-office-{role}") for role in offices_of(asked))
    args: dict[str, Arg] = {"name": asked.name, "office": offices, "unit": units[asked.id]}
    return Page(MessageSpec("report-named", args), choices, loose=True, asks=True, by_code=True)
