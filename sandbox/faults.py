"""Failures on order: the bot's next matching requests go wrong in exactly the way asked for."""

import itertools
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from sandbox.bell import Bell

FaultKind = Literal["status", "drop_answer", "half_answer", "drop_request", "delay", "hang"]
KINDS = frozenset(get_args(FaultKind))


@dataclass(slots=True, kw_only=True)
class Fault:
    """One kind of failure for matching calls: the first `after` pass, then `times` fail (-1: until deleted)."""

    id: int
    method: str
    kind: FaultKind
    chat: int | None = None
    code: int = 500
    description: str | None = None
    retry_after: int | None = None
    delay_ms: int = 0
    times: int = 1
    after: int = 0
    perform: bool = False
    hits: int = 0

    def matches(self, method: str, chat_id: int | None) -> bool:
        here = self.chat is None or self.chat == chat_id
        return here and (self.method == method or (self.method == "*" and method != "getUpdates"))

    def json(self) -> dict[str, Any]:
        return {key: value for key, value in asdict(self).items() if value is not None}


class FaultBook:
    """Faults in the order they were asked for; one request meets at most one of them."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._faults: dict[int, Fault] = {}
        self.bell = Bell()

    def add(self, described: dict[str, Any]) -> Fault:
        fault = Fault(id=next(self._numbers), **described)
        self._faults[fault.id] = fault
        return fault

    def all(self) -> list[Fault]:
        return list(self._faults.values())

    def remove(self, fault_id: int | None = None) -> bool:
        """One fault, or all; requests that hang because of them are let go."""
        if fault_id is None:
            self._faults.clear()
        elif self._faults.pop(fault_id, None) is None:
            return False
        self.bell.ring()
        return True

    def stands(self, fault: Fault) -> bool:
        return fault.id in self._faults

    def meet(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault this request runs into, if any; used-up ones stay listed with their hits."""
        for fault in self._faults.values():
            if not fault.matches(method, chat_id) or fault.times == 0:
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            if fault.times > 0:
                fault.times -= 1
            fault.hits += 1
            return fault
        return None
