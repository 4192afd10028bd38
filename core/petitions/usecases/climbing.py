from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.disclosure.ports import Sheet, SheetMaker
from core.people.model import Level, Unit
from core.people.ports import Secrets
from core.petitions import flow, messages, passing_on
from core.petitions.access import access_by_code, access_own_case
from core.petitions.clocks import end_of
from core.petitions.draft import Draft
from core.petitions.model import Author, CaseMessage, Event, HistoryRow, Kind, Petition
from core.petitions.service import in_hours_again
from core.petitions.usecases.calling_out import call_out
from core.petitions.usecases.moves import Rules, move
from core.petitions.usecases.overtaking import overtake
from core.petitions.usecases.submit import access_hash
from core.shared.actor import RESIDENT, ResidentActor
from core.shared.blobs import BlobStore
from core.shared.clock import Clock, local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import CaseMessageId, ChatId, IdSource, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked, without_people
from core.shared.messages import MediaRef, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import fold, is_blank
from core.together.parting import lock_family, part_if_over
from core.together.telling import tell_stage
from core.uow import UnitOfWork, UnitOfWorkFactory

ROADS = (Event.RECONSIDER, Event.REOPEN, Event.GO_TO_STREET, Event.ASK_REVIEW, Event.ASK_REREVIEW)
"""What the author of a case can do beside it, in the order in which it is offered."""
PRINTED = (Event.ASK_REVIEW, Event.ASK_REREVIEW)
"""Goes on paper to a body outside."""
NOBODY = flow.Body()


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A way that is open to the author now."""

    event: Event
    unit: Unit
    """Who has the case then."""
    until: date | None = None
    """The last day for it, where there is one."""
    body: flow.Body = NOBODY
    """To whom the request goes, where it leaves the house."""


def _forgotten(petition: Petition) -> bool:
    """Tell whether it was a call back that has ended: its number is gone, so whoever wants another asks anew."""
    return petition.kind is Kind.CALLBACK and not petition.open


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRoad:
    """The author is not content, or wants it elsewhere: again here, one level up, at the street, or outside."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    rules: Rules
    sheets: SheetMaker
    blobs: BlobStore
    secrets: Secrets

    async def open(self, actor: ResidentActor, petition_id: PetitionId | None, *, code: str = "") -> list[Road]:
        """Return the ways that are open now, most obvious first; with `code`, of the case it opens.

        Raises NotFoundError("case-unknown"), ("code-unknown").
        """
        async with self.uow.reading() as uow:
            petition = await self._seen(uow, actor, petition_id, code)
            found = []
            for event in ROADS:
                if petition.can(event) and not _forgotten(petition):
                    try:
                        found.append(await self._road(uow, petition, event))
                    except DomainError:
                        continue  # not offered: whoever presses an old button is told why
            return found

    async def _seen(self, uow: UnitOfWork, actor: ResidentActor, petition_id: PetitionId | None, code: str) -> Petition:
        if code:
            found = await uow.petitions.by_access_hash(access_hash(self.secrets, code))
            if found is None:
                raise NotFoundError("code-unknown")
            return found
        petition = None if petition_id is None else await uow.petitions.get(petition_id)
        if petition is None or petition.resident_id != actor.resident_id:
            raise NotFoundError("case-unknown")
        return petition

    async def printed(self, sheet: Sheet) -> bytes:
        """Return a request as a file, kept nowhere: for whoever comes by a code and must stand in no queue."""
        return await self.sheets.make(sheet)

    async def __call__(
        self,
        actor: ResidentActor,
        petition_id: PetitionId | None,
        event: Event,
        said: Marked,
        *,
        source: str,
        sheet: Sheet | None = None,
        code: str = "",
    ) -> Petition:
        """Go; `said` is why, and may be empty. `source` names the message, so that the same one goes once.

        A `sheet` is printed and sent to the author. With `code` the case is the one it opens: nothing of who goes is
        kept, of `source` a keyed hash, of the moment the day; nothing can be sent to them.

        Raises DomainError where the table or a date says no.
        """
        blob = await self.blobs.put(await self.sheets.make(sheet)) if sheet is not None and not code else ""
        source = "code:" + self.secrets.keyed_hash("code-road", source) if code else source
        async with self.uow() as uow:
            case_id = (await self._seen(uow, actor, None, code)).id if code else petition_id
            if case_id is None:
                raise NotFoundError("case-unknown")
            await lock_family(uow, case_id)
            if code:
                was = await access_by_code(uow, access_hash(self.secrets, code))
            else:
                was = await access_own_case(uow, actor, case_id)
            if await uow.messages.by_source(source):
                return was
            was.apply(event)
            if _forgotten(was):
                raise DomainError("call-none", number=was.number)
            road, now = await self._road(uow, was, event), self._moment(was)
            before = {place.chat_id for place in await uow.links.cards(was.id)}
            message = self._words("" if code else actor.name, was, said, source, now)
            if not is_blank(said.text):
                uow.messages.add(message)
            petition = await self._go(uow, was, road)
            uow.history.append(
                HistoryRow(
                    petition_id=was.id,
                    event=event,
                    actor_kind="anonymous" if code else "resident",
                    actor_id="" if code else actor.resident_id,
                    actor_name="",
                    at=now,
                    from_stage=was.stage,
                    to_stage=petition.stage,
                    unit_id=petition.unit_id if petition.unit_id != was.unit_id else None,
                )
            )
            if not code:  # the order of the audit's rows would date an anonymous act; the history has its day
                uow.audit.record(f"petition.{event.replace('_', '-')}", RESIDENT, petition.id, at=now)
            petition = await part_if_over(uow, petition, now, self.clock.zone)
            await tell_stage(uow, petition)
            await self._tell(uow, petition, message, before, blank=is_blank(said.text))
            if blob:
                uow.outbox.add(_paper(petition, ChatId(actor.telegram_id), event, blob, road))
            await uow.commit()
        return petition

    def _moment(self, petition: Petition) -> datetime:
        now, zone = self.clock.now(), self.clock.zone
        return datetime.combine(local_day(now, zone), time(0), tzinfo=zone) if petition.anonymous else now

    async def _go(self, uow: UnitOfWork, was: Petition, road: Road) -> Petition:
        now = self._moment(was)
        if road.event in {Event.RECONSIDER, Event.GO_TO_STREET}:
            unit = await uow.units.get(was.unit_id)
            key = f"staff-arrived-{road.event.replace('_', '-')}"
            arrived = MessageSpec(key, {"number": was.number, "unit": unit.name})
            return await move(
                uow, was, road.event, road.unit, now=now, rules=self.rules, clock=self.clock, arrived=arrived
            )
        petition = replace(was.apply(road.event), closed_at=None, same_as=None)
        if road.event is Event.REOPEN:
            petition = in_hours_again(replace(petition, handler=None), now)
        else:
            days = flow.REVIEW_ANSWER_DAYS if road.event is Event.ASK_REVIEW else flow.REREVIEW_ANSWER_DAYS
            day = local_day(now, self.clock.zone) + timedelta(days=days)
            petition = replace(petition, review_by=end_of(day, self.clock))
        await overtake(uow, petition, self.clock)
        await uow.petitions.save(petition)
        for place in await uow.links.cards(was.id):
            key = f"staff-asked-{road.event.replace('_', '-')}"
            word = f"asked:{petition.id}:{petition.version}:{place.chat_id}"
            uow.outbox.add(messages.staff_word(petition, place.chat_id, key, word, body=road.body.name))
            if road.event is Event.REOPEN:
                await call_out(uow, petition, place.chat_id, self.clock)
            uow.outbox.add(messages.card(petition, place.chat_id))
        return petition

    async def _tell(
        self, uow: UnitOfWork, petition: Petition, message: CaseMessage, before: set[ChatId], *, blank: bool
    ) -> None:
        """Put the author's words before chats that have the case already; others are told all there is to know."""
        if blank:
            return
        places = [place for place in await uow.links.cards(petition.id) if place.chat_id in before]
        turns = {place.chat_id: Priority.REPLY for place in places}
        for item in passing_on.to_staff(petition, message, places, turns):
            uow.outbox.add(item)

    def _words(self, name: str, was: Petition, said: Marked, source: str, at: datetime) -> CaseMessage:
        """`name` is of whoever goes; by a code it is the name on the slip, or none."""
        return CaseMessage(
            id=CaseMessageId(self.ids.new()),
            petition_id=was.id,
            author=Author.RESIDENT,
            author_name=name or (was.party.name if was.party else ""),
            text=said.text,
            marks=said.marks if name else without_people(said.marks),
            at=at,
            source=source,
        )

    async def _road(self, uow: UnitOfWork, petition: Petition, event: Event) -> Road:
        """Return where a way leads; raises DomainError where it is closed."""
        unit, units = await uow.units.get(petition.unit_id), await uow.units.all()
        history, roads = await uow.history.of(petition.id), self.rules.roads
        zone = self.clock.zone
        today = local_day(self.clock.now(), zone)
        if event is Event.RECONSIDER:
            above = None if unit.level is Level.STREET else flow.parent_of(unit, units)
            if above is None:
                raise DomainError("reconsider-top", number=petition.number)
            return Road(event=event, unit=above)
        if event is Event.GO_TO_STREET:
            street = flow.street_above(unit, units)
            if street is None or street.id == unit.id:
                raise DomainError("street-already", number=petition.number)
            return Road(event=event, unit=street)
        if event is Event.REOPEN:
            flow.ensure_may_reopen(petition, history, roads, today, zone)
            return Road(event=event, unit=unit, until=flow.reopen_until(history, roads, zone))
        if event is Event.ASK_REVIEW:
            flow.ensure_may_ask_review(petition, unit, history, today, zone)
            return Road(event=event, unit=unit, until=flow.review_ask_until(history, zone), body=roads.district)
        flow.ensure_may_ask_rereview(petition, history, today, zone)
        return Road(event=event, unit=unit, until=flow.rereview_ask_until(history, zone), body=roads.city)


