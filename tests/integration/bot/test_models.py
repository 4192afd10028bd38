"""aiogram's models, built when they are met, are those it would have built itself."""

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest
from aiogram import Bot, methods, types
from aiogram.client.telegram import PRODUCTION
from pydantic import BaseModel, ValidationError

from bot.session import ApiSession

pytestmark = pytest.mark.integration

ROOT = Path(__file__).resolve().parents[3]
TRIED = """
import json
{first}
from tests.integration.bot.test_models import errors_of_nothing, models
print(json.dumps([any(model.__pydantic_complete__ for model in models()), errors_of_nothing()]))
"""
LATE = "from bot.models import import_aiogram; import_aiogram()"


def models() -> list[type[BaseModel]]:
    """Methods first: what they need has not been built then."""
    found = [getattr(module, name) for module in (methods, types) for name in module.__all__]
    abstract = {methods.TelegramMethod}
    return [one for one in found if isinstance(one, type) and issubclass(one, BaseModel) and one not in abstract]


def errors_of_nothing() -> dict[str, list[str]]:
    """What each model says to an empty description, which it has to be built for."""
    said = {}
    for model in models():
        try:
            model.model_validate({})
            said[model.__name__] = ["nothing"]
        except ValidationError as error:
            said[model.__name__] = [f"{one['type']} {one['loc']}" for one in error.errors()]
    return said


def tried(first: str) -> tuple[bool, dict[str, list[str]]]:
    """Whether any model is built at the start, and the errors."""
    program = [sys.executable, "-c", TRIED.format(first=first)]
    done = subprocess.run(program, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - our own interpreter
    built, errors = json.loads(done.stdout)
    return built, errors


def test_models_built_late_are_the_same() -> None:
    built, errors = tried("import aiogram")
    assert built
    assert len(errors) > 500
    assert tried(LATE) == (False, errors)


def test_the_model_of_an_answer_is_built_once() -> None:
    bot = Bot("7000000001:none", session=ApiSession(api=PRODUCTION, timeout=1))
    asked, said = methods.GetChatMemberCount(chat_id=1), '{"ok": true, "result": 3}'

    def models_of_answers() -> set[int]:
        bot.session.check_response(bot, asked, 200, said)
        gc.collect()
        return {id(one) for one in methods.Response.__subclasses__() if "int" in one.__name__}

    assert len(models_of_answers() | models_of_answers()) == 1, "gone, or made anew"
