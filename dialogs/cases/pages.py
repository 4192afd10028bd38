"""My cases: see, add to, withdraw. Anonymous ones by their code, which stays in memory only."""

from dataclasses import replace

from aiogram_dialog import Dialog, LaunchMode

from core.petitions.model import Event, Stage
from core.shared.errors import AppError, StorageError
from core.shared.ids import MessageId, PetitionId
from core.shared.messages import MessageSpec, Term
from dialogs.cases import coded
from dialogs.cases.coded_roads import coded_roads_page, coded_why_page, coded_withdraw_page
from dialogs.cases.rating import rate_choices, rated_page
from dialogs.cases.roads import open_roads, roads_label, roads_page, why_page
from dialogs.cases.shown import case_named, case_spec
from dialogs.content import on_one_line
from dialogs.incoming import Incoming
from dialogs.mediation.door import invited_to, mediation_choice, open_case, open_writing, said_after_end
from dialogs.menu.pages import new_petition
from dialogs.offer.pages import offer_free_text, take_free_text
from dialogs.pages import Choice, Go, Page, Visit, page_window
from dialogs.petition.calling import call_choice
from dialogs.petition.drafting import attachments_of
from dialogs.states import CasesSG, MenuSG
from dialogs.stray import is_thanks
from dialogs.together.door import joined, together_choice
from dialogs.urgent import warn_if_urgent

KEPT = "kept"
"""Where the window remembers how many messages there were when somebody chose not to withdraw after all."""


async def mine_page(visit: Visit) -> Page:
    cases = await visit.use.cases.of_resident(visit.actor.resident_id)

    def choose(petition_id: PetitionId) -> Go:
        async def go(visit: Visit) -> None:
            await visit.begin(CasesSG.view, case=petition_id)

        return go

    choices = [
        Choice(
            case.id,
            "cases-row",
            choose(case.id),
            {
                "number": case.number,
                "text": on_one_line(case.excerpt, 16),
                "stage": visit.speech.plain(f"stage-{case.stage}"),
                "mark": visit.speech.plain(f"mark-{case.stage}"),
            },
            names=(case.number,),
        )
        for case in cases
    ]
    body = MessageSpec("cases" if cases else "cases-none", {"count": len(cases)})
    choices += [*await joined(visit), *await invited_to(visit), _CODE, _HOME]
    return Page(body, choices, take_free_text, sorts=True)


async def view_page(visit: Visit) -> Page:
    view = await visit.use.see.own(visit.actor, _case(visit))
    choices = [_MINE, _MENU]
    asked = view.petition.stage is Stage.MORE_INFO  # then a bare number is an answer
    if view.petition.open:
        ends = view.petition.can(Event.WITHDRAW)
        choices = [
            Choice("write", "button-add-to-case", _write),
            *([Choice("end", "button-withdraw", _end, also="names-withdraw")] if ends else []),
            *choices,
        ]
    else:
        choices = [Choice("new", "menu-petition", new_petition), *choices]
    if view.petition.same_as is not None:
        choices.insert(0, Choice("pending", "button-show-pending", _pending(view.petition.same_as)))
    author = view.petition.resident_id == visit.actor.resident_id  # who speaks for others neither climbs nor rates
    if author and await visit.use.flow.roads.open(visit.actor, view.petition.id):
        choices.insert(-2, Choice("roads", roads_label(view), open_roads))
    choices += call_choice(view.petition)
    choices.append(Choice("dates", "button-dates", _dates, also="names-dates"))
    choices += await rate_choices(visit, view.petition) if author else []
    choices += [*together_choice(view.petition), *mediation_choice(view.petition)]
    return Page(
        case_spec(view, visit.use.clock),
        choices,
        _answer if view.petition.open else offer_free_text,
        numbered=not asked,
        unseen=_no_again(asked) if visit.data.get(KEPT) == len(view.messages) else (),
    )


def _pending(case: PetitionId) -> Go:
    async def go(visit: Visit) -> None:
        await visit.begin(CasesSG.view, case=case)

    return go


