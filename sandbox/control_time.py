"""The control API's civil time: message dates move with it, pace and patience do not.

A bot that has a movable time of its own is told by a command given at the start. It is run with the seconds as its last
argument; if it fails time moves back, and what it said is the answer.
"""

import asyncio
import subprocess
from typing import Any

from aiohttp import web

from sandbox.acts import ActError
from sandbox.keys import API

FARTHEST_S = 3_660 * 86_400


async def show_time(request: web.Request) -> web.Response:
    return web.json_response(request.app[API].world.clock.json())


async def move_time(request: web.Request) -> web.Response:
    api = request.app[API]
    said: dict[str, Any] = await request.json()
    seconds = int(said["shift_s"])
    async with api.moving:
        clock = api.world.clock
        if abs(clock.shift_s + seconds) > FARTHEST_S:
            raise ActError("that is more than ten years away")
        clock.shift_s += seconds  # before the bot hears of it: what it says at once has the new date
        if api.time_command:
            try:
                await _told(*api.time_command, str(seconds))
            except ActError:
                clock.shift_s -= seconds
                raise
    api.world.events.tell("time", clock.json(), api.world.users)
    return web.json_response(clock.json())


async def _told(*command: str) -> None:
    """Raises ActError with the last line that was printed."""
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as error:
        raise ActError(f"{command[0]}: {error.strerror}", 409) from error
    printed, _ = await process.communicate()
    if process.returncode != 0:
        lines = printed.decode(errors="replace").strip().splitlines()
        raise ActError(lines[-1] if lines else f"{command[0]} ended with {process.returncode}", 409)
