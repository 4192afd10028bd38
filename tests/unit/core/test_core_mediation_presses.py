"""No sequence of presses by the parties, the staff and strangers reaches a state the table does not have."""

from collections.abc import Awaitable, Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.mediation.model import ENDED, TABLE, Mediation, Side, State, replayed
from core.petitions.authors import READ_BY_AUTHOR, READ_BY_OTHER, Author
from core.petitions.model import OPEN_STAGES, Kind, Stage
from core.shared.errors import AppError
from core.shared.ids import MessageId
from tests.core_rig import CoreRig, a_draft, words
from tests.unit.core.test_core_mediation import SESSION, mediator, neighbour

pytestmark = pytest.mark.unit
PRESSES = (
    "asker invites",
    "other consents",
    "stranger consents",
    "asker consents",
    "other declines",
    "stranger declines",
    "other leaves",
    "asker withdraws",
    "stranger leaves",
    "asker confirms",
    "other confirms",
    "stranger confirms",
    "asker adds",
    "other adds",
    "stranger adds",
    "desk paper",
    "desk mediator",
    "desk session",
    "desk draft",
    "desk signed asker",
    "desk signed other",
    "desk failed",
    "desk declined",
    "desk left",
    "desk to asker",
    "desk to other",
    "desk replies",
    "desk escalates",
    "desk refuses",
    "mediator keeps out",
    "elsewhere mediator",
    "elsewhere draft",
)
WILLING = ["asker invites", "other consents"]
DRAFTED = [*WILLING, "desk mediator", "desk session", "desk draft"]
BEGINNINGS = ([], ["asker invites"], WILLING, ["desk paper", "desk mediator"], DRAFTED, [*DRAFTED, "asker confirms"])
"""Ways into it, so that chance comes to the later states, too."""
Press = Callable[[], Awaitable[object]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(BEGINNINGS), st.lists(st.sampled_from(PRESSES), max_size=14))
async def test_whatever_is_pressed_the_table_holds_and_history_replays(begun: list[str], further: list[str]) -> None:
    presses = [*begun, *further]
    rig = CoreRig()
    stranger, chen = neighbour(rig, "生人"), mediator(rig, 7002, "陈杰")
    draft = a_draft(kind=Kind.MEDIATION, parts=["楼上漏水"], other="老赵")
    case = (await rig.use.submit(rig.wang, draft)).petition_id
    use, parties = rig.use.mediation, rig.use.mediation.parties

    def now() -> Mediation:
        return rig.database.committed.mediations[case]

    for n, press in enumerate(presses, 1):
        said = words(f"话{n}", message_id=MessageId(n))
        people = {"asker": rig.wang, "other": rig.zhao, "stranger": stranger}
        who = people.get(press.split()[0], rig.wang)
        desk = rig.stranger if press.startswith("elsewhere") else rig.liu
        deeds: dict[str, Press] = {
            "invites": lambda: parties.invite(rig.wang, case, "漏水的事"),
            "consents": lambda: parties.consent(who, now().invite or "nothing"),  # noqa: B023 - called here
            "declines": lambda: parties.decline(who, now().invite or "nothing"),  # noqa: B023 - called here
            "leaves": lambda: parties.leave(who, case),  # noqa: B023 - called here
            "withdraws": lambda: rig.use.withdraw(rig.wang, case),
            "confirms": lambda: parties.confirm(who, case, now().edition),  # noqa: B023 - same
            "adds": lambda: rig.use.add_to_case(who, case, f"词{n}", [], source=f"s{n}"),  # noqa: B023 - same
            "paper": lambda: use.desk.willing_on_paper(rig.liu, case),
            "mediator": lambda: use.desk.mediator(desk, case, chen),  # noqa: B023 - same
            "session": lambda: use.session(rig.liu, case, words(SESSION, message_id=MessageId(n))),  # noqa: B023 - same
            "draft": lambda: use.draft(desk, case, said),  # noqa: B023 - same
            "signed asker": lambda: use.desk.signed_on_paper(rig.liu, case, Side.ASKER, now().edition),
            "signed other": lambda: use.desk.signed_on_paper(rig.liu, case, Side.OTHER, now().edition),
            "failed": lambda: use.failed(rig.liu, case, said),  # noqa: B023 - same
            "declined": lambda: use.declined(rig.liu, case, said),  # noqa: B023 - same
            "left": lambda: use.left(rig.liu, case, said),  # noqa: B023 - same
            "to asker": lambda: use.to_asker(rig.liu, case, said),  # noqa: B023 - same
            "to other": lambda: use.to_other(rig.liu, case, said),  # noqa: B023 - same
            "replies": lambda: rig.use.reply(rig.liu, case, said),  # noqa: B023 - same
            "escalates": lambda: rig.use.flow.escalate(rig.liu, case, said),  # noqa: B023 - same
            "refuses": lambda: rig.use.flow.refuse(rig.liu, case, said),  # noqa: B023 - same
            "keeps out": lambda: rig.use.flow.recuse(rig.chen, case),
        }
        before = now()
        rows = len(rig.history(case))
        try:
            await deeds[press.partition(" ")[2]]()
        except AppError:
            assert now() == before
            continue
        after, petition = now(), rig.case(case)
        state = before.state
        for row in rig.history(case)[rows:]:
            state = TABLE.get((state, row.event), state)
            assert row.at
            assert row.actor_kind in {"resident", "staff"}
        assert after.state is state is replayed(rig.history(case))
        assert (after.state in ENDED) == (petition.stage in {Stage.CLOSED, Stage.WITHDRAWN})
        assert (petition.stage in OPEN_STAGES) or after.state in ENDED or petition.stage is Stage.NOT_ACCEPTED
        assert after.other_id in {None, rig.zhao.resident_id, stranger.resident_id}
        assert (after.mediator_id is None and after.session is None) or after.willing is not None
        assert after.state is not State.AGREED or after.both_confirmed
    mine = {m.text for m in rig.messages(case) if m.author not in READ_BY_AUTHOR and m.author is not Author.NOTE}
    theirs = {m.text for m in rig.messages(case) if m.author not in READ_BY_OTHER and m.author is not Author.NOTE}
    for who, hidden in ((rig.wang, mine), (rig.zhao, theirs), (stranger, theirs)):
        seen = [str(item.spec.args.get("text", "")) for item in rig.sent_to(who) if item.spec]
        assert not hidden & set(seen)
