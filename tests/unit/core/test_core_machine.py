"""Whatever residents and staff press in whatever order: the table is kept, and the history tells the whole story."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.petitions.card import render_card
from core.petitions.model import TRANSITIONS, Author, Event, Petition, Stage
from core.shared.actions import Action, ActionCode
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.shared.outbox import LinkRole
from tests.core_rig import CoreRig, words
from tests.fakes.world import SHANGHAI

pytestmark = pytest.mark.unit

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
        self.rig = CoreRig()
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
        for row in render_card(card, SHANGHAI).buttons:
            for button in row:
                code = ActionCode.parse(button.action)
                assert code is not None
                kept = self.rig.tables
                if code.action in PROMPTS:
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
            else:
                assert TRANSITIONS[stage, row.event] is row.to_stage
            stage = row.to_stage
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
        assert not notes & {item.case_message_id for item in self.rig.sent_to(self.rig.wang)}
        assert len(set(self.rig.keys)) == len(self.rig.keys)
        assert not self.rig.sent_to(self.rig.zhao)

    @invariant()
    def the_latest_version_is_on_its_way_to_the_card(self) -> None:
        assert f"card:{self.case_id}:{self.rig.desk.chat_id}:{self.case.version}" in self.rig.keys


TestCase = CaseMachine.TestCase
TestCase.settings = settings(max_examples=40, stateful_step_count=25)
