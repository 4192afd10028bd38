"""What Prometheus reads of one process."""

import re
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics, kind_of
from bot.middlewares.session import ErrorsMiddleware
from core.shared.errors import StorageError
from core.shared.watch import Depth
from tests.dialog_rig import DialogRig
from tests.fakes.world import FakeElapsed

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parents[3]


class Tables:
    """Inbox and outbox as they are now, or a database that is away."""

    def __init__(self, depth: Depth) -> None:
        self.depth: Depth | None = depth

    async def __call__(self) -> Depth:
        if self.depth is None:
            raise StorageError("storage-failed")
        return self.depth


def deep(since: float) -> Depth:
    return Depth(
        inbox={"pending": 2, "parked": 1}, outbox={"pending": 0, "dead": 3}, inbox_since=since, outbox_since=None
    )


async def read(metrics: Metrics) -> dict[str, float]:
    """Every number under its name and labels, as Prometheus would write them."""
    families = text_string_to_metric_families((await metrics.exposed()).decode())
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


async def test_depth_and_age_are_those_of_this_moment() -> None:
    elapsed = FakeElapsed()
    metrics = Metrics(Tables(deep(elapsed.seconds())), elapsed)
    elapsed.pass_by(90)

    found = await read(metrics)

    assert found["linli_database_up"] == 1
    assert (found["linli_inbox_rows pending"], found["linli_inbox_rows parked"]) == (2, 1)
    assert (found["linli_outbox_rows pending"], found["linli_outbox_rows dead"]) == (0, 3)
    assert (found["linli_inbox_oldest_seconds"], found["linli_outbox_oldest_seconds"]) == (90, 0)


async def test_a_database_that_is_away_takes_only_its_own_numbers_along() -> None:
    tables = Tables(deep(0))
    metrics = Metrics(tables, FakeElapsed())
    metrics.update("message", "handled")
    await read(metrics)
    tables.depth = None

    found = await read(metrics)

    assert found["linli_database_up"] == 0
    assert found["linli_updates_total message handled"] == 1
    assert not [name for name in found if name.startswith(("linli_inbox_rows", "linli_outbox_rows"))]
    assert found["linli_inbox_oldest_seconds"] != found["linli_inbox_oldest_seconds"]

    tables.depth = deep(0)
    assert (await read(metrics))["linli_inbox_rows pending"] == 2


async def test_a_clock_that_was_set_back_makes_no_negative_age() -> None:
    elapsed = FakeElapsed()

    assert (await read(Metrics(Tables(deep(elapsed.seconds() + 60)), elapsed)))["linli_inbox_oldest_seconds"] == 0


@pytest.mark.parametrize(
    ("update", "kind"),
    [({"update_id": 1, "message": {}}, "message"), ({"update_id": 1, "poll": {}}, "other"), ({}, "other")],
)
def test_an_update_has_the_kind_telegram_names(update: dict[str, Any], kind: str) -> None:
    assert kind_of(update) == kind


async def test_handlers_are_measured_by_names_of_ours() -> None:
    rig = DialogRig()
    wang = rig.resident()
    await wang.says("/start")
    await wang.says("秘密的话")

    found = await read(rig.metrics)

    counts = {name for name in found if name.startswith("linli_handler_seconds_count")}
    assert "linli_handler_seconds_count private.start" in counts
    assert any(name.startswith("linli_handler_seconds_count dialog.") for name in counts)
    assert not [name for name in found if "秘密" in name]


async def test_requests_that_failed_are_counted_by_their_error() -> None:
    rig = DialogRig()
    wang = rig.resident()
    rig.session.middleware(ErrorsMiddleware(rig.metrics))
    rig.session.refuse["sendMessage"] = "chat not found"
    with pytest.raises(Exception, match="chat not found"):
        await wang.says("/start")

    assert (await read(rig.metrics))["linli_send_errors_total dialog TelegramBadRequest"] >= 1


async def test_the_rules_that_come_with_it_ask_for_numbers_there_are() -> None:
    metrics = Metrics(Tables(deep(0)), FakeElapsed())
    metrics.update("message", "parked")
    metrics.delivered("send", "dead")
    metrics.send_failed("outbox", "TimedOut")
    metrics.handled("private.start", 0)
    metrics.turn("reminders", "failed")
    known = {name.partition(" ")[0] for name in await read(metrics)}

    rules = (ROOT / "deploy" / "prometheus-alerts.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\blinli_\w+", rules)) <= known
