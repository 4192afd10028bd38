"""People who vote by the windows of the dialog."""

from dataclasses import replace

from tests.ballot_rig import Hall
from tests.dialog_rig import DialogRig, Person
from tests.factories.ballots import an_entry


def voter(rig: DialogRig, hall: Hall) -> Person:
    """A person who has agreed, bound to a line of the roster."""
    person = rig.resident()
    resident = rig.core.tables.resident_of(person.telegram_id)
    assert resident is not None
    entry = replace(an_entry(hall.rig.unit), resident_id=resident.id)
    rig.core.tables.roster[entry.id] = entry
    return person


async def gives(person: Person, grade: str) -> None:
    """Press the button that begins with a grade: others have it in them."""
    (button,) = [each for each in person.buttons if each["text"].startswith(grade)]
    await person.forges(button["callback_data"])


async def at_the_review(person: Person) -> None:
    await person.says("/vote")
    await person.presses("年终测评")
    await person.presses("去投票")
    await person.presses("看完了")
    for grade in ("好", "较好", "一般", "差", "弃权"):
        await gives(person, grade)
    for _ in range(5):
        await gives(person, "优秀")
