"""Typed ids. Internal ids are random 32-digit hex strings; people only ever see case numbers and codes."""

from typing import NewType, Protocol

UnitId = NewType("UnitId", str)
ResidentId = NewType("ResidentId", str)
RosterId = NewType("RosterId", str)
PetitionId = NewType("PetitionId", str)
CaseMessageId = NewType("CaseMessageId", str)
AttachmentId = NewType("AttachmentId", str)
BlobId = NewType("BlobId", str)
DraftId = NewType("DraftId", str)
SeriesId = NewType("SeriesId", str)
DayId = NewType("DayId", str)
SlotId = NewType("SlotId", str)
BookingId = NewType("BookingId", str)
BallotId = NewType("BallotId", str)
ItemId = NewType("ItemId", str)
VersionId = NewType("VersionId", str)
ExtensionId = NewType("ExtensionId", str)
CampaignId = NewType("CampaignId", str)
SwapId = NewType("SwapId", str)
AwayId = NewType("AwayId", str)
OfficeId = NewType("OfficeId", str)
CallId = NewType("CallId", str)
ReportId = NewType("ReportId", str)
TelegramUserId = NewType("TelegramUserId", int)
ChatId = NewType("ChatId", int)
MessageId = NewType("MessageId", int)
ThreadId = NewType("ThreadId", int)


class IdSource(Protocol):
    """Where ids and secrets come from; a fake makes them predictable in tests."""

    def new(self) -> str:
        """Return an unguessable 32-digit hex string."""
        ...

    def code(self, groups: int = 3) -> str:
        """Return an unguessable code people can copy by hand: groups of four, no 0/O/1/I/L."""
        ...
