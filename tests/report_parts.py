"""What reports need besides what everything has, for rigs: who is in a committee's group, and files of their own."""

from dataclasses import dataclass, field

from bot.adapters.report_drafts import SealedReportDrafts
from bot.adapters.sealed_blobs import SealedBlobs
from core.reports.app import ReportPorts
from core.reports.office import DisciplineOffice
from core.shared.ids import ChatId, TelegramUserId
from core.shared.state import StateStore
from tests.fakes.stores import FakeBlobStore, FakeFileIntake
from tests.fakes.world import FakeSecrets


@dataclass(slots=True)
class ReportParts:
    away: set[int] = field(default_factory=set)
    """Accounts that have left the committee's group."""
    telegram: dict[str, bytes] = field(default_factory=dict)
    """Files that Telegram has."""
    blobs: FakeBlobStore = field(default_factory=FakeBlobStore)
    state: StateStore | None = None

    def ports(self, secrets: FakeSecrets, state: StateStore) -> ReportPorts:
        async def present(_chat: ChatId, user: TelegramUserId) -> bool:
            return user not in self.away

        blobs = SealedBlobs(self.blobs, secrets)
        files = FakeFileIntake(blobs)
        files.telegram = self.telegram
        return ReportPorts(
            secrets=secrets,
            files=files,
            blobs=blobs,
            drafts=SealedReportDrafts(self.state or state, secrets),
            present=present,
            shuffle=list,
            office=DisciplineOffice(name="市纪委监委", address="法治路9号", phone="12388"),
        )
