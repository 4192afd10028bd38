"""An independent recount of a published ballot: `linli ballot verify FILE`.

It imports nothing of what counted, and has the rules of the law a second time, so that one mistake is not made twice.
Standard library only: whoever distrusts the program can read this one file and run it by itself:
`python recount.py FILE [RECEIPT]`.

A file that was changed says so: everything in it is counted again or sealed. Somebody who changes it and seals it anew
gets another seal; its first sixteen characters were published with the lists, and whoever recounts compares them.
"""

import csv
import hashlib
import io
import json
import re
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

FORM = "linli-ballot/1"

GRADES = {
    "person": ["excellent", "competent", "basic", "incompetent"],
    "body": ["good", "fair", "average", "poor"],
    "satisfaction": ["satisfied", "mostly", "dissatisfied"],
    "motion": ["yes", "no"],
}
HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
DIMENSIONS = {"morality", "ability", "diligence", "achievement", "integrity", "decision"}
NO_AWARD, TWICE = "no_award", "twice"
DIGEST = re.compile(r"[0-9a-f]{64}")
WIDEST = 100
"""The most that one vote can weigh."""


class NoListError(ValueError):
    """It is no published list, or a broken one."""


def recount(text: str, receipt: str = "") -> dict[str, Any]:
    """Return what was counted, `differs` (what the file says otherwise), whether the receipt is in, and the seal.

    Raises NoListError for what is no such file.
    """
    try:
        text = text.lstrip("\ufeff \n")
        data = json.loads(text) if text.startswith("{") else _from_csv(text)
        counted = _counted(data)
        return {
            **counted,
            "title": str(data["title"]),
            "names": {each["key"]: str(each["name"]) for each in data["subjects"]},
            "differs": _differences(data, counted),
            "receipt": bool(receipt) and _hash(data["ballot"], receipt) in data["receipts"],
            "seal": _grouped(_seal(data)[:16].upper()),
        }
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, ArithmeticError, RecursionError) as error:
        raise NoListError(str(error)) from None


def _counted(data: dict[str, Any]) -> dict[str, Any]:
    if data["form"] != FORM:
        raise ValueError("form")
    choices, groups = data["choices"], set[str]()
    for answers in choices.values():
        groups |= {group for group, _, _ in answers}
    shown = sorted(groups) if len(groups) > 1 else []
    subjects = [_subject(subject, choices) for subject in data["subjects"]]
    counted = {
        "seats": _whole(data["seats"]),
        "cast": len(data["receipts"]),
        "subjects": subjects,
        "groups": {
            group: {each["key"]: _tallies(each, choices, group) for each in data["subjects"]} for group in shown
        },
    }
    counted["motion"] = _motion(data["meeting"], counted)
    return counted


def _whole(number: object, most: int | None = None) -> int:
    """Return a whole number from 0 on; whatever only looks like one is none."""
    if type(number) is not int or number < 0 or (most is not None and number > most):
        raise ValueError(repr(number))
    return number


def _tallies(subject: dict[str, Any], choices: dict[str, Any], group: str | None = None) -> dict[str, dict[str, int]]:
    dimensions: dict[str, dict[str, int]] = {}
    if not set(subject["dimensions"]) <= DIMENSIONS:
        raise ValueError(str(subject["dimensions"]))
    for dimension in subject["dimensions"]:
        tally: Counter[str] = Counter()
        for its, weight, grade in choices[f"{subject['key']}/{dimension}"]:
            tally[grade] += _whole(weight, WIDEST) if group in {None, its} else 0
        dimensions[dimension] = {grade: tally.pop(grade, 0) for grade in [*GRADES[subject["scale"]], "abstain"]}
        if tally:
            raise ValueError(f"{subject['key']}/{dimension}: {sorted(tally)}")
    return dimensions


def _subject(subject: dict[str, Any], choices: dict[str, Any]) -> dict[str, Any]:
    grades, dimensions = GRADES[subject["scale"]], _tallies(subject, choices)
    marks = {grade: sum(tally[grade] for tally in dimensions.values()) for grade in grades}
    judged, motion = sum(marks.values()), subject["scale"] == "motion"
    # Whoever stands in the middle of all marks, laid out from the best to the worst, decides; of two, the worse one.
    worse = {grade: sum(marks[other] for other in grades[at + 1 :]) for at, grade in enumerate(grades)}
    middle = next((grade for grade in grades if worse[grade] < Fraction(judged, 2)), None)
    return {
        "key": subject["key"],
        "dimensions": dimensions,
        "satisfied": 0 if motion else judged - worse[grades[1]],
        "judged": judged,
        "overall": None if motion else middle,
    }


def _motion(meeting: str | None, counted: dict[str, Any]) -> list[Any] | None:
    """JW 27: more than half take part, more than half of them agree; JW 29: of representatives two thirds take part."""
    if meeting is None:
        return None
    if meeting not in {"residents", "households", "representatives"}:
        raise ValueError(meeting)
    tally = counted["subjects"][0]["dimensions"]["decision"]
    cast = counted["cast"]
    part = Fraction(cast, counted["seats"] or 1)
    quorate = part >= TWO_THIRDS if meeting == "representatives" else part > HALF
    return [tally["yes"], tally["no"], tally["abstain"], quorate, quorate and Fraction(tally["yes"], cast or 1) > HALF]


