"""Keys of the rota and its neighbours that are put together at run time: see tests/static/test_locales.py."""


def of_duty() -> dict[str, set[str]]:
    return {
        "duty": {f"duty-problem-{what}" for what in ("day", "person", "nobody", "many")}
        | {f"weekday-{number}" for number in range(1, 8)},
    }
