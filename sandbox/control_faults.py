"""The control API's troubles: faults, pace, slowness, moved clocks."""

from typing import Any

from aiohttp import web

from sandbox.acts import ActError
from sandbox.api import canonical
from sandbox.faults import KINDS
from sandbox.keys import API

FIELDS = ("kind", "code", "description", "retry_after", "delay_ms", "times", "after", "perform")


async def add_fault(request: web.Request) -> web.Response:
    api = request.app[API]
    said: dict[str, Any] = await request.json()
    unknown = set(said) - {*FIELDS, "method", "chat"}
    if unknown or said.get("kind") not in KINDS:
        raise ActError(f"unknown {sorted(unknown)}" if unknown else f"kind is one of {sorted(KINDS)}")
    described = {key: said[key] for key in FIELDS if said.get(key) is not None}
    if said.get("chat") is not None:
        chat = api.world.chat(said["chat"])
        described["chat"] = chat.id if chat is not None else int(said["chat"])
    fault = api.faults.add({"method": canonical(said.get("method", "*")), **described})
    return web.json_response({"id": fault.id})


async def list_faults(request: web.Request) -> web.Response:
    return web.json_response({"faults": [fault.json() for fault in request.app[API].faults.all()]})


async def remove_faults(request: web.Request) -> web.Response:
    wanted = request.match_info.get("fault")
    if not request.app[API].faults.remove(int(wanted) if wanted else None):
        raise ActError("no such fault", 404)
    return web.json_response({"result": True})


async def change_settings(request: web.Request) -> web.Response:
    api = request.app[API]
    said: dict[str, Any] = await request.json()
    for key, value in said.items():
        match key:
            case "limits":
                api.pace.enabled = bool(value)
            case "minute_s":
                api.pace.minute_s = float(value)
            case "latency_ms":
                api.latency_ms = int(value)
            case "callback_ttl_ms":
                api.world.presses.patience_s = value / 1000
            case "webhook_retry_ms":
                api.webhook_retry_ms = int(value)
            case "clock_offset_s":
                api.world.clock.offset_s = float(value)
            case _:
                raise ActError(f"no such setting: {key}")
    return web.json_response(
        {
            "limits": api.pace.enabled,
            "minute_s": api.pace.minute_s,
            "latency_ms": api.latency_ms,
            "callback_ttl_ms": int(api.world.presses.patience_s * 1000),
            "webhook_retry_ms": api.webhook_retry_ms,
            "clock_offset_s": api.world.clock.offset_s,
        }
    )
