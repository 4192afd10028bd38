"""What `/tpl` shows: lists, one canned answer, one filled in for a case."""

from core.answers.templates import Template
from core.answers.templating import Shelf
from core.petitions.model import KINDS, Event, Petition
from core.petitions.stages import WAITING_STAGES
from core.shared.actions import Action, ActionCode
from core.shared.messages import Button, MessageSpec

NEW = "n"
VIEW, CHANGE, DROP, DROP_SURE = "v", "c", "d", "y"
"""Behind a canned answer's id."""
SHOW, SEND_REPLY, SEND_ANSWER, EDIT_REPLY, EDIT_ANSWER = "s", "r", "a", "e", "f"
"""Behind a case's id, before a canned answer's."""


def shelf(kept: Shelf) -> MessageSpec:
    """Return the list to be looked at and changed."""
    rows = [[_named(kept, each, _code(each, VIEW))] for each in kept.templates]
    rows.append([Button("button-tpl-add", ActionCode(Action.TEMPLATES, NEW).pack())])
    if not kept.templates:
        return MessageSpec("tpl-none", buttons=rows)
    return MessageSpec("tpl", {"count": len(kept.templates)}, buttons=rows)


def for_case(kept: Shelf, petition: Petition) -> MessageSpec:
    """Return the list of what can be said in a case."""
    rows = [[_named(kept, each, _use(petition, each, SHOW))] for each in kept.templates]
    if not rows:
        return MessageSpec("tpl-in-case-none")
    return MessageSpec("tpl-in-case", {"number": petition.number}, buttons=rows)


def one(kept: Shelf, template: Template) -> MessageSpec:
    own = kept.owns(template)
    change = [
        Button("button-tpl-change", _code(template, CHANGE)),
        Button("button-tpl-drop", _code(template, DROP)),
    ]
    args = {"name": template.name, "text": template.text, "above": "no" if own else "yes"}
    return MessageSpec("tpl-one", args, buttons=[*([change] if own else []), _BACK])


def sure(template: Template) -> MessageSpec:
    rows = [
        [Button("button-sure", _code(template, DROP_SURE))],
        [Button("button-back", _code(template, VIEW))],
    ]
    return MessageSpec("tpl-drop-sure", {"name": template.name, "text": template.text}, buttons=rows)


def dropped(template: Template) -> MessageSpec:
    return MessageSpec("tpl-dropped", {"name": template.name}, buttons=[_BACK])


def saved(template: Template) -> MessageSpec:
    return MessageSpec("tpl-saved", {"name": template.name, "text": template.text}, buttons=[_BACK])


def filled(petition: Petition, template: Template, text: str) -> MessageSpec:
    """Return it as the resident would read it, with what can be done now."""
    replies = [
        Button("button-tpl-reply", _use(petition, template, SEND_REPLY)),
        Button("button-tpl-edit-reply", _use(petition, template, EDIT_REPLY)),
    ]
    answers = [
        Button("button-tpl-answer", _use(petition, template, SEND_ANSWER)),
        Button("button-tpl-edit-answer", _use(petition, template, EDIT_ANSWER)),
    ]
    if KINDS[petition.kind].verdict:  # that is asked before the words
        answers = answers[1:]
    waits = petition.stage in WAITING_STAGES
    rows = [
        *([replies] if waits or petition.can(Event.REPLY) else []),
        *([answers] if waits or petition.can(Event.ANSWER) else []),
        [Button("button-back", ActionCode(Action.TEMPLATES, petition.id).pack())],
    ]
    return MessageSpec("tpl-filled", {"number": petition.number, "text": text}, buttons=rows)


def _named(kept: Shelf, template: Template, code: str) -> Button:
    return Button("button-tpl", code, args={"name": template.name, "above": "no" if kept.owns(template) else "yes"})


def _code(template: Template, step: str) -> str:
    return ActionCode(Action.TEMPLATE, f"{template.id}.{step}", template.version).pack()


def _use(petition: Petition, template: Template, step: str) -> str:
    return ActionCode(Action.USE_TEMPLATE, f"{petition.id}.{step}{template.id}", template.version).pack()


_BACK = [Button("button-back", ActionCode(Action.TEMPLATES).pack())]
