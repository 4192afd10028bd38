"""Processes of one machine know of each other whether they live; those of another machine are left to their lease."""

import os
import socket


def process_name() -> str:
    """Return this process's name as owner of leased rows: machine and process id."""
    return f"{socket.gethostname()}:{os.getpid()}"


def has_died(owner: str) -> bool:
    """Tell whether the owner was a process of this machine that is no more; in doubt, False."""
    host, _, number = owner.rpartition(":")
    if host != socket.gethostname() or not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return True  # an earlier process that had our number
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
