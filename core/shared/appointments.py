"""An appointment as a calendar file (RFC 5545), so that a phone takes it up, changes it, and drops it again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

OCTETS = 75
"""A longer line is folded (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """`uid` stays the same for ever; of two files with one uid the higher `sequence` counts. Moments are aware."""

    uid: str
    sequence: int
    begins: datetime
    ends: datetime
    stamp: datetime
    """When this state of it came about."""
    name: str
    """The file's name without its ending."""
    title: str = ""
    title_key: str = ""
    """A catalogue key, where there is no title in words."""
    place: str = ""
    cancelled: bool = False

    def to_json(self) -> list[Any]:
        moments = [moment.isoformat() for moment in (self.begins, self.ends, self.stamp)]
        return [self.uid, self.sequence, *moments, self.name, self.title, self.title_key, self.place, self.cancelled]

    @classmethod
    def from_json(cls, data: list[Any]) -> "Appointment":
        uid, sequence, begins, ends, stamp, name, title, title_key, place, cancelled = data
        return cls(
            uid=uid,
            sequence=sequence,
            begins=datetime.fromisoformat(begins),
            ends=datetime.fromisoformat(ends),
            stamp=datetime.fromisoformat(stamp),
            name=name,
            title=title,
            title_key=title_key,
            place=place,
            cancelled=cancelled,
        )


def calendar_file(entry: Appointment, title: str, description: str) -> str:
    """Return the file's text, its lines ended by CRLF.

    Nobody is invited and nobody answers, so it is published, and cancelled by METHOD and STATUS alike: calendars differ
    in which of the two they heed.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Linli//Booking//EN",
        f"METHOD:{'CANCEL' if entry.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{_moment(entry.stamp)}",
        f"DTSTART:{_moment(entry.begins)}",
        f"DTEND:{_moment(entry.ends)}",
        f"SUMMARY:{_escaped(title)}",
        f"LOCATION:{_escaped(entry.place)}",
        f"DESCRIPTION:{_escaped(description)}",
        f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """Escape as TEXT (RFC 5545, 3.3.11); what ends a line anywhere becomes the one escaped line end."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join("".join(char for char in line if char >= " ") for line in text.splitlines())


def _folded(line: str) -> str:
    """Cut after at most 75 octets, and never inside a character; a folded line goes on after CRLF and a space."""
    pieces, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > OCTETS:
            pieces.append("")
            size = 1  # the space
        pieces[-1] += char
        size += octets
    return "\r\n ".join(pieces)
