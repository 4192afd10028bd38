"""Parts of a staff member's album: what is meant by pictures that have no words of their own."""

from core.answers.drafts import PROMPT_OF as PROMPT_OF_PART
from core.answers.parts import Part
from core.app import UseCases
from core.petitions.asking import ASKED
from core.petitions.usecases.desk import StaffWords
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole

OF_DRAFT = frozenset(PROMPT_OF_PART.values())
"""What is put into a draft of an answer, and goes to the author with it."""


async def meant_in_album(
    use_cases: UseCases, actor: StaffActor, case: PetitionId, role: LinkRole, words: StaffWords, caption: str
) -> LinkRole | None:
    """Return what a part is meant as that must not reach the author by itself; None where other rules say it.

    Pictures of a reason are notes, and those of an answer that is kept as a draft go with it. `role` is that of the
    message that is answered, `caption` what is written under any part that has come.
    """
    if not words.album:
        return None
    find = use_cases.find
    began, waits = await find.began_as(actor, case, words.album), await find.waits_for(actor, case)
    asked = role if role in ASKED else waits
    if asked is not None and ASKED[asked].deed and (caption or began):
        says_why = words.text and (began is None or waits is asked)
        return asked if says_why else LinkRole.PROMPT_NOTE
    if began is LinkRole.PROMPT_NOTE or (began in OF_DRAFT and not words.text):
        return began
    if began in OF_DRAFT and role not in ASKED:
        return waits or began
    if asked is LinkRole.PROMPT_ANSWER and not words.text and caption:
        keeps = await use_cases.answer.keeps_back(actor, case, caption, words)
        return PROMPT_OF_PART[Part.DECISION] if keeps else None
    return None
