"""The file everybody may have after the close: what was asked, the two lists that nothing joins, and the result.

Its form is an outside contract: `linli ballot verify` recounts it without any code of ours that counts.
"""

import json
from collections.abc import Mapping
from typing import Any

from core.ballots.model import Ballot

FORM = "linli-ballot/1"


def published_file(ballot: Ballot, lists: Mapping[str, Any]) -> str:
    """Return it as JSON. `choices` has a list for each question, shuffled by itself: group, weight, grade."""
    paper = ballot.paper
    return json.dumps(
        {
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
        },
        ensure_ascii=False,
        indent=1,
    )