def _paper(petition: Petition, chat: ChatId, event: Event, blob: str, road: Road) -> OutboxItem:
    """The printed request, for its author to sign and hand in."""
    body = road.body
    args = {
        "number": petition.number,
        "body": body.name,
        "address": body.address,
        "phone": body.phone,
        "until": road.until or "",
    }
    spec = MessageSpec(
        f"paper-{event.replace('_', '-')}",
        args,
        buttons=messages.case_buttons(petition),
        media=MediaRef("document", blob=blob, name=f"{petition.number}.pdf"),
    )
    return OutboxItem(
        dedupe=f"paper:{petition.id}:{petition.version}",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.REPLY,
        spec=spec,
        petition_id=petition.id,
        role=LinkRole.RESIDENT_COPY,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindStreet:
    """The street above somebody's unit, to which they may go directly."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor) -> Unit | None:
        """Return it; None where they belong to the street itself, or there is none."""
        async with self.uow.reading() as uow:
            unit = await uow.units.get((await uow.residents.get(actor.resident_id)).unit_id)
            street = flow.street_above(unit, await uow.units.all())
        return None if street is None or street.id == unit.id else street


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSameWords:
    """Does this person have an open case with the very same words? Then they may mean that one."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor, draft: Draft) -> tuple[PetitionId, str] | None:
        """Return its id and number; punctuation, spaces and width make no difference. The draft's own case is none."""
        wanted = fold(draft.text)
        if not wanted:
            return None
        async with self.uow.reading() as uow:
            theirs = await uow.petitions.open_texts(actor.resident_id)
        return next(
            ((each, number) for each, number, said, of in theirs if fold(said) == wanted and of != draft.id), None
        )
