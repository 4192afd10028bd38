"""Whatever staff of three desks and the author press in whatever order, on every side road: the table is kept.

The history alone leads to the stage and to the unit that the row says, also after handing back, moves and take-backs.
"""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.petitions import flow
from core.petitions.asking import ASKED
from core.petitions.menu import menu
from core.petitions.model import DUE_STAGES, SPEAKING, TRANSITIONS, WAITING_STAGES, Author, Event, Petition, Stage
from core.petitions.places import WORKED_ON
from core.petitions.usecases.climbing import ROADS
from core.shared.actions import ActionCode
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_group_below, staff_of, words

pytestmark = pytest.mark.unit

REFUSALS = (DomainError, ConflictError, NotFoundError)
STAFF = ("leader", "second", "liu", "chen", "he", "hu")
PROMPTED = {asked.action: role for role, asked in ASKED.items() if asked.action}
MOVES = (LinkRole.PROMPT_TRANSFER, LinkRole.PROMPT_ESCALATE, LinkRole.PROMPT_OBJECT)
ASIDE = {Event.TAKE_BACK, Event.MOVE}


class RoadsMachine(RuleBasedStateMachine):
    """Six people of three desks and one author; refused or not, the invariants hold after every step."""

    @initialize(straight=st.booleans())
    def begin(self, straight: bool) -> None:
        self.rig = rig = CoreRig(undo_seconds=10)
        group = a_group_below(rig)
        self.people = {
            "leader": staff_of(group, 7009, "赵组长"),
            "second": staff_of(group, 7010, "副组长"),
            "liu": rig.liu,
            "chen": rig.chen,
            "he": rig.stranger,
            "hu": staff_of(rig.other_desk, 7011, "胡"),
        }
        self.case_id: PetitionId = self.run(rig.submitted(to_street=straight))
        self.count = 0

    def run(self, work: Awaitable[Any]) -> Any:
        async def wait() -> Any:
            return await work

        return asyncio.run(wait())

    @property
    def case(self) -> Petition:
        return self.rig.case(self.case_id)

    def attempt(self, work: Awaitable[Any]) -> bool:
        """Do it or be refused; a refusal leaves no trace at all."""
        before, self.count = self.rig.tables, self.count + 1
        self.rig.clock.move(timedelta(milliseconds=1))
        try:
            self.run(work)
        except REFUSALS:
            assert self.rig.tables is before
            return False
        return True

    def person(self, number: int) -> str:
        """Return somebody, mostly of the desk that works on the case: all others are refused."""
        here = [who for who in STAFF if self.here(who)]
        return here[number % len(here)] if number < 8 else STAFF[number % len(STAFF)]

    def here(self, who: str) -> bool:
        """Whether this person's desk works on the case."""
        card = self.rig.tables.cards.get((self.case_id, self.people[who].chat_id))
        return card is not None and card.standing in WORKED_ON

    @rule(role=st.sampled_from(sorted(ASKED)), whoever=st.integers(0, 9), unit=st.integers(0, 2))
    def say(self, role: LinkRole, whoever: int, unit: int) -> None:
        """Ask for words by the button, and write them; for a transfer one of the units is chosen first."""
        who = self.person(whoever)
        actor, use = self.people[who], self.rig.use
        works, kept_out = self.here(who), self.kept_out(who)
        chosen = sorted(self.rig.tables.units)[unit][:12] if role is LinkRole.PROMPT_TRANSFER else ""
        asked = self.attempt(use.prompt(actor, self.case_id, role, press=str(self.count), subject=chosen))
        done = self.attempt(ASKED[role].use(use)(actor, self.case_id, words()))
        assert works and not kept_out if done or asked else True

    @rule(role=st.sampled_from(MOVES), whoever=st.integers(0, 9), unit=st.integers(0, 2))
    def send(self, role: LinkRole, whoever: int, unit: int) -> None:
        self.say(role=role, whoever=whoever, unit=unit)

    @rule(name=st.sampled_from(["claim", "claim", "close", "recuse"]), whoever=st.integers(0, 9))
    def press(self, name: str, whoever: int) -> None:
        who = self.person(whoever)
        works, kept_out = self.here(who), self.kept_out(who)
        deed = self.rig.use.flow.recuse if name == "recuse" else getattr(self.rig.use, name)
        done = self.attempt(deed(self.people[who], self.case_id))
        assert works and not kept_out if done else True

    def kept_out(self, who: str) -> bool:
        theirs = [row for row in self.rig.history(self.case_id) if row.actor_id == str(self.people[who].user_id)]
        return Event.RECUSE in {row.event for row in theirs}

    @rule(whoever=st.integers(0, 9))
    def undo(self, whoever: int) -> None:
        self.attempt(self.rig.use.undo(self.people[self.person(whoever)], MessageId(90_000 + self.count)))

    @rule()
    def what_is_held_goes_out(self) -> None:
        for row in self.rig.tables.held():
            self.rig.tables.outbox[row.id] = replace(row, attempts=1, state=RowState.SENT)

    @rule(event=st.sampled_from(ROADS), why=st.sampled_from(["", "不对"]), days=st.sampled_from([0, 0, 0, 8, 31]))
    def road(self, event: Event, why: str, days: int) -> None:
        self.rig.clock.move(timedelta(days=days))
        offered = {road.event for road in self.run(self.rig.use.flow.roads.open(self.rig.wang, self.case_id))}
        go = self.rig.use.flow.roads(self.rig.wang, self.case_id, event, Marked(why), source=f"r{self.count}")
        assert self.attempt(go) is (event in offered)

    @rule(event=st.sampled_from(ROADS))
    def a_neighbour_takes_no_road(self, event: Event) -> None:
        assert not self.attempt(self.rig.use.flow.roads(self.rig.zhao, self.case_id, event, Marked("x"), source="z"))

    @rule()
    def add(self) -> None:
        self.attempt(self.rig.use.add_to_case(self.rig.wang, self.case_id, "补充", [], source=f"a{self.count}"))

    @rule()
    def withdraw(self) -> None:
        if self.count > 25:
            self.attempt(self.rig.use.withdraw(self.rig.wang, self.case_id))

    @rule(whoever=st.integers(0, 9))
    def what_the_menu_offers_is_not_refused_by_the_table(self, whoever: int) -> None:
        who = self.person(whoever)
        if not self.here(who) or self.kept_out(who):
            return
        kept = self.rig.tables
        for row in menu(self.run(self.rig.use.flow.menu.see(self.people[who], self.case_id))).buttons:
            for button in row:
                code = ActionCode.parse(button.action)
                assert code is not None
                if (role := PROMPTED.get(code.action)) is not None:
                    assert self.attempt(self.rig.use.prompt(self.people[who], self.case_id, role, press=button.action))
                    self.rig.database.publish(kept)

    @invariant()
    def the_history_replays_to_the_row_by_rows_of_the_table(self) -> None:
        stage: Stage | None = None
        history = self.rig.history(self.case_id)
        for row in history:
            assert row.from_stage is stage
            assert row.at.tzinfo is not None
            if stage is not None and row.event not in ASIDE:
                assert TRANSITIONS[stage, row.event] is row.to_stage
            stage = row.to_stage
        assert flow.replayed(history) == (self.case.stage, self.case.unit_id)
        assert self.case.version == len([row for row in history if row.event is not Event.MOVE])

    @invariant()
    def every_change_names_who_and_every_deed_why(self) -> None:
        deeds = {asked.event for asked in ASKED.values() if asked.deed} - {Event.NOTE}
        for row in self.rig.history(self.case_id):
            assert row.actor_id
            if row.event in deeds and row.actor_kind == "staff":
                assert row.reason

    @invariant()
    def facts_agree_with_the_stage(self) -> None:
        case = self.case
        assert (case.closed_at is not None) == (not case.open)
        assert case.handler is None or case.stage not in WAITING_STAGES
        assert (case.review_by is not None) == (case.stage in {Stage.REVIEW, Stage.REREVIEW})
        assert (case.same_as is None) or case.stage is Stage.NOT_ACCEPTED
        if case.stage in DUE_STAGES:
            assert case.accepted_at is not None

    @invariant()
    def one_desk_works_on_it_and_it_is_that_of_its_unit(self) -> None:
        chats = [card.chat_id for card in self.rig.tables.cards.values() if card.standing in WORKED_ON]
        assert len(chats) == 1
        assert self.rig.tables.staff_chats[chats[0]].unit_id == self.case.unit_id
        assert f"card:{self.case_id}:{chats[0]}:{self.case.version}" in self.rig.keys
        handler = self.case.handler
        assert handler is None or handler.unit_id == self.case.unit_id

    @invariant()
    def no_date_of_law_moves_after_acceptance(self) -> None:
        case, claims = self.case, [r for r in self.rig.history(self.case_id) if r.event is Event.CLAIM]
        if claims:
            assert case.accepted_at == claims[0].at

    @invariant()
    def no_note_and_no_reason_among_staff_reaches_the_author(self) -> None:
        notes = {m.id for m in self.rig.messages(self.case_id) if m.author is Author.NOTE}
        to_wang = [item for item in self.rig.pending if item.chat_id == self.rig.wang.telegram_id]
        assert not notes & {item.case_message_id for item in to_wang}
        assert not self.rig.sent_to(self.rig.zhao)

    @invariant()
    def it_stands_as_if_what_was_taken_back_had_never_been_said(self) -> None:
        inside = {m.at for m in self.rig.messages(self.case_id) if m.author is Author.NOTE}
        stage = Stage.SUBMITTED
        for row in self.rig.history(self.case_id)[1:]:
            if row.event not in ASIDE and not (row.event in SPEAKING and row.at in inside):
                stage = TRANSITIONS[stage, row.event]
        assert stage is self.case.stage


TestCase = RoadsMachine.TestCase
TestCase.settings = settings(max_examples=40, stateful_step_count=50)
