"""A street and a community with a supervision committee each, and people who report, review and are reported."""

from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from core.people.model import Purpose, Resident, Role, RosterEntry, StaffChat, Unit
from core.petitions.draft import Draft
from core.reports.draft import ReportDraft
from core.reports.model import Body, Entry, Report, ReportEvent, Vault
from core.reports.usecases.entering import NameForms, ReportReceipt
from core.shared.actor import ResidentActor
from core.shared.ids import ReportId
from core.shared.language import Language
from tests.core_rig import CoreRig, actor_of
from tests.factories.cases import a_resident, a_roster_entry, a_staff_chat
from tests.fakes.world import START

FORMS = NameForms(("主任", "书记"), ("老", "姓"))
CODE = "ABCD-EFGH-JKLM"
_numbers = count(1)


def agreed(unit: Unit, name: str) -> Resident:
    return a_resident(unit, name=name).speaks(Language.ZH_CN, chosen=True).agrees(START).agrees_to_transfer(START)


@dataclass(slots=True)
class ReportRig:
    """`qian`, `wu` and `sun` supervise the community, `shi` and `he` the street; `liu` works at the desk."""

    core: CoreRig = field(default_factory=CoreRig)
    committee: StaffChat = field(init=False)
    above: StaffChat = field(init=False)
    entries: dict[str, RosterEntry] = field(default_factory=dict)
    actors: dict[str, ResidentActor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        purposes = frozenset({Purpose.SUPERVISION})
        self.committee = a_staff_chat(self.core.unit, purposes=purposes)
        self.above = a_staff_chat(self.core.street, purposes=purposes)
        for chat in (self.committee, self.above):
            self.core.tables.staff_chats[chat.chat_id] = chat
        for name, said, unit, roles in (
            ("qian", "钱监督", self.core.unit, {Role.SUPERVISION, Role.FINANCE}),
            ("wu", "吴监督", self.core.unit, {Role.SUPERVISION}),
            ("sun", "孙监督", self.core.unit, {Role.SUPERVISION}),
            ("shi", "施委员", self.core.street, {Role.SUPERVISION}),
            ("he", "何委员", self.core.street, {Role.SUPERVISION}),
            ("liu", "刘敏", self.core.unit, {Role.STAFF}),
        ):
            self.enrol(name, said, unit, roles)

    def enrol(self, name: str, said: str, unit: Unit, roles: set[Role], **given: Any) -> RosterEntry:
        resident = agreed(unit, said)
        entry = a_roster_entry(unit, name=said, roles=frozenset(roles), resident_id=resident.id, **given)
        self.core.tables.residents[resident.id] = resident
        self.core.tables.roster[entry.id] = entry
        self.entries[name], self.actors[name] = entry, actor_of(resident)
        return entry

    def changes(self, name: str, **changed: Any) -> None:
        self.entries[name] = replace(self.entries[name], **changed)
        self.core.tables.roster[self.entries[name].id] = self.entries[name]

    def draft(self, *accused: str, **given: Any) -> ReportDraft:
        words = Draft(id=f"report{next(_numbers)}", parts=[given.pop("text", "他拿了钱")])
        ids = [self.entries[name].id for name in accused]
        return ReportDraft(words=words, accused=ids, **{"code": CODE, **given})

    async def reported(self, *accused: str, **given: Any) -> ReportReceipt:
        return await self.core.use.reports.submit(self.core.wang, self.draft(*accused, **given), FORMS)

    def report(self, report_id: ReportId) -> Report:
        return self.core.tables.reports[report_id]

    def body(self, report_id: ReportId) -> Body:
        return self.vault.body(self.report(report_id))

    def entries_of(self, report_id: ReportId) -> list[Entry]:
        kept = sorted((key, value) for key, value in self.core.tables.report_entries.items() if key[0] == report_id)
        return [self.vault.entry(sealed) for _, (_, sealed) in kept]

    def events(self, report_id: ReportId) -> list[ReportEvent]:
        return [entry.event for entry in self.entries_of(report_id)]

    @property
    def vault(self) -> Vault:
        return Vault(self.core.secrets)

    def drawn(self, report_id: ReportId) -> set[str]:
        names = {entry.id: name for name, entry in self.entries.items()}
        return {names[each] for each in self.body(report_id).reviewers}


async def seen_by(rig: ReportRig, name: str, number: str) -> list[str]:
    read = await rig.core.use.reports.see(rig.actors[name], number)
    return [entry.text for entry in read.entries]
