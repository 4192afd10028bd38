"""What the message below a card turns into: pages of signers, cases that are alike, and what was merged."""

from core.petitions.menu import BACK, SHORT, code
from core.petitions.model import Petition
from core.petitions.queries import excerpt_of
from core.shared.actions import Action
from core.shared.messages import Button, MessageSpec
from core.together.merging import Alike
from core.together.neighbours import NeighbourLine


def _back(petition: Petition) -> list[Button]:
    return [Button("button-menu-back", code(Action.MORE, petition, BACK))]


def pages(petition: Petition, count: int) -> MessageSpec:
    """Return the pages on which who signs stands, a button each."""
    row = [
        Button("button-signers-page", code(Action.SIGNERS, petition, str(n)), args={"page": n + 1})
        for n in range(count)
    ]
    rows = [row[n : n + 4] for n in range(0, len(row), 4)]
    key = "signers-pages" if rows else "signers-none"
    return MessageSpec(key, {"number": petition.number}, buttons=[*rows, _back(petition)])


def alike(found: Alike) -> MessageSpec:
    """Return what is like a case, each with a button to merge; of what is merged the button that undoes it."""
    petition = found.petition
    if found.main is not None:
        rows = [[Button("button-unmerge", code(Action.UNMERGE, petition))], _back(petition)]
        return MessageSpec("similar-merged", {"number": petition.number, "main": found.main.number}, buttons=rows)
    lines = [
        MessageSpec("similar-row", {"number": each.number, "text": excerpt_of(each.words, hidden=found.hidden)})
        for each in found.cases
    ]
    rows = [
        [Button("button-merge", code(Action.MERGE, petition, each.id[:SHORT]), args={"number": each.number})]
        for each in found.cases
    ]
    key = "similar" if rows else "similar-none"
    return MessageSpec(key, {"number": petition.number}, buttons=[*rows, _back(petition)], more=lines)


def merged(petition: Petition, main: Petition) -> MessageSpec:
    rows = [[Button("button-unmerge", code(Action.UNMERGE, petition))], _back(petition)]
    return MessageSpec("similar-merged", {"number": petition.number, "main": main.number}, buttons=rows)


def neighbours(petition: Petition, line: NeighbourLine | None) -> MessageSpec:
    """Return what neighbours are shown of a case, with what can be done about it."""
    own = {"number": petition.number, "line": line.line if line else ""}
    if line is None:
        return MessageSpec("neighbours-not-allowed", own, buttons=[_back(petition)])
    write = "button-neighbours-change" if line.stands(petition) else "button-neighbours-write"
    rows = [[Button(write, code(Action.NEIGHBOURS_LINE, petition))]]
    if line.line:
        rows.append([Button("button-neighbours-down", code(Action.NEIGHBOURS_DOWN, petition))])
    key = "neighbours-shown" if line.stands(petition) else "neighbours-allowed"
    return MessageSpec(key, own, buttons=[*rows, _back(petition)])
