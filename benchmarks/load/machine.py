"""What the machine says of itself and of a process; Linux."""

import os
from pathlib import Path


def load_average() -> str:
    """How busy the machine was in the last minute, in words."""
    return f"load average {os.getloadavg()[0]:.1f}"


def children(pid: int) -> list[int]:
    """The processes that a process has started and that still run, theirs included."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [each for child in map(int, listed) for each in (child, *children(child))]


def pss(pid: int) -> float:
    """Megabytes that a process holds, what it shares counted in part; 0 if it has ended."""
    return _rolled_up(pid, "Pss:")


def own_memory(pid: int) -> float:
    """Megabytes that only this process holds (USS)."""
    return _rolled_up(pid, "Private_Clean:") + _rolled_up(pid, "Private_Dirty:")


def _rolled_up(pid: int, name: str) -> float:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(row.split()[1]) for row in rows if row.startswith(name)) / 1024


def cpu_seconds(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    parts = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def description() -> str:
    """Cores, processor's model, memory and system, without any name of the machine."""
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    gigabytes = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    model = models[0] if models else "unknown model"
    return f"{os.cpu_count()} cores ({model}), {gigabytes:.0f} GB"
