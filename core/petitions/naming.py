"""The names by which whoever a case is of could be known, for words of it that others are to read."""

import re
from collections.abc import Sequence

from core.petitions.model import Petition
from core.shared.masking import HIDDEN
from core.shared.text import utf16_len
from core.uow import UnitOfWork


async def names_in(uow: UnitOfWork, petition: Petition) -> list[str]:
    """Return those of its author, as they call themselves and as the roster does, and of whom it was filed for."""
    names = [] if petition.party is None else [petition.party.name]
    if petition.resident_id is not None:
        names.append((await uow.residents.get(petition.resident_id)).name)
        entry = await uow.roster.of_resident(petition.resident_id)
        names += [] if entry is None else [entry.name]
    return [name for each in names if utf16_len(name := " ".join(each.split())) > 1]


def without_names(text: str, names: Sequence[str]) -> str:
    """Return a text as long as before, in which the names are hidden, however they are written."""
    for name in names:
        text = re.sub(re.escape(name), HIDDEN * utf16_len(name), text, flags=re.IGNORECASE)
    return text
