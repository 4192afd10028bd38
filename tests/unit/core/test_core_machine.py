"""Whatever residents and staff press in whatever order: the table is kept, and the history tells the whole story."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.petitions.card import render_card
from core.petitions.model import SPEAKING, TRANSITIONS, Author, Event, Petition, Stage
from core.shared.actions import Action, ActionCode
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.outbox import RowState
from tests.core_rig import CoreRig, words
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit

GOING = {RowState.PENDING, RowState.SENT}
REFUSALS = (DomainError, ConflictError, NotFoundError)
EVENTS = {Action.CLAIM: Event.CLAIM, Action.CLOSE: Event.CLOSE}
PROMPTS = {
    Action.REPLY: LinkRole.PROMPT_REPLY,
    Action.ASK: LinkRole.PROMPT_ASK,
    Action.ANSWER: LinkRole.PROMPT_ANSWER,
    Action.NOTE: LinkRole.PROMPT_NOTE,
}


class CaseMachine(RuleBasedStateMachine):
    """Everybody presses and writes what they like; refused or not, the invariants hold after every step."""

    @initialize()
    def begin(self) -> None:
        self.rig = CoreRig(undo_seconds=10)
        self.case_id: PetitionId = self.run(self.rig.submitted())
        self.seen: list[Petition] = [self.case]
        self.messages = 0

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run(work)

    @property
    def case(self) -> Petition:
        return self.rig.case(self.case_id)

    def attempt(self, work: Coroutine[Any, Any, Any]) -> bool:
        """Do it or be refused; a refusal leaves no trace at all."""
        before = self.rig.tables
        self.rig.clock.move(timedelta(milliseconds=1))
        try:
            self.run(work)
        except REFUSALS:
            assert self.rig.tables is before
            return False
        return True

    @rule(name=st.sampled_from(["reply", "ask", "answer", "note"]), who=st.sampled_from(["liu", "chen", "stranger"]))
    def write(self, name: str, who: str) -> None:
        done = self.attempt(getattr(self.rig.use, name)(getattr(self.rig, who), self.case_id, words()))
        assert not (done and who == "stranger")
        self.messages += done

    @rule(who=st.sampled_from(["liu", "chen", "stranger"]))
    def undo(self, who: str) -> None:
        said = self.meant_for_the_author
        command = MessageId(90_000 + len(self.rig.keys))
        done = self.attempt(self.rig.use.undo(getattr(self.rig, who), command))
        assert done == (len(self.meant_for_the_author) < len(said))
        assert not (done and who == "stranger")

    @rule()
    def what_is_held_goes_out(self) -> None:
        for row in self.rig.tables.held():
            self.rig.tables.outbox[row.id] = replace(row, attempts=1, state=RowState.SENT)

    @property
    def meant_for_the_author(self) -> set[str]:
        rows = self.rig.tables.outbox.values()
        to_wang = [row.item for row in rows if row.item.chat_id == self.rig.wang.telegram_id and row.state in GOING]
        return {item.case_message_id for item in to_wang if item.case_message_id}

    @rule(name=st.sampled_from(["claim", "close"]), who=st.sampled_from(["liu", "chen", "stranger"]))
    def press(self, name: str, who: str) -> None:
        done = self.attempt(getattr(self.rig.use, name)(getattr(self.rig, who), self.case_id))
        assert not (done and who == "stranger")

    @rule(who=st.sampled_from(["wang", "zhao"]))
    def add(self, who: str) -> None:
        source = f"tg:{len(self.rig.tables.messages)}:{who}"
        add = self.rig.use.add_to_case(getattr(self.rig, who), self.case_id, "补充", [], source=source)
        done = self.attempt(add)
        assert not (done and who == "zhao")
        self.messages += done

    @rule(who=st.sampled_from(["wang", "zhao"]))
    def withdraw(self, who: str) -> None:
        done = self.attempt(self.rig.use.withdraw(getattr(self.rig, who), self.case_id))
        assert not (done and who == "zhao")

    @rule()
    def press_every_button_of_the_card(self) -> None:
        """What the card offers is never refused: each button on its own, then taken back."""
        card = self.run(self.rig.cards.card(self.case_id, self.rig.desk.chat_id))
        for row in render_card(card, SHANGHAI, self.rig.clock.now().date()).buttons:
            for button in row:
                code = ActionCode.parse(button.action)
                assert code is not None
                kept = self.rig.tables
                if code.action is Action.MORE:
                    assert self.attempt(self.rig.use.flow.menu(self.rig.liu, self.case_id, press=button.action))
                elif code.action in PROMPTS:
                    prompt = self.rig.use.prompt(self.rig.liu, self.case_id, PROMPTS[code.action], press=button.action)
                    assert self.attempt(prompt)
                else:
                    assert self.attempt(getattr(self.rig.use, EVENTS[code.action].value)(self.rig.liu, self.case_id))
                self.rig.database.publish(kept)

    @invariant()
    def the_history_replays_to_the_stage_by_rows_of_the_table(self) -> None:
        stage: Stage | None = None
        for row in self.rig.history(self.case_id):
            assert row.from_stage is stage
            if stage is None:
                assert (row.event, row.to_stage) == (Event.SUBMIT, Stage.SUBMITTED)
            elif row.event is not Event.TAKE_BACK:
                assert TRANSITIONS[stage, row.event] is row.to_stage
            stage = row.to_stage
        assert stage is self.case.stage

    @invariant()
    def a_case_stands_as_if_what_was_taken_back_had_never_been_said(self) -> None:
        inside = {m.at for m in self.rig.messages(self.case_id) if m.author is Author.NOTE}
        stage = Stage.SUBMITTED
        for row in self.rig.history(self.case_id)[1:]:
            unsaid = row.at in inside and row.event in SPEAKING
            if not unsaid and row.event is not Event.TAKE_BACK:
                stage = TRANSITIONS[stage, row.event]
        assert stage is self.case.stage

    @invariant()
    def the_version_counts_the_changes(self) -> None:
        assert self.case.version == len(self.rig.history(self.case_id))

    @invariant()
    def facts_agree_with_the_stage(self) -> None:
        case, history = self.case, self.rig.history(self.case_id)
        claims = [row for row in history if row.event is Event.CLAIM]
        assert len(claims) <= 1
        assert (case.handler is not None) == (case.accepted_at is not None) == bool(claims)
        assert (case.closed_at is not None) == (not case.open)
        if case.stage is Stage.CLOSED:
            assert Event.ANSWER in {row.event for row in history}

    @invariant()
    def every_word_is_kept_once_and_no_note_leaves(self) -> None:
        assert len(self.rig.messages(self.case_id)) == self.messages
        notes = {m.id for m in self.rig.messages(self.case_id) if m.author is Author.NOTE}
        assert not notes & self.meant_for_the_author
        assert len(set(self.rig.keys)) == len(self.rig.keys)
        assert not self.rig.sent_to(self.rig.zhao)

    @invariant()
    def the_latest_version_is_on_its_way_to_the_card(self) -> None:
        assert f"card:{self.case_id}:{self.rig.desk.chat_id}:{self.case.version}" in self.rig.keys


TestCase = CaseMachine.TestCase
TestCase.settings = settings(max_examples=40, stateful_step_count=25)
