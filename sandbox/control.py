"""The control API: what tests and the page use to be people, to look at chats and to order failures."""

import asyncio
import json
from typing import Any

from aiohttp import web

from sandbox.acts import ACTS, Act, ActError
from sandbox.control_events import stream_events
from sandbox.control_faults import add_fault, change_settings, list_faults, remove_faults
from sandbox.control_time import move_time, show_time
from sandbox.control_views import (
    forget_file,
    list_callbacks,
    list_calls,
    list_commands,
    list_messages,
    list_updates,
    serve_file,
    world_view,
)
from sandbox.control_world import make_chat, make_user, upload
from sandbox.keys import API

LOOK_EVERY_S = 0.02
Body = dict[str, Any]


def add_control(app: web.Application) -> None:
    router = app.router
    app.middlewares.append(errors_in_words)
    router.add_get("/sandbox/world", world_view)
    router.add_post("/sandbox/users", make_user)
    router.add_post("/sandbox/chats", make_chat)
    router.add_post("/sandbox/act", do_act)
    router.add_get("/sandbox/chats/{chat}/messages", list_messages)
    router.add_get("/sandbox/events", stream_events)
    router.add_get("/sandbox/files/{file_id}", serve_file)
    router.add_delete("/sandbox/files/{file_id}", forget_file)
    router.add_post("/sandbox/upload", upload)
    router.add_get("/sandbox/faults", list_faults)
    router.add_post("/sandbox/faults", add_fault)
    router.add_delete("/sandbox/faults", remove_faults)
    router.add_delete("/sandbox/faults/{fault}", remove_faults)
    router.add_post("/sandbox/idle", wait_idle)
    router.add_get("/sandbox/log", list_calls)
    router.add_delete("/sandbox/log", clear_calls)
    router.add_post("/sandbox/settings", change_settings)
    router.add_get("/sandbox/time", show_time)
    router.add_post("/sandbox/time", move_time)
    router.add_get("/sandbox/callbacks", list_callbacks)
    router.add_get("/sandbox/commands", list_commands)
    router.add_get("/sandbox/updates", list_updates)
    router.add_post("/sandbox/updates/replay", replay_update)
    router.add_post("/sandbox/updates/raw", raw_update)


async def nothing_there(_: web.Request) -> web.Response:
    raise ActError("no such call", 404)


@web.middleware
async def errors_in_words(request: web.Request, handler: Any) -> web.StreamResponse:
    if not request.path.startswith("/sandbox/"):
        plain: web.StreamResponse = await handler(request)
        return plain
    try:
        answer: web.StreamResponse = await handler(request)
    except ActError as refusal:
        return web.json_response({"error": str(refusal)}, status=refusal.status)
    except json.JSONDecodeError:
        return web.json_response({"error": "the body is no JSON"}, status=400)
    except web.HTTPException as refusal:
        return web.json_response({"error": refusal.reason}, status=refusal.status)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError) as wrong:
        return web.json_response({"error": f"{type(wrong).__name__}: {wrong}"}, status=400)
    return answer


async def do_act(request: web.Request) -> web.Response:
    api = request.app[API]
    said: Body = await request.json()
    user = api.world.user(said.get("user", ""))
    if user is None or user.is_bot:
        raise ActError(f"no such user: {said.get('user')}", 404)
    if api.world.chats[user.id].deactivated:
        raise ActError("this account is deleted", 403)
    doer = ACTS.get(said.get("do", ""))
    if doer is None:
        raise ActError(f"no such act: {said.get('do')}; there are {sorted(ACTS)}", 404)
    result = doer(Act(api.world, user, said))
    api.activity.stir()
    wait_ms = int(said.get("wait_ms") or 0)
    if wait_ms and "callback_query_id" in (result.get("result") or {}):
        result["result"]["answer"] = await _answer_to(request, result["result"]["callback_query_id"], wait_ms)
    return web.json_response(result)


async def _answer_to(request: web.Request, query_id: str, wait_ms: int) -> Body | None:
    presses = request.app[API].world.presses
    loop = asyncio.get_running_loop()
    until = loop.time() + wait_ms / 1000
    while True:
        press = next((one for one in presses.of(None) if one.query_id == query_id), None)
        if press is None or press.answer is not None:
            return press.answer if press else None
        left = until - loop.time()
        if left <= 0:
            return None
        await presses.bell.wait(left)


async def wait_idle(request: web.Request) -> web.Response:
    """Until nothing is unconfirmed, nothing is being served and the bot has been quiet for a while."""
    api = request.app[API]
    asked: Body = await request.json() if request.can_read_body else {}
    quiet_s = asked.get("quiet_ms", 300) / 1000
    loop = asyncio.get_running_loop()
    until = loop.time() + asked.get("timeout_ms", 10_000) / 1000
    while True:
        if not api.world.updates.unconfirmed and api.activity.quiet_for(quiet_s):
            return web.json_response({"idle": True})
        if loop.time() >= until:
            return web.json_response({"idle": False})
        await asyncio.sleep(LOOK_EVERY_S)


async def clear_calls(request: web.Request) -> web.Response:
    request.app[API].log.clear()
    return web.json_response({"result": True})


async def replay_update(request: web.Request) -> web.Response:
    api = request.app[API]
    if not api.world.updates.replay(int((await request.json())["update_id"])):
        raise ActError("no such update", 404)
    api.activity.stir()
    return web.json_response({"result": True})


async def raw_update(request: web.Request) -> web.Response:
    api = request.app[API]
    update_id = api.world.updates.raw((await request.json())["update"])
    api.activity.stir()
    return web.json_response({"update_id": update_id})
