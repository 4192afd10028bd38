"""Learns the weights of core/routing/data/intents.tsv and categories.tsv.

    uv run --with-editable . --with scikit-learn python -m benchmarks.routing.learn DATA [--write]

DATA is a folder with the public sets (docs/routing.md names them); no row of theirs is kept here. Without --write it
measures: a fifth of each public set is held out, and the development set in tests/data is never learned from at all.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from benchmarks.routing.material import Example, Features, drawn, lessons, others, petitions, rows
from core.routing.knowledge import load
from core.routing.lexicon import HUNDREDTHS, Lexicon
from core.routing.router import CATEGORY_READS, TITLE_COUNTS, Router, title_of

Counts = dict[str, float]
TARGET = Path(__file__).parents[2] / "core" / "routing" / "data"
SEEN = 4
"""A piece of the public sets counts when it is seen so often; those of our own lessons count at once."""
LEAST = 0.35
"""Weights below this are left out."""
NONE_WEIGHT, LEGAL_WEIGHT, PETITION_WEIGHT, DRAWN_WEIGHT = 0.09, 0.03, 0.04, 0.15
INTENT_STRENGTH, CATEGORY_STRENGTH = 100, 30
SILVER, TITLES = 0.15, 0.5


def learn(found: Sequence[Counts], examples: Sequence[Example], strength: float, keep: set[str]) -> Lexicon:
    """Fit a multinomial logistic regression, each text scaled to length 1, and keep the weights that matter."""
    vectors = DictVectorizer()
    lengths = [math.sqrt(sum(count * count for count in one.values()) or 1) for one in found]
    matrix = vectors.fit_transform(
        [
            {piece: count / length for piece, count in one.items() if piece in keep}
            for one, length in zip(found, lengths, strict=True)
        ]
    )
    model = LogisticRegression(C=strength, max_iter=500, tol=1e-5)
    model.fit(matrix, [one.label for one in examples], sample_weight=[one.weight for one in examples])
    weights = {}
    for at, piece in enumerate(vectors.feature_names_):
        pairs = [(name, round(float(w), 2)) for name, w in enumerate(model.coef_[:, at]) if abs(w) >= LEAST]
        if pairs:
            weights[piece] = tuple(pairs)
    return Lexicon(tuple(map(str, model.classes_)), tuple(round(float(b), 3) for b in model.intercept_), weights)


def write(lexicon: Lexicon, path: Path) -> None:
    lines = ["\t".join(lexicon.names), "\t".join(map(str, lexicon.biases))]
    for piece in sorted(lexicon.weights):
        pairs = " ".join(f"{at}:{round(weight * HUNDREDTHS)}" for at, weight in lexicon.weights[piece])
        lines.append(f"{piece}\t{pairs}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def worth_keeping(found: Iterable[Counts], own: Iterable[bool], seen: int) -> set[str]:
    counts: Counter[str] = Counter()
    ours: set[str] = set()
    for one, is_own in zip(found, own, strict=True):
        counts.update(one.keys())
        if is_own:
            ours |= one.keys()
    return {piece for piece, count in counts.items() if count >= seen or piece in ours}


def intents(features: Features, data: Path, *, held_out: bool) -> tuple[Lexicon, list[Example]]:
    public = [*others(data, NONE_WEIGHT, LEGAL_WEIGHT), *petitions(data, PETITION_WEIGHT)]
    random.Random(1).shuffle(public)  # noqa: S311 - an order, not a secret
    cut = len(public) // 5 if held_out else 0
    examples = [*lessons(), *drawn(DRAWN_WEIGHT), *public[cut:]]
    found = [dict.fromkeys(features.of(one.text), 1.0) for one in examples]
    keep = worth_keeping(found, (one.own for one in examples), SEEN)
    return learn(found, examples, INTENT_STRENGTH, keep), public[:cut]


def category_examples(data: Path) -> tuple[list[Example], list[Example]]:
    gold = [Example(text[:CATEGORY_READS], label) for _, text, label in rows(data / "petition_category_gold.tsv")]
    silver = [
        Example(text[:CATEGORY_READS], label, SILVER) for _, text, label in rows(data / "petition_category_silver.tsv")
    ]
    return gold, silver


def of_petition(features: Features, text: str) -> Counts:
    """Return the pieces of a petition as the router counts them."""
    counts = dict.fromkeys(features.of(text, with_kinds=False), 1.0)
    return counts | dict.fromkeys(features.of(title_of(text), with_kinds=False), TITLE_COUNTS)


def with_titles(examples: Iterable[Example]) -> list[Example]:
    whole = list(examples)
    return whole + [Example(title_of(one.text), one.label, one.weight * TITLES) for one in whole]


def categories(features: Features, examples: Sequence[Example]) -> Lexicon:
    found = [of_petition(features, one.text) for one in examples]
    keep = worth_keeping(found, (False for _ in examples), 6)
    keep = {piece for piece in keep if len(piece) > 1 and not piece.startswith("^")}
    return learn(found, examples, CATEGORY_STRENGTH, keep)


def measure_categories(features: Features, data: Path) -> None:
    """Measure on the hand-labelled petitions, each fourth held out in turn."""
    gold, silver = category_examples(data)
    labels = np.array([one.label for one in gold])
    whole, titles = np.array(labels), np.array(labels)
    for train, test in StratifiedKFold(4, shuffle=True, random_state=0).split(labels, labels):
        lexicon = categories(features, with_titles([*(gold[at] for at in train), *silver]))
        for at in test:
            whole[at] = lexicon.best(of_petition(features, gold[at].text)).name
            titles[at] = lexicon.best(of_petition(features, title_of(gold[at].text))).name
    for name, guessed in (("whole text", whole), ("title", titles)):
        f1 = f1_score(labels, guessed, average="macro")
        print(name, "accuracy", round((guessed == labels).mean(), 3), "macro-F1", round(f1, 3))


def measure_intents(features: Features, data: Path) -> None:
    """Route the held-out fifth; of petitions, being any petition is right."""
    lexicon, rest = intents(features, data, held_out=True)
    router = Router(replace(load(), intents=lexicon), features.tokenizer, features.simplifier)
    counts: Counter[tuple[str, str]] = Counter()
    for one in rest:
        route = router.route(one.text, date(2026, 11, 23))
        family = one.label.partition(".")[0]
        counts[family, "all"] += 1
        counts[family, "right"] += route.intent.startswith(family)
        counts[family, f"{route.decision}, {'right' if route.intent.startswith(family) else 'wrong'}"] += 1
    for (family, what), count in sorted(counts.items()):
        print("held out", family, what, count, round(count / counts[family, "all"], 4))


def main() -> None:
    data, features = Path(sys.argv[1]), Features()
    if "--write" in sys.argv:
        write(intents(features, data, held_out=False)[0], TARGET / "intents.tsv")
        gold, silver = category_examples(data)
        write(categories(features, with_titles([*gold, *silver])), TARGET / "categories.tsv")
        return
    measure_intents(features, data)
    measure_categories(features, data)


if __name__ == "__main__":
    main()
