"""What is shown when a case is made major, and to choose who leads it and who looks into it."""

from core.petitions.major import code_of
from core.petitions.menu import BACK
from core.petitions.menu import code as case_code
from core.petitions.usecases.major import MajorSheet
from core.shared.actions import Action
from core.shared.messages import Button, MessageSpec

LEAD, TEAM, LOOK = "l", "t", "u"
"""Behind the case's id in a code of MAJOR: choose the lead, choose the team, look at the summary."""
OFFERED = 30


def page(sheet: MajorSheet) -> MessageSpec:
    """Show how it stands; of a case that is not major, or has no lead, ask who is to lead it."""
    petition, major = sheet.petition, sheet.major
    lead = None if major is None else major.lead
    if major is None or lead is None:
        return _people(sheet, "major-choose-lead", LEAD)
    team = ", ".join(each.name for each in major.team)
    args = {"number": petition.number, "lead": lead.name, "team": team, "any": "yes" if team else "no"}
    rows = [
        [Button("button-major-lead", case_code(Action.MAJOR, petition, LEAD))],
        [Button("button-major-team", case_code(Action.MAJOR, petition, TEAM))],
        [Button("button-finding", case_code(Action.FINDING, petition))],
    ]
    if sheet.above:
        rows.append([Button("button-upward", case_code(Action.MAJOR, petition, LOOK))])
    return MessageSpec("major", args, buttons=[*rows, _back(sheet)])


def leads(sheet: MajorSheet) -> MessageSpec:
    """Ask for another lead; the press asks for the reason."""
    return _people(sheet, "major-choose-other", LEAD, Action.LEAD)


def team(sheet: MajorSheet) -> MessageSpec:
    return _people(sheet, "major-choose-team", TEAM)


def look(sheet: MajorSheet, summary: MessageSpec) -> MessageSpec:
    """Show the summary as the level above will read it; the press asks what is asked of them."""
    rows = [[Button("button-upward-send", case_code(Action.REPORT_UP, sheet.petition))], _back(sheet)]
    more = [MessageSpec(summary.key, summary.args), *summary.more[:-1]]
    return MessageSpec("upward-look", {"number": sheet.petition.number}, buttons=rows, more=more)


def _people(sheet: MajorSheet, key: str, step: str, action: Action = Action.MAJOR) -> MessageSpec:
    chosen = {each.user_id for each in sheet.major.team} if sheet.major and step == TEAM else set()
    rows = [
        [
            Button(
                "button-duty-person",
                case_code(action, sheet.petition, ("" if action is Action.LEAD else step) + code_of(each.user_id)),
                args={"name": each.name, "on": "yes" if each.user_id in chosen else "no"},
            )
        ]
        for each in sheet.people[:OFFERED]
        if sheet.major is None or step == TEAM or sheet.major.lead is None or each.user_id != sheet.major.lead.user_id
    ]
    return MessageSpec(key, {"number": sheet.petition.number}, buttons=[*rows, _back(sheet)])


def _back(sheet: MajorSheet) -> list[Button]:
    return [Button("button-menu-back", case_code(Action.MORE, sheet.petition, BACK))]
