"""The independent recount agrees with the count wherever that is right, and says so wherever it is not."""

import ast
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.recount import NoListError, as_csv, recount
from core.ballots.counting import consequences, count, shown_groups
from core.ballots.model import Ballot, Slip
from core.ballots.paper import Meeting, Paper, Scale
from core.ballots.published import published_file, seal_of
from core.ballots.usecases.voting import SPLIT, receipt_hash
from core.shared.ids import BallotId
from tests.factories.ballots import a_ballot, a_body, a_motion, a_paper, a_subject
from tests.factories.cases import a_unit

pytestmark = pytest.mark.unit
PAPERS: list[Callable[[], Paper]] = [
    a_paper,
    lambda: a_paper(subjects=(a_body(scale=Scale.SATISFACTION), a_subject())),
    *(lambda meeting=meeting: a_motion(meeting) for meeting in Meeting),  # type: ignore[misc] # bound at once
]


def published(paper: Paper, voters: int, seats: int, seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - a test
    slips = [
        Slip(
            id=f"{voter}-{key}-{dimension}",
            subject=key,
            dimension=str(dimension),
            group=("甲", "乙")[voter % 2],
            weight=1 + voter % 2,
            grade=chance.choice(paper.subject(key).answers),
        )
        for voter in range(voters)
        for key, dimension in paper.questions
    ]
    if paper.meeting is not None:
        slips = [replace(slip, weight=1) for slip in slips]
    result = count(paper, slips, seats, voters)
    result = replace(result, flags=consequences(paper, result, {}))
    shown = shown_groups(paper, slips)
    choices = {
        SPLIT.join(question): [
            [shown[s.group], s.weight, s.grade] for s in slips if (s.subject, s.dimension) == question
        ]
        for question in paper.questions
    }
    ballot: Ballot = a_ballot(a_unit(), id=BallotId("b1"), paper=paper, seats=seats, result=result.to_json())
    receipts = [receipt_hash(ballot.id, f"AAAA-BBBB-CCCC-{voter:04d}") for voter in range(voters)]
    return published_file(ballot, {"receipts": receipts, "choices": choices})


@given(st.sampled_from(range(len(PAPERS))), st.integers(0, 30), st.integers(0, 20), st.integers(0, 10_000))
@settings(deadline=None, max_examples=120)
def test_it_agrees_with_the_count(paper: int, voters: int, more: int, seed: int) -> None:
    text = published(PAPERS[paper](), voters, voters + more + 1, seed)
    found = recount(text)
    assert found["differs"] == []
    again = recount(as_csv(text))
    assert (again["subjects"], again["motion"], again["differs"]) == (found["subjects"], found["motion"], [])


def changed(change: Callable[[dict[str, Any]], object], paper: Paper | None = None) -> list[str]:
    data = json.loads(published(paper or a_motion(), 12, 20, 1))
    change(data)
    return list(recount(json.dumps(data))["differs"])


def test_whatever_was_changed_is_found() -> None:
    one = "motion/decision"
    assert changed(lambda data: data["choices"][one].pop())
    assert changed(lambda data: data["receipts"].pop())
    assert changed(lambda data: data["receipts"].append(data["receipts"][0]))
    assert changed(lambda data: data["result"].update(seats=11))
    assert changed(lambda data: data["result"]["motion"].__setitem__(4, not data["result"]["motion"][4]))
    assert changed(lambda data: data["result"]["subjects"][0]["dimensions"]["decision"].update(yes=12))
    assert changed(lambda data: data["result"]["subjects"][0].update(overall="poor"), a_paper())
    assert changed(lambda data: data["result"].update(subjects=[]), a_paper())
    assert changed(lambda _: None) == []


def places(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in the file: each word, each number, each part; of a list the first two, as the others are alike."""
    parts = data.items() if isinstance(data, dict) else enumerate(data[:2]) if isinstance(data, list) else ()
    for name, part in parts:
        yield (*at, name)
        yield from places(part, (*at, name))


def mutations(part: Any) -> list[Any]:
    if isinstance(part, bool):
        return [not part, int(part), None]
    if isinstance(part, int):
        return [part + 1, -1, float(part), str(part), part + 0.5, None]
    if isinstance(part, str):
        return [part + "x", part[:-1], None, part.swapcase() + " "]
    if isinstance(part, list):
        return [[], part[1:], [*part, *part[-1:]], [*part, "x"]] if part else [["x"]]
    return [{}, None, {**part, "x": 1}] if isinstance(part, dict) else [0, "x", []]


def opens(text: str) -> list[str]:
    """Return what is wrong with a file; that it cannot be read at all is wrong as well."""
    try:
        return list(recount(text)["differs"])
    except NoListError as error:
        return [str(error)]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_field_of_a_file_is_looked_at(paper: Callable[[], Paper]) -> None:
    """Whatever is changed, taken away or put in at any place is found, in JSON and as CSV."""
    text = published(paper(), 6, 9, 7)
    original, missed = json.loads(text), []
    assert opens(text) == opens(as_csv(text)) == []
    for place in list(places(original)):
        for mutation in range(8):
            data = json.loads(text)
            target = data
            for name in place[:-1]:
                target = target[name]
            ways = mutations(target[place[-1]])
            if mutation < len(ways):
                target[place[-1]] = ways[mutation]
            elif mutation == len(ways):
                del target[place[-1]]
            else:
                continue
            if data != original and not opens(json.dumps(data)):
                missed.append((place, mutation))
    assert missed == []
    lines = as_csv(text).splitlines(keepends=True)
    for number in range(len(lines)):
        assert opens("".join(lines[:number] + lines[number + 1 :])), lines[number]


def test_numbers_changed_and_sealed_anew_are_found_by_counting() -> None:
    """A seal keeps nobody from making another one: what can be counted is counted, whatever the seal says."""
    text = published(a_paper(subjects=(a_body(),)), 12, 20, 7)
    original, missed = json.loads(text), []
    for place in places({"result": original["result"]}):
        data = json.loads(text)
        target = data
        for name in place[:-1]:
            target = target[name]
        target[place[-1]] = mutations(target[place[-1]])[0]
        data["seal"] = sealed(data)
        if data != original and not opens(json.dumps(data)):
            missed.append(place)
    assert missed == []


def test_a_file_that_says_no_result_agrees_with_nothing() -> None:
    data = json.loads(published(a_motion(), 12, 20, 1))
    del data["result"]
    data["seal"] = sealed(data)
    assert opens(json.dumps(data))


def sealed(data: dict[str, Any]) -> str:
    parts = {name: part for name, part in data.items() if name != "seal"}
    return sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def test_another_seal_is_seen_by_whoever_compares() -> None:
    text = published(a_motion(), 12, 20, 1)
    data = json.loads(text)
    data["title"] = "拆电梯"
    data["seal"] = sealed(data)
    assert opens(json.dumps(data)) == []
    assert recount(json.dumps(data))["seal"] != recount(text)["seal"]
    lists = {name: json.loads(text)[name] for name in ("receipts", "choices")}
    ballot = a_ballot(a_unit(), id=BallotId("b1"), paper=a_motion(), seats=20, result=json.loads(text)["result"])
    assert recount(published_file(ballot, lists))["seal"] == seal_of(ballot, lists)


@pytest.mark.parametrize(
    "change",
    [
        {"seats": 0},
        {"seats": 11},
        {"receipts": ["x"] * 12},
        {"meeting": "friends"},
    ],
)
def test_what_cannot_be_is_no_agreement(change: dict[str, Any]) -> None:
    data = json.loads(published(a_motion(), 12, 20, 1)) | change
    data["seal"] = sealed(data)
    assert opens(json.dumps(data))


def test_a_weight_that_would_fill_the_memory_is_refused() -> None:
    data = json.loads(published(a_motion(), 12, 20, 1))
    data["choices"]["motion/decision"][0][1] = 10**15
    assert opens(json.dumps(data))


def test_a_spreadsheet_may_have_filled_lines_up() -> None:
    text = published(a_motion(), 12, 20, 1)
    saved = "\ufeff" + "".join(line + ",,,\r\n" for line in as_csv(text).splitlines())
    assert opens(saved) == []


def test_a_receipt_is_found_however_it_is_typed() -> None:
    text = published(a_motion(), 12, 20, 1)
    for typed in ("AAAA-BBBB-CCCC-0003", "aaaabbbbcccc0003", " aaaa bbbb cccc 0003 "):
        assert recount(text, typed)["receipt"]
    assert not recount(text, "AAAA-BBBB-CCCC-9999")["receipt"]


@pytest.mark.parametrize("text", ["", "{}", "[1]", "x,y\n", "ballot,b1,t,,9\nchoice,a,b,c,1,good\n", "{"])
def test_what_is_no_published_list(text: str) -> None:
    with pytest.raises(NoListError):
        recount(text)


def test_a_grade_nobody_could_give() -> None:
    with pytest.raises(NoListError, match="king"):
        changed(lambda data: data["choices"]["motion/decision"][0].__setitem__(2, "king"))


def test_it_shares_nothing_with_what_counted() -> None:
    tree = ast.parse(Path("bot/recount.py").read_text(encoding="utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not any(str(name).startswith(("bot", "core", "storage", "locales")) for name in names)
