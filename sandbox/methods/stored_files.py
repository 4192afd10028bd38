from typing import Any

from sandbox.calls import Call, method
from sandbox.errors import ApiError
from sandbox.world.files import DOWNLOAD_LIMIT


@method("getFile")
def get_file(call: Call) -> dict[str, Any]:
    stored = call.world.files.by_id(call.params["file_id"])
    if stored is None:
        raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > DOWNLOAD_LIMIT:
        raise ApiError(400, "Bad Request: file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }
