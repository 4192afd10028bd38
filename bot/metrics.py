"""What Prometheus may read: counts of this process, and depth and age from the database at the moment of asking.

Labels are names of the program's own (kinds of updates, handlers, operations, errors), so there are few of them and no
person's is among them.
"""

import asyncio
import logging
from collections.abc import Mapping
from time import perf_counter

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from core.shared.clock import Elapsed
from core.shared.errors import StorageError
from core.shared.watch import Depths

# Else there is a second series beside each number, which nobody asks for.
disable_created_metrics()  # type: ignore[no-untyped-call] # the library leaves this one out
_log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds the database has; whoever asks waits ten."""
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_LATE = (1.0, 15.0, 60.0, 300.0, 900.0, 3_600.0, 14_400.0, 86_400.0)
_KINDS = frozenset({"message", "edited_message", "callback_query", "my_chat_member", "chat_member"})


def kind_of(update: Mapping[str, object]) -> str:
    """Return what Telegram calls a raw update; "other" for whatever we never asked for."""
    return next((key for key in update if key in _KINDS), "other")


class Metrics:
    """One of these a process. `depths` is asked when somebody looks."""

    def __init__(self, depths: Depths, elapsed: Elapsed) -> None:
        self._depths = depths
        self._elapsed = elapsed
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._updates = Counter(
            "linli_updates",
            "Tries to handle an update: handled, failed (tried again or parked), parked",
            ["kind", "outcome"],
            registry=self.registry,
        )
        self._handlers = Histogram(
            "linli_handler_seconds",
            "Time in a handler, by its name",
            ["handler"],
            registry=self.registry,
            buckets=_SECONDS,
        )
        self._sends = Counter(
            "linli_sends",
            "Tries to deliver an outbox row, by operation and what they led to",
            ["operation", "outcome"],
            registry=self.registry,
        )
        self._errors = Counter(
            "linli_send_errors",
            "Requests to Telegram that failed: outbox (delivery) or dialog (windows and answers)",
            ["edge", "kind"],
            registry=self.registry,
        )
        self._jobs = Counter(
            "linli_jobs",
            "Turns of jobs done, and tries that did not come to it: waits (database away), failed",
            ["job", "outcome"],
            registry=self.registry,
        )
        self._late = Histogram(
            "linli_job_late_seconds",
            "Civil time between a turn's moment and when it was done",
            ["job"],
            registry=self.registry,
            buckets=_LATE,
        )
        self._up = Gauge("linli_database_up", "1 while the database can be read", registry=self.registry)
        self._inbox = Gauge("linli_inbox_rows", "Updates pending or parked", ["state"], registry=self.registry)
        self._outbox = Gauge(
            "linli_outbox_rows", "Messages pending, dead or unreachable", ["state"], registry=self.registry
        )
        self._oldest = {
            name: Gauge(
                f"linli_{name}_oldest_seconds",
                "Age of the oldest row that waits; 0 where none does",
                registry=self.registry,
            )
            for name in ("inbox", "outbox")
        }

    def update(self, kind: str, outcome: str) -> None:
        self._updates.labels(kind, outcome).inc()

    def handled(self, handler: str, since: float) -> None:
        """`since` is a moment of `time.perf_counter`."""
        self._handlers.labels(handler).observe(perf_counter() - since)

    def delivered(self, operation: str, outcome: str) -> None:
        self._sends.labels(operation, outcome).inc()

    def send_failed(self, edge: str, kind: str) -> None:
        self._errors.labels(edge, kind).inc()

    def turn(self, job: str, outcome: str, late: float = 0.0) -> None:
        self._jobs.labels(job, outcome).inc()
        if outcome == "done":
            self._late.labels(job).observe(late)

    async def exposed(self) -> bytes:
        """Return everything in Prometheus' text format; where the database is away, all but depth and age."""
        try:
            async with asyncio.timeout(PATIENCE):
                depth = await self._depths()
        except (StorageError, TimeoutError) as error:
            _log.warning("depth cannot be read: %s", type(error).__name__)
            self._up.set(0)
            self._inbox.clear()
            self._outbox.clear()
            for gauge in self._oldest.values():
                gauge.set(float("nan"))
        else:
            self._up.set(1)
            now = self._elapsed.seconds()
            for state, count in depth.inbox.items():
                self._inbox.labels(state).set(count)
            for state, count in depth.outbox.items():
                self._outbox.labels(state).set(count)
            for name, since in (("inbox", depth.inbox_since), ("outbox", depth.outbox_since)):
                self._oldest[name].set(0.0 if since is None else max(0.0, now - since))
        return generate_latest(self.registry)
