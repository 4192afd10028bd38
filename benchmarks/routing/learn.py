"""Learns the weights of core/routing/data/intents.tsv and categories.tsv.

    uv run --with-editable . --with scikit-learn python -m benchmarks.routing.learn DATA [--write]

DATA is a folder with the public sets (docs/routing.md names them); no row of theirs is kept here. Without --write it
measures: a fifth of each public set is held out, and the development set in tests/data is never learned from at all.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import normalize

from benchmarks.routing.material import Example, Features, drawn, lessons, others, petitions, rows
from core.routing.lexicon import HUNDREDTHS, Lexicon
from core.routing.router import CATEGORY_READS

TARGET = Path(__file__).parents[2] / "core" / "routing" / "data"
SEEN = 4
"""A piece of the public sets counts when it is seen so often; those of our own lessons count at once."""
LEAST = 0.35
"""Weights below this are left out."""
NONE_WEIGHT, LEGAL_WEIGHT, PETITION_WEIGHT, DRAWN_WEIGHT = 0.06, 0.015, 0.02, 0.15
SILVER, TITLES = 0.25, 0.5


def learn(found: Sequence[set[str]], examples: Sequence[Example], strength: float, keep: set[str]) -> Lexicon:
    """Fit a multinomial logistic regression, each text scaled to length 1, and keep the weights that matter."""
    vectors = DictVectorizer()
    matrix = normalize(vectors.fit_transform([dict.fromkeys(one & keep, 1.0) for one in found]))
    model = LogisticRegression(C=strength, max_iter=200, tol=1e-3)
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


def worth_keeping(found: Iterable[set[str]], own: Iterable[bool], seen: int) -> set[str]:
    counts: Counter[str] = Counter()
    ours: set[str] = set()
    for one, is_own in zip(found, own, strict=True):
        counts.update(one)
        if is_own:
            ours |= one
    return {piece for piece, count in counts.items() if count >= seen or piece in ours}


def intents(features: Features, data: Path, *, held_out: bool) -> tuple[Lexicon, list[Example]]:
    public = [*others(data, NONE_WEIGHT, LEGAL_WEIGHT), *petitions(data, PETITION_WEIGHT)]
    random.Random(1).shuffle(public)  # noqa: S311 - an order, not a secret
    cut = len(public) // 5 if held_out else 0
    examples = [*lessons(), *drawn(DRAWN_WEIGHT), *public[cut:]]
    found = [features.of(one.text) for one in examples]
    keep = worth_keeping(found, (one.own for one in examples), SEEN)
    return learn(found, examples, 30, keep), public[:cut]


def category_examples(data: Path) -> tuple[list[Example], list[Example]]:
    gold = [Example(text[:CATEGORY_READS], label) for _, text, label in rows(data / "petition_category_gold.tsv")]
    silver = [
        Example(text[:CATEGORY_READS], label, SILVER) for _, text, label in rows(data / "petition_category_silver.tsv")
    ]
    return gold, silver


def with_titles(examples: Iterable[Example]) -> list[Example]:
    whole = list(examples)
    return whole + [Example(one.text.partition("。")[0], one.label, one.weight * TITLES) for one in whole]


def categories(features: Features, examples: Sequence[Example]) -> Lexicon:
    found = [features.of(one.text, with_kinds=False) for one in examples]
    keep = worth_keeping(found, (False for _ in examples), 6)
    return learn(found, examples, 10, {piece for piece in keep if len(piece) > 1 and not piece.startswith("^")})


def measure_categories(features: Features, data: Path) -> None:
    gold, silver = category_examples(data)
    labels = np.array([one.label for one in gold])
    for name, short in (("whole text", False), ("title", True)):
        guessed = np.array(labels)
        for train, test in StratifiedKFold(4, shuffle=True, random_state=0).split(labels, labels):
            lexicon = categories(features, with_titles([*(gold[at] for at in train), *silver]))
            for at in test:
                text = gold[at].text.partition("。")[0] if short else gold[at].text
                scores = lexicon.scores(features.of(text, with_kinds=False))
                guessed[at] = lexicon.names[scores.index(max(scores))]
        f1 = f1_score(labels, guessed, average="macro")
        print(name, "accuracy", round((guessed == labels).mean(), 3), "macro-F1", round(f1, 3))


def measure_intents(features: Features, data: Path) -> None:
    lexicon, rest = intents(features, data, held_out=True)
    right: Counter[str] = Counter()
    for one in rest:
        scores = lexicon.scores(features.of(one.text))
        right[one.label] += lexicon.names[scores.index(max(scores))] == one.label
    for label, count in Counter(one.label for one in rest).items():
        print("held out", label, count, "right", round(right[label] / count, 3))


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
