"""The file everybody may have after the close: what was asked, the two lists that nothing joins, and the result.

Its form is an outside contract: `linli ballot verify` recounts it without any code of ours that counts.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from core.ballots.model import Ballot

FORM = "linli-ballot/1"


def published_file(ballot: Ballot, lists: Mapping[str, Any]) -> str:
    """Return it as JSON. `choices` has a list for each question, shuffled by itself: group, weight, grade."""
    said = _said(ballot, lists)
    return json.dumps({**said, "seal": _seal(said)}, ensure_ascii=False, indent=1)


def seal_of(ballot: Ballot, lists: Mapping[str, Any]) -> str:
    """Return the beginning of the seal, as people compare it: a file that was changed has another one."""
    code = _seal(_said(ballot, lists))[:16].upper()
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _seal(said: Mapping[str, Any]) -> str:
    return sha256(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _said(ballot: Ballot, lists: Mapping[str, Any]) -> dict[str, Any]:
    paper = ballot.paper
    return {
        "form": FORM,
        "ballot": ballot.id,
        "title": paper.title,
        "kind": paper.kind,
        "meeting": paper.meeting,
        "opened": ballot.opens_at.isoformat(),
        "closed": ballot.closes_at.isoformat(),
        "seats": ballot.seats,
        "subjects": [
            {
                "key": subject.key,
                "name": subject.name,
                "kind": subject.kind,
                "scale": subject.scale,
                "dimensions": list(subject.dimensions),
            }
            for subject in paper.subjects
        ],
        "receipts": lists["receipts"],
        "choices": lists["choices"],
        "result": ballot.result,
    }