def _differences(data: dict[str, Any], counted: dict[str, Any]) -> list[str]:
    found = ["seal"] if data.get("seal") != _seal(data) else []
    cast, receipts = counted["cast"], data["receipts"]
    asked = {f"{each['key']}/{dimension}" for each in data["subjects"] for dimension in each["dimensions"]}
    found += [f"{question}: ?" for question in data["choices"] if question not in asked]
    found += [f"{question}: {len(its)} ≠ {cast}" for question, its in data["choices"].items() if len(its) != cast]
    if len(set(receipts)) != cast or not all(DIGEST.fullmatch(each) for each in receipts):
        found.append("receipts")
    if cast > counted["seats"]:
        found.append(f"{cast} > {counted['seats']}")
    said = data["result"]
    names = ("seats", "cast", "motion", "groups")
    found += [
        f"{name}: {said[name]} ≠ {counted[name]}" for name in names if _plain(said[name]) != _plain(counted[name])
    ]
    theirs = {each["key"]: each for each in said["subjects"]}
    if [each["key"] for each in said["subjects"]] != [each["key"] for each in counted["subjects"]]:
        found.append("subjects")
    for each in counted["subjects"]:
        its = theirs.get(each["key"], {})
        found += [
            f"{each['key']} {name}: {its.get(name)} ≠ {each[name]}"
            for name in each
            if _plain(its.get(name)) != _plain(each[name])
        ]
    return found + _flags(data, counted)


def _flags(data: dict[str, Any], counted: dict[str, Any]) -> list[str]:
    """A body below the first two grades gets no award; that a person was found incompetent before stands elsewhere."""
    found: list[str] = []
    overall = {each["key"]: each["overall"] for each in counted["subjects"]}
    for subject in data["subjects"]:
        key, grades = subject["key"], GRADES[subject["scale"]]
        said = list(data["result"]["flags"].get(key, []))
        body = subject["kind"] == "body" and overall[key] in grades[2:]
        incompetent = subject["kind"] == subject["scale"] == "person" and overall[key] == grades[-1]
        if (NO_AWARD in said) != body or (TWICE in said and not incompetent) or set(said) - {NO_AWARD, TWICE}:
            found.append(f"{key}: {said}")
    return found + [f"{key}: ?" for key in data["result"]["flags"] if key not in overall]


def _plain(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _seal(data: dict[str, Any]) -> str:
    """Return the SHA-256 of everything but the seal itself, written in the shortest form with sorted names."""
    return hashlib.sha256(_plain({name: part for name, part in data.items() if name != "seal"}).encode()).hexdigest()


def _grouped(code: str) -> str:
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _hash(ballot: str, receipt: str) -> str:
    code = "".join(char for char in receipt.upper() if char.isalnum())
    return hashlib.sha256(f"{ballot}:{_grouped(code)}".encode()).hexdigest()


HEAD = ("form", "ballot", "title", "kind", "meeting", "opened", "closed", "seats")


def _from_csv(text: str) -> dict[str, Any]:
    """Read lines that begin with what they are; `as_csv` writes them."""
    data: dict[str, Any] = {"subjects": [], "receipts": [], "choices": {}}
    for row in csv.reader(io.StringIO(text)):
        while row and not row[-1]:
            row.pop()  # spreadsheets fill lines up
        match row:
            case ["ballot", *head] if len(head) == len(HEAD):
                data |= dict(zip(HEAD, head, strict=True))
                data |= {"meeting": data["meeting"] or None, "seats": int(data["seats"])}
            case ["subject", key, name, kind, scale, dimensions]:
                parts = {"key": key, "name": name, "kind": kind, "scale": scale, "dimensions": dimensions.split()}
                data["subjects"].append(parts)
                data["choices"] |= {f"{key}/{dimension}": [] for dimension in parts["dimensions"]}
            case ["receipt", digest]:
                data["receipts"].append(digest)
            case ["choice", key, dimension, group, weight, grade]:
                data["choices"][f"{key}/{dimension}"].append([group, int(weight), grade])
            case ["result", result]:
                data["result"] = json.loads(result)
            case ["seal", seal]:
                data["seal"] = seal
            case []:
                pass
            case _:
                raise ValueError(",".join(row))
    return data


def as_csv(text: str) -> str:
    """Return a published JSON file as the same in CSV, for a spreadsheet."""
    data, made = json.loads(text), io.StringIO()
    lines = csv.writer(made, lineterminator="\n")
    lines.writerow(["ballot", *(data[name] if data[name] is not None else "" for name in HEAD)])
    for subject in data["subjects"]:
        row = [subject[name] for name in ("key", "name", "kind", "scale")]
        lines.writerow(["subject", *row, " ".join(subject["dimensions"])])
    lines.writerow(["result", _plain(data["result"])])
    lines.writerows(["receipt", digest] for digest in data["receipts"])
    for question, answers in data["choices"].items():
        subject, _, dimension = question.rpartition("/")
        lines.writerows(["choice", subject, dimension, *answer] for answer in answers)
    lines.writerow(["seal", data["seal"]])
    return made.getvalue()


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(recount(Path(sys.argv[1]).read_text(encoding="utf-8"), *sys.argv[2:3]), indent=1) + "\n"
    )
