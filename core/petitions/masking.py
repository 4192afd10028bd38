"""What a desk above the community is shown of a case: what it is about, not whose number and which door (DOMAIN §8)."""

from dataclasses import replace

from core.people.model import Level
from core.petitions.model import Petition
from core.shared.marks import CONTACT, Marked
from core.shared.masking import hidden_in, masked, masked_words
from core.shared.messages import Arg, MessageSpec

ABOVE = (Level.STREET,)
"""Levels whose desks read words masked; a desk that stands in for one below is above it all the same."""
_OURS = {"number", "numbers", "name", "user", "unit", "link", "day", "index", "count", "other"}
"""Arguments that nobody wrote about themselves: numbers of cases, names of staff, addresses of cards."""


def masks(level: Level) -> bool:
    return level in ABOVE


def masked_petition(petition: Petition) -> Petition:
    """Return the case with the words, the place and the names of files masked, for showing only."""
    words = masked_words(petition.words)
    return replace(
        petition,
        text=words.text,
        marks=words.marks,
        place=replace(petition.place, text=masked(petition.place.text, place=True)),
        attachments=tuple(replace(file, name=masked(file.name)) for file in petition.attachments),
    )


def masked_spec(spec: MessageSpec) -> MessageSpec:
    """Return what is said about a case with everybody's words masked, and without cards of people."""
    media = spec.media
    if media is not None and media.kind == CONTACT:
        return MessageSpec("contact-hidden", quiet=spec.quiet)
    if media is not None and media.kind != "location":
        media = replace(media, name=masked(media.name))
    args = {name: value if name in _OURS else _masked(value) for name, value in spec.args.items()}
    return replace(spec, args=args, media=media, more=[masked_spec(line) for line in spec.more])


def _masked(value: Arg) -> Arg:
    if isinstance(value, Marked):
        return masked_words(value)
    return masked(value) if isinstance(value, str) else value


def numbers_in(petition: Petition) -> list[str]:
    """Return what masking hides of the case's own words, for whoever has given a reason to look."""
    return hidden_in(petition.text) + hidden_in(petition.place.text, place=True)
