"""One module per theme; importing this package fills the table in `sandbox.calls`."""

from sandbox.methods import (
    callbacks,
    copying,
    deleting,
    editing,
    media,
    members,
    pins,
    profile,
    receiving,
    stored_files,
    talking,
    topics,
)

__all__ = [
    "callbacks",
    "copying",
    "deleting",
    "editing",
    "media",
    "members",
    "pins",
    "profile",
    "receiving",
    "stored_files",
    "talking",
    "topics",
]
