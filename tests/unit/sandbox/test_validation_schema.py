import json
from pathlib import Path
from typing import Any

import pytest

from sandbox import make_schema
from sandbox.errors import ApiError
from sandbox.schema import Field, Shape, load
from sandbox.schema_limits import formatting, limits
from sandbox.validation import canonical_name, validate
from sandbox.values import Reader

pytestmark = pytest.mark.unit

SCHEMA = load()
METHODS = sorted(SCHEMA.methods)
# cross-field rules that a sample made field by field cannot know
TOGETHER: dict[str, dict[str, Any]] = {
    "sendMediaGroup": {"media": [{"type": "photo", "media": "id"}] * 2},
    "copyMessages": {"message_ids": [1, 2]},
    "forwardMessages": {"message_ids": [1, 2]},
    "setMyCommands": {"commands": [{"command": "start", "description": "begin"}]},
    "editMessageText": {"text": "new"},
    "editEphemeralMessageText": {"text": "new"},
}
INLINE = [name for name, fields in SCHEMA.methods.items() if "inline_message_id" in fields]


def sample(field: Field, depth: int = 0) -> Any:
    kind = field.types[0]
    if field.enum or kind == "Boolean":
        return field.enum[0] if field.enum else True
    if field.types in {("Integer",), ("Integer", "String"), ("Float",)}:
        return field.range[0] if field.range else 7
    if "String" in field.types:
        return "x" * max(1, (field.chars or field.bytes or (1, 1))[0])
    if kind.startswith("Array of "):
        inner = Field(name=field.name, types=(kind.removeprefix("Array of "),))
        return [sample(inner, depth + 1) for _ in range(max(1, (field.items or (1, 1))[0]))]
    if kind == "InputFile":
        return f"attach://{field.name}"
    return sample_object(SCHEMA.types[kind], depth)


def sample_object(shape: Shape, depth: int) -> Any:
    if shape.text:
        return "rich"
    if shape.one_of:
        return sample_object(SCHEMA.types[shape.one_of[-1]], depth + 1)
    return {name: sample(item, depth + 1) for name, item in shape.fields.items() if item.required}


def least(method: str) -> dict[str, Any]:
    fields = SCHEMA.methods[method]
    params = {name: sample(field) for name, field in fields.items() if field.required}
    if method in INLINE:
        params["inline_message_id"] = "i"
    return params | TOGETHER.get(method, {})


def files_of(params: dict[str, Any]) -> set[str]:
    text = json.dumps(params)
    return {name.split('"', 1)[0] for name in text.split("attach://")[1:]}


def as_form(params: dict[str, Any]) -> dict[str, str]:
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}


def refusal(method: str, params: dict[str, Any]) -> ApiError:
    with pytest.raises(ApiError) as caught:
        validate(method, params, files_of(params))
    assert caught.value.code == 400
    assert caught.value.description.startswith("Bad Request: ")
    return caught.value


def test_schema_is_of_the_release_the_bot_is_written_for() -> None:
    assert SCHEMA.version == "10.3"
    assert len(METHODS) == 185


@pytest.mark.parametrize("method", METHODS)
def test_least_call_passes_as_json_and_as_form(method: str) -> None:
    params = least(method)
    typed = validate(method, params, files_of(params))
    assert validate(method, as_form(params), files_of(params)) == typed
    assert set(typed) == set(params)


@pytest.mark.parametrize("method", METHODS)
def test_every_optional_parameter_takes_its_own_type(method: str) -> None:
    for name, field in SCHEMA.methods[method].items():
        params = least(method) | {name: least(method).get(name, sample(field))}
        assert name in validate(method, as_form(params), files_of(params)), name


@pytest.mark.parametrize("method", METHODS)
def test_each_required_parameter_is_missed(method: str) -> None:
    for name, field in SCHEMA.methods[method].items():
        may_be_empty = field.blank or (field.chars or field.bytes or (1,))[0] == 0
        if not field.required or may_be_empty:
            continue
        params = least(method)
        del params[name]
        refusal(method, params)


@pytest.mark.parametrize("method", METHODS)
def test_unknown_parameter_is_refused(method: str) -> None:
    wrong = refusal(method, least(method) | {"no_such_thing": "1"})
    assert wrong.description == 'Bad Request: unknown parameter "no_such_thing"'


@pytest.mark.parametrize("method", METHODS)
def test_no_parameter_takes_an_object_of_another_shape(method: str) -> None:
    """An object of no known type fits nowhere, at the top or inside of a list."""
    for name in SCHEMA.methods[method]:
        refusal(method, least(method) | {name: {"no_such_thing": 1}})
        refusal(method, least(method) | {name: [{"no_such_thing": 1}]})


@pytest.mark.parametrize("shape", sorted(name for name, shape in SCHEMA.types.items() if shape.fields))
def test_nested_type_takes_its_fields_and_no_other(shape: str) -> None:
    reader, field = Reader(SCHEMA, ()), Field(name="value", types=(shape,))
    value = sample(field)
    assert reader._of_types("", field, value) == value
    with pytest.raises(ApiError, match='Unknown field "no_such_thing"'):
        reader._of_types("", field, value | {"no_such_thing": 1})
    for name in value:
        with pytest.raises(ApiError, match=name):
            reader._of_types("", field, {key: item for key, item in value.items() if key != name})


