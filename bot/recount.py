"""An independent recount of a published ballot: `linli ballot verify FILE`.

It imports nothing of what counted, and has the rules of the law a second time, so that one mistake is not made twice.
Standard library only: whoever distrusts the program can read this one file and run it by itself:
`python recount.py FILE [RECEIPT]`.
"""

import csv
import hashlib
import io
import json
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

GRADES = {
    "person": ["excellent", "competent", "basic", "incompetent"],
    "body": ["good", "fair", "average", "poor"],
    "satisfaction": ["satisfied", "mostly", "dissatisfied"],
    "motion": ["yes", "no"],
}
HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)


class NoListError(ValueError):
    """It is no published list, or a broken one."""


def recount(text: str, receipt: str = "") -> dict[str, Any]:
    """Return `counted`, `differs` (what the file says otherwise), `seats`, `cast`, and whether the receipt is in.

    Raises NoListError for what is no such file.
    """
    try:
        data = json.loads(text) if text.lstrip().startswith("{") else _from_csv(text)
        counted = {
            "seats": int(data["seats"]),
            "cast": len(data["receipts"]),
            "subjects": [_subject(subject, data["choices"]) for subject in data["subjects"]],
        }
        counted["motion"] = _motion(data, counted)
        return {
            **counted,
            "title": data["title"],
            "differs": _differences(data, counted),
            "receipt": receipt and _hash(data["ballot"], receipt) in data["receipts"],
        }
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        raise NoListError(str(error)) from None


def _subject(subject: dict[str, Any], choices: dict[str, list[list[Any]]]) -> dict[str, Any]:
    grades = GRADES[subject["scale"]]
    dimensions: dict[str, dict[str, int]] = {}
    for dimension in subject["dimensions"]:
        tally: Counter[str] = Counter()
        for _, weight, grade in choices[f"{subject['key']}/{dimension}"]:
            tally[grade] += int(weight)
        dimensions[dimension] = {grade: tally.pop(grade, 0) for grade in [*grades, "abstain"]}
        if tally:
            raise ValueError(f"{subject['key']}/{dimension}: {sorted(tally)}")
    marks = [grade for grade in grades for tally in dimensions.values() for _ in range(tally[grade])]
    motion = subject["scale"] == "motion"
    return {
        "key": subject["key"],
        "dimensions": dimensions,
        "satisfied": 0 if motion else sum(grade in grades[:2] for grade in marks),
        "judged": len(marks),
        "overall": None if motion or not marks else marks[len(marks) // 2],
    }


def _motion(data: dict[str, Any], counted: dict[str, Any]) -> list[Any] | None:
    """JW 27: more than half take part, more than half of them agree; JW 29: of representatives two thirds take part."""
    if not data["meeting"]:
        return None
    tally = next(iter(counted["subjects"][0]["dimensions"].values()))
    seats, cast = counted["seats"], counted["cast"]
    part = Fraction(cast, seats)
    quorate = part >= TWO_THIRDS if data["meeting"] == "representatives" else part > HALF
    return [tally["yes"], tally["no"], tally["abstain"], quorate, quorate and Fraction(tally["yes"], cast or 1) > HALF]


def _differences(data: dict[str, Any], counted: dict[str, Any]) -> list[str]:
    found = [
        f"{question}: {len(answers)} ≠ {counted['cast']}"
        for question, answers in data["choices"].items()
        if len(answers) != counted["cast"]
    ]
    if len(set(data["receipts"])) != counted["cast"]:
        found.append("receipts")
    said = data.get("result")
    if said is None:
        return found
    names = ("seats", "cast", "motion")
    found += [f"{name}: {said[name]} ≠ {counted[name]}" for name in names if said[name] != counted[name]]
    by_key = {each["key"]: each for each in said["subjects"]}
    for each in counted["subjects"]:
        theirs = by_key.get(each["key"], {})
        found += [
            f"{each['key']} {name}: {theirs.get(name)} ≠ {each[name]}"
            for name in each
            if theirs.get(name) != each[name]
        ]
    return found


def _hash(ballot: str, receipt: str) -> str:
    code = "".join(char for char in receipt.upper() if char.isalnum())
    grouped = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
    return hashlib.sha256(f"{ballot}:{grouped}".encode()).hexdigest()


def _from_csv(text: str) -> dict[str, Any]:
    """Read lines that begin with what they are.

    `ballot`, id, title, meeting, seats; `subject`, key, name, scale, dimensions; `receipt`, hash; `choice`, subject,
    dimension, group, weight, grade.
    """
    data: dict[str, Any] = {"subjects": [], "receipts": [], "choices": {}, "meeting": None}
    for row in csv.reader(io.StringIO(text)):
        match row:
            case ["ballot", ballot, title, meeting, seats]:
                data |= {"ballot": ballot, "title": title, "meeting": meeting or None, "seats": seats}
            case ["subject", key, name, scale, dimensions]:
                parts = {"key": key, "name": name, "scale": scale, "dimensions": dimensions.split()}
                data["subjects"].append(parts)
                data["choices"] |= {f"{key}/{dimension}": [] for dimension in parts["dimensions"]}
            case ["receipt", digest]:
                data["receipts"].append(digest)
            case ["choice", key, dimension, group, weight, grade]:
                data["choices"][f"{key}/{dimension}"].append([group, int(weight), grade])
            case []:
                pass
            case _:
                raise ValueError(",".join(row))
    return data


def as_csv(text: str) -> str:
    """Return a published JSON file as the same lists in CSV, for a spreadsheet."""
    data, made = json.loads(text), io.StringIO()
    lines = csv.writer(made, lineterminator="\n")
    lines.writerow(["ballot", data["ballot"], data["title"], data["meeting"] or "", data["seats"]])
    for subject in data["subjects"]:
        row = [subject["key"], subject["name"], subject["scale"], " ".join(subject["dimensions"])]
        lines.writerow(["subject", *row])
    lines.writerows(["receipt", digest] for digest in data["receipts"])
    for question, answers in data["choices"].items():
        subject, _, dimension = question.rpartition("/")
        lines.writerows(["choice", subject, dimension, *answer] for answer in answers)
    return made.getvalue()


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(recount(Path(sys.argv[1]).read_text(encoding="utf-8"), *sys.argv[2:3]), indent=1) + "\n"
    )
