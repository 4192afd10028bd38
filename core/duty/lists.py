"""The rota as the desk sees it: this week, and whom to put on which day."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.duty.model import Away, Colleague, DutyDay, is_weekly, on_day, weekly
from core.duty.usecases.away import Gone
from core.duty.usecases.importing import PlanSheet
from core.duty.usecases.rota import RotaSheet
from core.shared.actions import Action, ActionCode
from core.shared.errors import DomainError
from core.shared.ids import TelegramUserId
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec, Term

WEEKS, DAYS, SLOT, TOGGLE, EVERY = "w", "d", "s", "t", "e"
"""What a button of the rota does; behind it stand the slot, and the person."""
OFFERED_DAYS = 14
OFFERED_PEOPLE = 40
SHOWN_PROBLEMS = 15
SHOWN_SLOTS = 31
MONDAY_TO_SUNDAY = range(1, 8)


def _code(step: str = "", *more: str | int) -> str:
    return ActionCode(Action.ROTA, ".".join(map(str, (step, *more))).rstrip(".")).pack()


def names(people: Sequence[Colleague]) -> str:
    return ", ".join(each.name for each in people)


def overview(sheet: RotaSheet, news: MessageSpec | None = None) -> Listed:
    """Show who is on duty now and this week, and who is away."""
    today = sheet.rota.on(sheet.today)
    lines = [MessageSpec("duty-today", _day_args(today))]
    if sheet.rota.empty:
        lines.append(MessageSpec("duty-usage"))
    else:
        lines += [MessageSpec("duty-day", _day_args(day)) for day in sheet.rota.week(sheet.today)]
    for away in sheet.rota.aways:
        who = sheet.rota.people.get(away.user_id)
        if who is not None and not who.gone and away.last >= sheet.today:
            lines.append(MessageSpec("duty-away", {"name": who.name, "first": away.first, "last": away.last}))
    rows = [[Press("button-duty-weeks", _code(WEEKS)), Press("button-duty-days", _code(DAYS))]]
    spec = MessageSpec("duty", {"unit": sheet.unit_name}, more=[*([news] if news else []), *lines])
    return Listed(spec, rows)


def _day_args(day: DutyDay) -> dict[str, Arg]:
    return {
        "day": day.day,
        "names": names(day.people),
        "any": "yes" if day.people else "no",
        "away": names(day.away),
        "open": "yes" if day.away else "no",
        "special": "yes" if day.special else "no",
    }


def weeks(sheet: RotaSheet) -> Listed:
    """Ask which weekday is meant."""
    rows = []
    for number in MONDAY_TO_SUNDAY:
        on = _people(sheet, sheet.rota.slots.get(weekly(number), ()))
        args: dict[str, Arg] = {"weekday": Term(f"weekday-{number}"), "names": names(on), "any": _yes(bool(on))}
        rows.append([Press("button-duty-weekday", _code(SLOT, weekly(number)), args)])
    return Listed(MessageSpec("duty-which-weekday"), [*rows, [_BACK]])


def days(sheet: RotaSheet) -> Listed:
    """Ask which day is meant."""
    rows = []
    for step in range(OFFERED_DAYS):
        day = sheet.rota.on(sheet.today + timedelta(days=step))
        args: dict[str, Arg] = {"day": day.day, "names": names(day.people), "any": _yes(bool(day.people))}
        rows.append([Press("button-duty-day", _code(SLOT, on_day(day.day)), args)])
    return Listed(MessageSpec("duty-which-day"), [*rows, [_BACK]])


def slot(sheet: RotaSheet, named: str) -> Listed:
    """Ask who is on duty then; whoever is has a mark."""
    if is_weekly(named):
        on, head = sheet.rota.slots.get(named, ()), MessageSpec("duty-who-weekly", {"weekday": weekday_of(named)})
    else:
        day = date.fromisoformat(named)
        on, head = sheet.rota.named(day), MessageSpec("duty-who-day", {"day": day})
    rows = [
        [
            Press(
                "button-duty-person",
                _code(TOGGLE, named, each.user_id),
                {"name": each.name, "on": _yes(each.user_id in on)},
            )
        ]
        for each in sheet.people[:OFFERED_PEOPLE]
    ]
    if named in sheet.rota.slots and not is_weekly(named):
        rows.append([Press("button-duty-as-weekly", _code(EVERY, named))])
    return Listed(head, [*rows, [_BACK]])


def weekday_of(named: str) -> Term:
    return Term(f"weekday-{named[1:]}")


def checked(named: str) -> str:
    """Return a slot that a button names; raises DomainError("duty-day-unknown") for one that was forged."""
    if named in {weekly(number) for number in MONDAY_TO_SUNDAY}:
        return named
    try:
        return on_day(date.fromisoformat(named))
    except ValueError:
        raise DomainError("duty-day-unknown") from None


def _people(sheet: RotaSheet, ids: Sequence[TelegramUserId]) -> list[Colleague]:
    return [sheet.rota.people[each] for each in ids if each in sheet.rota.people]


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def set_news(slots: Sequence[str]) -> MessageSpec:
    return MessageSpec("duty-set", {"count": len(slots)})


def plan(sheet: PlanSheet) -> Listed:
    """Show what a file would set, or everything that is wrong with it."""
    if sheet.problems:
        rows = [
            MessageSpec(f"duty-problem-{each.what}", {"row": each.row, "text": each.text[:60]})
            for each in sheet.problems[:SHOWN_PROBLEMS]
        ]
        count = len(sheet.problems)
        return Listed(MessageSpec("duty-plan-wrong", {"count": count, "more": max(count - len(rows), 0)}, more=rows))
    lines = [_slot_line(named, people) for named, people in [*sheet.slots.items()][:SHOWN_SLOTS]]
    spec = MessageSpec("duty-plan", {"count": len(sheet.slots)}, more=lines)
    return Listed(spec, [[Press("button-duty-plan", ActionCode(Action.DUTY_PLAN).pack())]])


def _slot_line(named: str, people: Sequence[Colleague]) -> MessageSpec:
    more: dict[str, Arg] = {"names": names(people), "any": _yes(bool(people))}
    if is_weekly(named):
        return MessageSpec("duty-plan-weekly", {"weekday": weekday_of(named), **more})
    return MessageSpec("duty-plan-day", {"day": date.fromisoformat(named), **more})


def gone(left: Gone, name: str) -> Listed:
    """Say what somebody's days off leave to the others."""
    lines = [MessageSpec("away-duty", {"day": day}) for day in left.duty[:OFFERED_DAYS]]
    if left.cases:
        lines.append(MessageSpec("away-cases", {"numbers": ", ".join(left.cases[:10]), "count": len(left.cases)}))
    spec = MessageSpec("away-kept", {"name": name, "first": left.away.first, "last": left.away.last}, more=lines)
    return Listed(spec, [[_back_of(left.away)]])


def aways(found: Sequence[Away]) -> Listed:
    """Show one's own days off, each with a button to take it back."""
    if not found:
        return Listed(MessageSpec("away-none"))
    lines = [MessageSpec("away-row", {"first": each.first, "last": each.last}) for each in found]
    return Listed(MessageSpec("away-mine", more=lines), [[_back_of(each)] for each in found])


def _back_of(away: Away) -> Press:
    return Press("button-away-back", ActionCode(Action.COME_BACK, away.id).pack(), {"first": away.first})


_BACK = Press("button-back", _code())
