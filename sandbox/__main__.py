"""`python -m sandbox`: a Bot API server on loopback with a web chat page."""

import argparse
import asyncio
import json
import shlex
import signal
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aiohttp import web

from sandbox.api import BotApi
from sandbox.server import build_app
from sandbox.world.loading import load_world

HOST = "127.0.0.1"


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free one")
    parser.add_argument("--token", help="the bot's token; the world file names the default")
    parser.add_argument("--world", help="a JSON file, or `empty` for nobody but the bot")
    parser.add_argument("--ready-file", type=Path, help="where to write url and token once listening")
    parser.add_argument("--limits", action=argparse.BooleanOptionalAction, default=True, help="Telegram's pace")
    parser.add_argument("--time-command", type=shlex.split, default=[], help="run when civil time is moved, see docs")
    parser.add_argument("--timezone", type=time_zone, default="Asia/Shanghai", help="in which the page shows times")
    parser.add_argument("--quiet", action="store_true", help="print nothing")
    return parser.parse_args(argv)


def time_zone(name: str) -> str:
    """Return the name of a time zone; raises ValueError for any other."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(name) from error


async def run(args: argparse.Namespace) -> None:
    empty = args.world == "empty"
    source = None if empty or args.world is None else Path(args.world)
    api = BotApi(load_world(source, empty=empty, token=args.token))
    api.pace.enabled = args.limits
    api.world.clock.zone = args.timezone
    api.time_command = tuple(args.time_command)
    runner = web.AppRunner(build_app(api), access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, HOST, args.port)
    stop = asyncio.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signum, stop.set)
    try:
        await site.start()
        port = runner.addresses[0][1]
        url = f"http://{HOST}:{port}"
        if args.ready_file is not None:
            write_ready(args.ready_file, {"url": url, "token": api.world.token})
        if not args.quiet:
            sys.stdout.write(f"{url}/\n")
            sys.stdout.flush()
        await stop.wait()
    finally:
        await runner.cleanup()


def write_ready(path: Path, content: dict[str, str]) -> None:
    """Whole or not at all: a reader never sees half of it."""
    half = path.with_name(path.name + ".new")
    half.write_text(json.dumps(content), encoding="utf-8")
    half.replace(path)


def main() -> None:
    asyncio.run(run(parse_args()))


if __name__ == "__main__":
    main()