def _no_again(asked: bool) -> list[Choice]:
    """A no said once more is for us, not for the staff; where they asked something, only if it names withdrawing."""
    key = "names-no-withdraw" if asked else "names-rather-not"
    return [Choice("kept", "button-withdraw-no", _say_kept, also=key)]


async def _say_kept(visit: Visit) -> None:
    visit.flash("case-not-withdrawn")


async def open_for_adding(visit: Visit, petition_id: PetitionId) -> None:
    """Invite words for a case that can take them; of one that has ended say so before anything is typed."""
    if await open_writing(visit, petition_id):
        return
    petition = (await visit.use.see.own(visit.actor, petition_id)).petition
    if not petition.open:
        visit.flash(f"error-case-stage-{petition.stage}", number=petition.number)
    await visit.begin(CasesSG.write if petition.open else CasesSG.view, case=petition_id)


async def dates_page(visit: Visit) -> Page:
    """How the dates were computed."""
    petition = (await visit.use.see.own(visit.actor, _case(visit))).petition
    spec = await visit.use.clocks.dates.own(visit.actor, petition.id)
    asked = petition.stage is Stage.MORE_INFO
    return Page(spec, [_VIEW, _MENU], _answer if petition.open else offer_free_text, numbered=not asked)


async def rate_page(visit: Visit) -> Page:
    standing = await visit.use.answers.rate.see(visit.actor, _case(visit))
    return await rated_page(visit, standing, [_VIEW, _MENU], _answer if standing.petition.open else offer_free_text)


async def write_page(visit: Visit) -> Page:
    view = await visit.use.see.own(visit.actor, _case(visit))
    return Page(MessageSpec("case-write", {"number": view.petition.number}), [_VIEW, _MENU], _add, numbered=False)


async def withdraw_page(visit: Visit) -> Page:
    view = await visit.use.see.own(visit.actor, _case(visit))

    async def keep(visit: Visit) -> None:
        visit.data[KEPT] = len(view.messages)
        await _say_kept(visit)
        await visit.goto(CasesSG.view)

    choices = [
        Choice("yes", "button-withdraw-yes", _withdraw, also=("names-really", "names-withdraw")),
        Choice("no", "button-withdraw-no", keep, also=("names-rather-not", "names-back")),
    ]
    stage = Term(f"stage-{view.petition.stage}")
    return Page(
        MessageSpec("case-withdraw", {"number": view.petition.number, "stage": stage}),
        choices,
        _add,
        loose=True,
        asks=True,
        unseen=[_MENU],
    )


async def _add(visit: Visit, incoming: Incoming) -> None:
    """Pass the words on; if the case cannot take them any more they are kept and offered as a petition."""
    await add_to_case(visit, _case(visit), incoming)


async def _answer(visit: Visit, incoming: Incoming) -> None:
    """Words typed at a case belong to it, unless the staff are waiting for words about another one: then ask."""
    here, cases = _case(visit), await visit.use.cases.of_resident(visit.actor.resident_id)
    waiting = {case.id for case in cases if case.stage is Stage.MORE_INFO}
    meant = None if here in waiting else await case_named(visit, incoming)
    if meant is not None:
        await visit.begin(CasesSG.view, case=meant)
    elif waiting - {here} and here not in waiting:
        await offer_free_text(visit, incoming)
    else:
        await add_to_case(visit, here, incoming)


