"""Server-Sent Events for the page."""

import json

from aiohttp import web

from sandbox.acts import ActError
from sandbox.keys import API

HEARTBEAT_S = 15.0


async def stream_events(request: web.Request) -> web.StreamResponse:
    world = request.app[API].world
    user = world.user(request.query["user"]) if request.query.get("user") else None
    if request.query.get("user") and user is None:
        raise ActError("no such user", 404)
    given = request.headers.get("Last-Event-ID") or request.query.get("after")
    last = int(given) if given and given.isdigit() else world.events.last
    last = min(last, world.events.last)  # a page that knew an earlier run of the sandbox starts afresh
    headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    stream = web.StreamResponse(headers=headers)
    await stream.prepare(request)
    await stream.write(f"retry: 1000\nid: {last}\n\n".encode())
    while not world.events.closed and request.transport is not None:
        newest = world.events.last
        for event in world.events.after(last, user.id if user else None):
            data = json.dumps(event.data, ensure_ascii=False)
            await stream.write(f"id: {event.number}\nevent: {event.kind}\ndata: {data}\n\n".encode())
        last = newest
        if world.events.last == last and not await world.events.bell.wait(HEARTBEAT_S):
            await stream.write(b": still here\n\n")
    return stream
