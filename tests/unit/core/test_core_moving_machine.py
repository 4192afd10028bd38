"""Groups come and go in any order, and everybody presses and writes: whose a case is stays what it should be."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.people.model import StaffChat
from core.petitions.card import render_card
from core.petitions.model import TRANSITIONS, Event, Petition, Stage
from core.petitions.places import WORKED_ON
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, a_group_below, staff_of, words
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.unit

ACTS = st.sampled_from(["claim", "reply", "ask", "answer", "close"])


class MovingMachine(RuleBasedStateMachine):
    """One case of the lowest of three desks, one above the other; of each one member, and of all three one more."""

    @initialize()
    def begin(self) -> None:
        self.rig = CoreRig()
        home = a_group_below(self.rig)
        self.desks = [home.chat_id, self.rig.desk.chat_id, self.rig.other_desk.chat_id]
        self.case_id = self.run(self.rig.submitted())
        self.turns = 0

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run(work)

    @property
    def case(self) -> Petition:
        return self.rig.case(self.case_id)

    def chat(self, n: int) -> StaffChat:
        return self.rig.tables.staff_chats[self.desks[n]]

    @property
    def at(self) -> int:
        """Which desk works on the case."""
        cards = self.rig.tables.cards.values()
        (chat,) = [card.chat_id for card in cards if card.standing in WORKED_ON]
        return self.desks.index(chat)

    def who(self, n: int, *, everywhere: bool) -> StaffActor:
        return staff_of(self.chat(n), 7_100 if everywhere else 7_101 + n, "到处都在" if everywhere else f"第{n}级")

    def attempt(self, work: Coroutine[Any, Any, Any]) -> bool:
        self.rig.clock.move(timedelta(milliseconds=1))
        try:
            self.run(work)
        except (DomainError, ConflictError, NotFoundError):
            return False
        return True

    @rule()
    def home_comes_or_goes(self) -> None:
        self.comes_or_goes(0)

    @rule(n=st.integers(min_value=1, max_value=2))
    def one_above_comes_or_goes(self, n: int) -> None:
        self.comes_or_goes(n)

    @rule(everywhere=st.booleans())
    def somebody_here_takes_it(self, everywhere: bool) -> None:
        self.acts(0, everywhere, "claim")

    def comes_or_goes(self, n: int) -> None:
        able = self.chat(n).out_since is not None
        before, had, at = self.case, self.case.handler, self.at
        self.turns += 1
        self.run(self.rig.use.seat_cases(self.desks[n], able=able, occasion=str(self.turns)))
        assert self.case.stage is before.stage
        if self.at == at or (self.at > at and had is not None):
            assert self.case.handler == had, "a case that does not come nearer home loses nobody"

    @rule(further=st.integers(min_value=0, max_value=2), everywhere=st.booleans(), name=ACTS)
    def somebody_acts(self, further: int, everywhere: bool, name: str) -> None:
        self.acts(further, everywhere, name)

    def acts(self, further: int, everywhere: bool, name: str) -> None:
        n, elsewhere = (self.at + further) % len(self.desks), further != 0
        actor = self.who(n, everywhere=everywhere)
        said = () if name in {"claim", "close"} else (words(),)
        had = self.case.handler
        done = self.attempt(getattr(self.rig.use, name)(actor, self.case_id, *said))
        assert not (done and elsewhere)
        if done and name != "claim" and had is not None:
            assert self.case.handler == had, "only a claim takes a case from somebody"

    @rule()
    def everything_is_delivered(self) -> None:
        rows = self.rig.tables.outbox
        for row in list(rows.values()):
            rows[row.id] = replace(row, state=RowState.SENT) if row.state is RowState.PENDING else row

    @rule()
    def the_author_adds(self) -> None:
        source = f"tg:{len(self.rig.tables.messages)}"
        self.attempt(self.rig.use.add_to_case(self.rig.wang, self.case_id, "补充", [], source=source))

    @invariant()
    def whoever_has_it_is_of_a_desk_between_home_and_here(self) -> None:
        handler = self.case.handler
        if handler is not None and self.case.open:
            assert handler.unit_id in {self.chat(n).unit_id for n in range(self.at + 1)}
        if self.case.open and handler is None:
            assert self.case.stage is Stage.SUBMITTED or Event.RELEASE in {
                r.event for r in self.rig.history(self.case_id)
            }

    @invariant()
    def the_card_offers_what_can_be_done_and_nothing_else_is_offered(self) -> None:
        for n, chat_id in enumerate(self.desks):
            card = self.run(self.rig.cards.card(self.case_id, chat_id))
            labels = [
                button.label
                for row in render_card(card, SHANGHAI, local_day(START, SHANGHAI)).buttons
                for button in row
            ]
            kept = self.rig.tables
            taken = self.attempt(self.rig.use.claim(staff_of(self.chat(n), 7_999, "新来的"), self.case_id))
            self.rig.database.publish(kept)
            assert (self.case_id, chat_id) not in kept.cards or taken == ("button-claim" in labels)

    @invariant()
    def the_history_is_a_way_through_the_table(self) -> None:
        history = self.rig.history(self.case_id)
        for before, row in pairwise(history):
            assert row.from_stage is before.to_stage
            if row.event is not Event.MOVE:
                assert TRANSITIONS[before.to_stage, row.event] is row.to_stage
        assert history[-1].to_stage is self.case.stage
        assert self.case.version == len([row for row in history if row.event is not Event.MOVE])

    @invariant()
    def nothing_is_said_twice(self) -> None:
        assert len(set(self.rig.keys)) == len(self.rig.keys)


TestCase = MovingMachine.TestCase
TestCase.settings = settings(max_examples=40, stateful_step_count=25)
