"""Nothing that can be done to petitions of several lowers a count; only whoever leaves takes themselves away."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.shared.errors import AppError
from core.shared.ids import PetitionId
from core.together.model import counted
from tests.core_rig import CoreRig, a_draft, words
from tests.unit.core.test_together import neighbour

pytestmark = pytest.mark.unit
CASES, PEOPLE = 3, 4
steps = st.lists(
    st.tuples(
        st.sampled_from(["join", "leave", "merge", "unmerge", "erase", "allow", "line", "reported", "refuse"]),
        st.integers(0, PEOPLE - 1),
        st.integers(0, CASES - 1),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
async def test_counts_never_fall(way: list[tuple[str, int, int]]) -> None:
    rig = CoreRig()
    people = [neighbour(rig, f"邻居{n}") for n in range(PEOPLE)]
    cases: list[PetitionId] = []
    sign = rig.use.together.sign
    for n in range(CASES):
        cases.append((await rig.use.submit(rig.wang, a_draft(parts=[f"电梯坏了{n}"]))).petition_id)
        await sign.open(rig.wang, cases[n])
    tables = rig.database

    def own(case: PetitionId) -> int:
        return counted(each for each in tables.committed.signatures.values() if each.petition_id == case)

    async def card(case: PetitionId) -> int:
        view = await rig.cards.card(case, rig.desk.chat_id)
        assert view is not None
        return view.signers

    for deed, who, which in way:
        case, other = cases[which], cases[(which + 1) % CASES]
        before, seen = [own(each) for each in cases], {each: await card(each) for each in cases}
        deeds = {
            "join": lambda: sign.join(people[who], tables.committed.collectives[case].invite),  # noqa: B023 - called here
            "leave": lambda: sign.leave(people[who], case),  # noqa: B023 - called here
            "merge": lambda: rig.use.together.merge(rig.liu, case, other),  # noqa: B023 - called here
            "unmerge": lambda: rig.use.together.merge.undo(rig.liu, case, words("不同")),  # noqa: B023 - called here
            "allow": lambda: rig.use.together.allow(rig.wang, case),  # noqa: B023 - called here
            "line": lambda: rig.use.together.show(rig.liu, case, words("电梯坏了")),  # noqa: B023 - called here
            "reported": lambda: rig.use.together.reported(people[who], case),  # noqa: B023 - called here
            "refuse": lambda: rig.use.together.allow.take_back(rig.wang, case),  # noqa: B023 - called here
            "erase": lambda: rig.use.privacy.erase(people[who], {}),  # noqa: B023 - called here
        }
        try:
            await deeds[deed]()
            if deed == "merge":  # into the main case of the other one, where that is merged itself
                main = tables.committed.merges[case].main_id
                assert await card(main) >= max(seen[main], before[which])
        except AppError:
            assert [own(each) for each in cases] == before
        after = [own(each) for each in cases]
        lost = [was - now for was, now in zip(before, after, strict=True)]
        assert max(lost) <= (1 if deed == "leave" else 0)
        if deed == "erase":
            assert after == before
            assert await card(other) == seen[other]
