"""The machine and its processes: what they are, how much memory and processor time they take."""

import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime

import psutil

MEGABYTE = 1_000_000
TIMES = ("user", "system", "children_user", "children_system")


def described() -> dict[str, object]:
    """What somebody needs to compare results: processor, memory, system, and how busy it was beforehand."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_before": [round(load, 1) for load in os.getloadavg()],
    }


def memory(processes: Iterable[psutil.Process]) -> tuple[float, str]:
    """Megabytes of these processes together, and which: `PSS` (shared pages counted once), else `RSS`."""
    alive = [process for process in processes if process.is_running()]
    try:
        return sum(process.memory_full_info().pss for process in alive) / MEGABYTE, "PSS"
    except (psutil.AccessDenied, AttributeError):
        return sum(process.memory_info().rss for process in alive) / MEGABYTE, "RSS"


def processor_seconds(processes: Iterable[psutil.Process]) -> float:
    """Processor time these processes, and children of theirs that have ended, have taken so far."""
    times = [process.cpu_times() for process in processes if process.is_running()]
    return sum(sum(getattr(spent, kind, 0.0) for kind in TIMES) for spent in times)


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.partition(":")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor()
