"""A call of volunteers as the desk sees it: looked at, sent, filling up, thanked."""

from core.shared.actions import Action, ActionCode
from core.shared.listed import Listed, Press
from core.shared.messages import Arg, MessageSpec, Term
from core.volunteers.for_cases import spec_of
from core.volunteers.model import CallState, Skill, told_count
from core.volunteers.usecases import CallSheet, Overview

SEE, SKILL, SEND, DROP, THANK = "s", "k", "g", "d", "t"
"""What a button of a call does, behind its id."""


def _code(sheet: CallSheet, step: str) -> str:
    return ActionCode(Action.CALL, f"{sheet.call.id}.{step}", sheet.call.version).pack()


def overview(found: Overview) -> Listed:
    """Show how many would help, and the calls there were; nobody is named."""
    lines = [MessageSpec(f"volunteers-rate-{name}", {"rate": rate}) for name, rate in found.rates.items() if rate]
    rows = [
        [
            Press(
                "call-row" if call.petition_id is None else "call-row-case",
                ActionCode(Action.CALL, f"{call.id}.{SEE}", call.version).pack(),
                {"state": Term(f"call-is-{call.state}"), "text": call.text[:24]},
            )
        ]
        for call in found.calls
    ]
    head: dict[str, Arg] = {"unit": found.unit_name, "count": told_count(found.volunteers)}
    return Listed(MessageSpec("volunteers", head, more=[*lines, MessageSpec("call-usage")]), rows)


def call(sheet: CallSheet) -> Listed:
    it = sheet.call
    args: dict[str, Arg] = {
        "unit": sheet.unit_name,
        "count": it.wanted,
        "ready": told_count(sheet.ready),
        "skill": Term(f"skill-{it.skill}" if it.skill else "skill-any"),
        "yes": len(sheet.yes),
        "names": ", ".join(each.name for each in sheet.yes) or "—",
        "no": sheet.no,
        "asked": sheet.asked,
        "state": Term(f"call-is-{it.state}"),
    }
    if it.state is CallState.DROPPED:
        return Listed(MessageSpec("call-dropped"))
    if it.state is CallState.DRAFT:
        skills = [Press("call-skill", _code(sheet, f"{SKILL}{each}"), _skill(each, it.skill)) for each in Skill]
        anybody = Press("call-skill", _code(sheet, SKILL), {"skill": Term("skill-any"), "on": _yes(it.skill is None)})
        rows = [[anybody], *([skills[n : n + 2] for n in range(0, len(skills), 2)])]
        end = [Press("button-call-send", _code(sheet, SEND)), Press("button-call-drop", _code(sheet, DROP))]
        return Listed(spec_of(it, "call-look", args), [*rows, end])
    rows = [[Press("button-call-see", _code(sheet, SEE))]]
    if it.state is not CallState.OVER:
        rows.append([Press("button-call-thank", _code(sheet, THANK))])
    return Listed(spec_of(it, "call", args), rows)


def _skill(skill: Skill, chosen: Skill | None) -> dict[str, Arg]:
    return {"skill": Term(f"skill-{skill}"), "on": _yes(skill is chosen)}


def _yes(value: bool) -> str:
    return "yes" if value else "no"