async def add_to_case(
    visit: Visit, petition_id: PetitionId, incoming: Incoming, *, edition: int = 0, answers: bool = False
) -> None:
    """Put a message into its case. What `answers` a message of ours reaches the staff of a closed one too.

    `edition` tells an edit of a message from the message, and from other edits: the number of its update.
    """
    said_in = MessageId(incoming.message_id)
    source = f"tg:{visit.actor.telegram_id}:{said_in}" + (f":{edition}" if edition else "")
    files = attachments_of(visit, incoming.files)
    if not edition:
        await warn_if_urgent(visit, incoming)
    try:
        number = await visit.use.add_to_case(
            visit.actor,
            petition_id,
            incoming.words,
            files,
            source=source,
            said_in=said_in,
            answers=answers,
            album=incoming.album,
        )
    except StorageError:
        raise  # the inbox tries again from the same beginning
    except AppError as error:
        visit.flash(f"error-{error.code}", **error.args_for_text)
        if error.code == "message-empty":
            await open_case(visit, petition_id)
        else:
            await offer_free_text(visit, _without_ids(incoming) if edition else incoming)
        return
    if (answers or edition) and await said_after_end(visit, petition_id):
        await _heard_after(visit, petition_id, number, incoming)
        return
    visit.flash("case-added", number=number)
    if any(file.stays_with_telegram for file in files):
        visit.flash("file-large")
    await open_case(visit, petition_id)


async def _heard_after(visit: Visit, petition_id: PetitionId, number: str, incoming: Incoming) -> None:
    """Of thanks say that they arrive; what is more may be a new matter, and is offered as one."""
    if is_thanks(incoming, visit.speech):
        visit.flash("case-thanked")
        await visit.begin(CasesSG.view, case=petition_id)
    else:
        visit.flash("case-afterword", number=number)
        await offer_free_text(visit, _without_ids(incoming))


def _without_ids(incoming: Incoming) -> Incoming:
    """Make words their own: the message they came in stands in the case, and its edits are about that."""
    return replace(incoming, message_id=0, files=tuple(replace(file, said_in=0) for file in incoming.files))


async def _withdraw(visit: Visit) -> None:
    number = await visit.use.withdraw(visit.actor, _case(visit))
    visit.flash("case-withdrawn", number=number)
    await visit.goto(CasesSG.view)


async def _write(visit: Visit) -> None:
    await visit.goto(CasesSG.write)


async def _end(visit: Visit) -> None:
    await visit.goto(CasesSG.withdraw)


async def _dates(visit: Visit) -> None:
    await visit.goto(CasesSG.dates)


async def _view(visit: Visit) -> None:
    await visit.goto(CasesSG.view)


async def _mine(visit: Visit) -> None:
    await visit.begin(CasesSG.mine)


def _case(visit: Visit) -> PetitionId:
    return PetitionId(visit.start_data.get("case", ""))


async def _menu(visit: Visit) -> None:
    await visit.begin(MenuSG.main)


async def _code(visit: Visit) -> None:
    await visit.begin(CasesSG.code)


_MINE = Choice("mine", "button-my-cases", _mine, also="names-back")
_MENU = Choice("menu", "button-menu", _menu, also=("names-menu", "names-leave"))
_HOME = replace(_MENU, also=("names-menu", "names-leave", "names-back"))
_VIEW = Choice("back", "button-back", _view, also="names-back")
_CODE = Choice("code", "menu-code", _code)


def build_cases_dialog() -> Dialog:
    return Dialog(
        page_window(CasesSG.mine, mine_page),
        page_window(CasesSG.view, view_page),
        page_window(CasesSG.dates, dates_page),
        page_window(CasesSG.write, write_page),
        page_window(CasesSG.withdraw, withdraw_page),
        page_window(CasesSG.roads, roads_page),
        page_window(CasesSG.why, why_page),
        page_window(CasesSG.code, coded.code_page),
        page_window(CasesSG.rate, rate_page),
        page_window(CasesSG.coded_rate, coded.coded_rate_page),
        page_window(CasesSG.coded, coded.coded_page),
        page_window(CasesSG.coded_dates, coded.coded_dates_page),
        page_window(CasesSG.coded_write, coded.coded_write_page),
        page_window(CasesSG.coded_withdraw, coded_withdraw_page),
        page_window(CasesSG.coded_roads, coded_roads_page),
        page_window(CasesSG.coded_why, coded_why_page),
        launch_mode=LaunchMode.ROOT,
    )
