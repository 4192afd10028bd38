"""The HTTP side: Bot API, file download, control API and the page, all on loopback."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from aiohttp import web
from yarl import URL

from sandbox.api import POLL, BotApi, canonical, chat_of
from sandbox.control import add_control, nothing_there
from sandbox.errors import ApiError
from sandbox.faults import Fault
from sandbox.intake import UPLOAD_LIMIT, Intake, read_request
from sandbox.keys import API
from sandbox.webhook import Pusher
from sandbox.world.files import DOWNLOAD_LIMIT

WEB = Path(__file__).parent / "web"
LOOK_EVERY_S = 0.2
HERE = {"127.0.0.1", "localhost", "::1"}


def build_app(api: BotApi) -> web.Application:
    app = web.Application(client_max_size=2 * UPLOAD_LIMIT, middlewares=[only_from_here])
    app[API] = api
    app.router.add_route("*", "/bot{token:[^/]*}/{method}", bot_api)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", download)
    add_control(app)
    app.router.add_route("*", "/sandbox/{rest:.*}", nothing_there)
    app.router.add_get("/", front_page)
    app.router.add_static("/", WEB)
    pusher = Pusher(api)

    async def start(_: web.Application) -> None:
        pusher.start()

    async def close_streams(_: web.Application) -> None:
        api.world.updates.close()
        api.world.events.close()
        api.faults.remove()

    async def stop(_: web.Application) -> None:
        await pusher.close()

    app.on_startup.append(start)
    app.on_shutdown.append(close_streams)
    app.on_cleanup.append(stop)
    return app


@web.middleware
async def only_from_here(request: web.Request, handler: Any) -> web.StreamResponse:
    """A page from elsewhere, open in the same browser, must reach neither the control API nor the Bot API.

    A picture's address is fetched without an Origin, so what the browser says of the site that asks counts too.
    """
    if not _from_here(request):
        return web.json_response({"error": "the sandbox answers this machine only"}, status=403)
    answer: web.StreamResponse = await handler(request)
    if isinstance(answer, web.FileResponse):
        answer.headers["Cache-Control"] = "no-cache"  # the page always belongs to the server that shows it
        answer.headers.setdefault("Content-Security-Policy", "frame-ancestors 'none'")
    return answer


def _from_here(request: web.Request) -> bool:
    try:
        asked, origin = request.url, URL(request.headers.get("Origin", ""))
    except ValueError:  # a Host that is none
        return False
    if asked.host not in HERE or request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return False
    return "Origin" not in request.headers or (origin.host in HERE and origin.port == asked.port)


async def front_page(_: web.Request) -> web.StreamResponse:
    page = WEB / "index.html"
    if not page.exists():
        return web.Response(text="The sandbox is running; its page is not installed.")
    return web.FileResponse(page)


# ------------------------------------------------------------ Bot API
async def bot_api(request: web.Request) -> web.StreamResponse:
    api = request.app[API]
    if request.match_info["token"] != api.world.token:
        return refused(ApiError(401, "Unauthorized"))
    method = canonical(request.match_info["method"])
    if method == POLL:
        return await while_connected(request, serve(api, request, method))
    with api.activity:
        return await serve(api, request, method)


async def while_connected(request: web.Request, work: Coroutine[Any, Any, web.StreamResponse]) -> web.StreamResponse:
    """A long poll ends with its connection: nobody waits any more when the bot has died."""
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(work)
        while not serving.done():
            if request.transport is None:
                serving.cancel()
            await asyncio.wait([serving], timeout=LOOK_EVERY_S)
    return close(request) if serving.cancelled() else serving.result()


async def serve(api: BotApi, request: web.Request, method: str) -> web.StreamResponse:
    try:
        intake = await read_request(request)
    except ApiError as refusal:
        return refused(refusal)
    except (ConnectionError, web.RequestPayloadError):
        return close(request)  # the bot died in the middle of its request
    fault = api.faults.meet(method, chat_of(intake.params))
    if fault is None:
        if api.latency_ms:
            await asyncio.sleep(api.latency_ms / 1000)
        return await answer(api, method, intake)
    return await fail(api, request, method, intake, fault)


async def answer(api: BotApi, method: str, intake: Intake, fault: Fault | None = None) -> web.Response:
    try:
        result = await api.perform(method, intake, None if fault is None else fault.id)
    except ApiError as refusal:
        return refused(refusal)
    if method == POLL and result:
        api.activity.stir()
    return web.json_response({"ok": True, "result": result})


def refused(refusal: ApiError) -> web.Response:
    headers = {}
    if refusal.parameters and "retry_after" in refusal.parameters:
        headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return web.json_response(refusal.body(), status=refusal.code, headers=headers)


async def fail(api: BotApi, request: web.Request, method: str, intake: Intake, fault: Fault) -> web.StreamResponse:
    """Exactly the failure that was ordered."""
    match fault.kind:
        case "status":
            return refused(_refusal(api, method, intake, fault))
        case "drop_request":
            return close(request)
        case "delay":
            await asyncio.sleep(fault.delay_ms / 1000)
            return await answer(api, method, intake, fault)
        case "hang":
            if fault.perform:
                await answer(api, method, intake, fault)
            while api.faults.stands(fault) and request.transport is not None:
                await api.faults.bell.wait(0.2)
            return close(request)
        case "drop_answer":
            await answer(api, method, intake, fault)
            return close(request)
        case "half_answer":
            whole = await answer(api, method, intake, fault)
            return close(request, half_of(whole))


def _refusal(api: BotApi, method: str, intake: Intake, fault: Fault) -> ApiError:
    if fault.retry_after is not None:
        code, parameters = 429, {"retry_after": fault.retry_after}
        description = fault.description or f"Too Many Requests: retry after {fault.retry_after}"
    else:
        code, parameters = fault.code, None
        description = fault.description or ("Internal Server Error" if code == 500 else f"Error {code}")
    outcome = {"ok": False, "error_code": code, "description": description, "fault": fault.id}
    api.log.add(method, dict(intake.params), chat_of(intake.params), outcome)
    return ApiError(code, description, parameters)


def half_of(whole: web.Response) -> bytes:
    body = whole.body if isinstance(whole.body, bytes) else b""
    head = f"HTTP/1.1 {whole.status} OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body[: len(body) // 2]


def close(request: web.Request, last_words: bytes = b"") -> web.Response:
    """Ends the connection; what is returned then has nowhere to go."""
    if request.transport is not None:
        if last_words:
            request.transport.write(last_words)
        request.transport.close()
    return web.Response()


# ------------------------------------------------------------ files
async def half(request: web.Request, content: bytes) -> web.StreamResponse:
    """Promise a whole file and break off in the middle."""
    answer = web.StreamResponse(headers={"Content-Length": str(len(content))})
    await answer.prepare(request)
    await answer.write(content[: len(content) // 2])
    return close(request)


async def download(request: web.Request) -> web.StreamResponse:
    api = request.app[API]
    if request.match_info["token"] != api.world.token:
        return refused(ApiError(401, "Unauthorized"))
    with api.activity:
        fault = api.faults.meet("download", None)
        if fault is not None and fault.kind == "status":
            return refused(_refusal(api, "download", Intake(), fault))
        if fault is not None and fault.kind in {"drop_request", "drop_answer"}:
            return close(request)
        if fault is not None and fault.kind == "delay":
            await asyncio.sleep(fault.delay_ms / 1000)
        stored = api.world.files.by_path(request.match_info["path"])
        if stored is None or len(stored.content) > DOWNLOAD_LIMIT:
            return refused(ApiError(404, "Not Found"))
        if fault is not None and fault.kind == "half_answer":
            return await half(request, stored.content)
        return web.Response(body=stored.content, content_type="application/octet-stream")