def test_method_is_found_in_any_case_and_unknown_one_is_not() -> None:
    assert canonical_name("SENDmessage") == "sendMessage"
    assert validate("getme", {}, ()) == {}
    with pytest.raises(ApiError) as caught:
        validate("sendEverything", {}, ())
    assert caught.value.body() == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


@pytest.mark.parametrize(
    ("types", "description", "expected"),
    [
        (["String"], "Text, 1-4096 characters after entities parsing", {"chars": [1, 4096]}),
        (["String"], "Data, 1-64 bytes", {"bytes": [1, 64]}),
        (["String"], "Offset length can't exceed 64 bytes.", {"bytes": [0, 64]}),
        (["String"], "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed.",
         {"chars": [1, 256], "word": True}),
        (["String"], "HTTPS URL. Use an empty string to remove it", {"blank": True}),
        (["Integer"], "Values between 1-100 are accepted. Defaults to 100.", {"range": [1, 100]}),
        (["Integer"], "Must be between 1 and 360 if specified.", {"range": [1, 360], "also": [0]}),
        (["Integer"], "must be between 60 and 86400, or 0x7FFFFFFF for live ones",
         {"range": [60, 86400], "also": [2147483647]}),
        (["Integer"], "Currently, it must always be 2592000 (30 days).", {"enum": [2592000]}),
        (["Float"], "measured in meters; 0-1500", {"range": [0, 1500]}),
        (["Array of InputMedia"], "describing messages, must include 2-10 items", {"items": [2, 10]}),
        (["Array of BotCommand"], "At most 100 commands can be specified.", {"items": [0, 100]}),
        (["Integer"], "Defaults to 0, i.e. usual short polling.", {}),
        (["Boolean"], "Pass True to allow up to 1000 messages per second", {}),
    ],
)  # fmt: skip
def test_limits_are_read_off_the_words(types: list[str], description: str, expected: dict[str, Any]) -> None:
    assert limits("someMethod", {"name": "x", "types": types, "description": description}) == expected


def test_formatting_names_the_parameters_beside() -> None:
    names = {"text", "caption", "parse_mode", "entities", "caption_entities", "title", "question_parse_mode"}
    assert formatting("text", names) == ["parse_mode", "entities"]
    assert formatting("caption", names) == ["parse_mode", "caption_entities"]
    assert formatting("question", names) == ["question_parse_mode", "entities"]
    assert formatting("title", names) is None


def test_generator_writes_equal_parameters_once() -> None:
    field = {"name": "a", "types": ["Integer"], "required": True, "description": ""}
    api = {
        "version": "Bot API 99.1",
        "methods": {"one": {"fields": [field, field | {"name": "b"}]}, "two": {"fields": [field]}, "three": {}},
        "types": {},
    }
    table = json.loads(make_schema.render(make_schema.build(api)))
    assert table == {
        "version": "99.1",
        "specs": [{"types": ["Integer"], "required": True}],
        "methods": {"one": {"a": 0, "b": 0}, "three": {}, "two": {"a": 0}},
        "types": {},
    }


def test_generator_follows_types_as_deep_as_they_go() -> None:
    def field(name: str, kind: str, **more: Any) -> dict[str, Any]:
        return {"name": name, "types": [kind], "required": False, "description": "", **more}

    rich = ["It can be either a String for plain text, an Array of Rich, or one of", "- Bold"]
    api = {
        "version": "1.0",
        "methods": {
            "send": {
                "fields": [
                    field("photo", "InputFile"),
                    field("rich", "Array of Rich"),
                    field("kind", "String", enum=["a"]),
                ]
            }
        },
        "types": {
            "Rich": {"subtypes": ["Bold"], "description": rich},
            "Bold": {"fields": [field("text", "Rich"), field("media", "String", description="attach://name")]},
            "Answer": {"fields": [field("text", "String")]},
            "InputFile": {"subtypes": ["Blob"], "description": []},
        },
    }
    table = make_schema.build(api)
    assert table["types"] == {"Bold": {"fields": {"text": 3, "media": 4}}, "Rich": {"one_of": ["Bold"], "text": True}}
    assert table["specs"] == [
        {"types": ["InputFile"], "file": True},
        {"types": ["Array of Rich"]},
        {"types": ["String"], "enum": ["a"]},
        {"types": ["Rich"]},
        {"types": ["String"], "file": True},
    ]


@pytest.mark.parametrize(
    ("owner", "name", "expected"),
    [
        ("answerInlineQuery", "results", {"items": [0, 50]}),
        ("SuggestedPostPrice", "amount", {}),
        ("sendSomething", "amount", {"range": [5, 100]}),
    ],
)
def test_limits_stated_elsewhere_are_written_by_hand(owner: str, name: str, expected: dict[str, Any]) -> None:
    field = {"name": name, "types": ["Integer"], "description": "must be between 5 and 100"}
    assert limits(owner, field) == expected


def test_generator_is_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = tmp_path / "api.json", tmp_path / "schema.json"
    source.write_text('{"version": "Bot API 9.9", "methods": {}, "types": {}}', encoding="utf-8")
    monkeypatch.setattr(make_schema, "TARGET", target)
    assert make_schema.main([]) == 2
    assert make_schema.main([str(source)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == "9.9"
    with pytest.raises(ValueError, match="no release"):
        make_schema.build({"version": "next", "methods": {}, "types": {}})
