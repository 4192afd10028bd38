"""How long a short command takes: `linli --help` against the bare interpreter, and against importing aiogram."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

LINLI = str(Path(sys.executable).parent / "linli")
TIMES = 3
COMMANDS = {
    "linli --help (ours)": [LINLI, "--help"],
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import aiogram'": [sys.executable, "-c", "import aiogram"],
}


def once(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own commands above
    return time.perf_counter() - began


def main() -> None:
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(TIMES):  # by turns, so that a busy moment of the machine hits all
        for name, command in COMMANDS.items():
            taken[name].append(once(command))
    ours, bare, aiogram = (statistics.median(times) for times in taken.values())
    print(f"Start-up: median of {TIMES}")
    for name, times in taken.items():
        print(f"{name:<28}{statistics.median(times) * 1000:8.0f} ms")
    print(f"→ {ours / bare:.1f} × the bare interpreter; importing aiogram alone takes {aiogram / ours:.1f} × as long\n")


if __name__ == "__main__":
    main()
