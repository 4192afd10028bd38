from typing import Any
from urllib.parse import urlsplit

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.updates import Webhook

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@method("getUpdates")
async def get_updates(call: Call) -> list[dict[str, Any]]:
    params = call.params
    return await call.world.updates.poll(
        offset=params.get("offset") or 0,
        limit=params.get("limit") or 100,
        seconds=min(params.get("timeout") or 0, 50),
        allowed=params.get("allowed_updates"),
    )


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    params, queue = call.params, call.world.updates
    url = params.get("url") or ""
    if not url:
        return _without_webhook(call)
    if not _pushable(url):
        raise ApiError(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if params.get("allowed_updates") is not None:
        queue.allowed = params["allowed_updates"]
    if params.get("drop_pending_updates"):
        queue.drop_all()
    queue.webhook = Webhook(
        url=url,
        secret_token=params.get("secret_token"),
        max_connections=params.get("max_connections") or 40,
        ip_address=params.get("ip_address"),
    )
    queue.bell.ring()
    return True


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    return _without_webhook(call)


def _without_webhook(call: Call) -> bool:
    queue = call.world.updates
    if call.params.get("drop_pending_updates"):
        queue.drop_all()
    queue.webhook = None
    queue.bell.ring()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> dict[str, Any]:
    queue = call.world.updates
    hook = queue.webhook
    info: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(queue.unconfirmed),
    }
    if hook:
        info["max_connections"] = hook.max_connections
        info["ip_address"] = hook.ip_address or "127.0.0.1"
        if hook.last_error_date is not None:
            info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error_message}
    if queue.allowed:
        info["allowed_updates"] = queue.allowed
    return info


def _pushable(url: str) -> bool:
    """HTTPS as with Telegram; plain HTTP only to this very machine, where the sandbox lives."""
    try:
        parsed = urlsplit(url)
        host, _ = parsed.hostname, parsed.port
    except ValueError:
        return False
    if not host or any(char.isspace() for char in url):
        return False
    return parsed.scheme == "https" or (parsed.scheme == "http" and host in LOOPBACK)
