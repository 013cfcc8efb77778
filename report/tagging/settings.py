"""ReportLab’s settings as its authors shipped them: no file or variable changes a document.

ReportLab reads `RL_…` variables, `~/.reportlab_settings` and two modules from the import path.
`report/__init__.py` imports this module, so it runs before any other that needs ReportLab. What a
module of ReportLab made a default argument when it was loaded before that, stays as it was.
"""

import sys
from types import ModuleType
from typing import Any, Final

from reportlab import rl_config, rl_settings
from reportlab.lib import pagesizes

# Where fonts are looked for by name. They differ between machines, and our fonts have full paths.
_SEARCHED: Final = ("T1SearchPath", "TTFSearchPath", "CMapSearchPath")

# A4 is a name in the settings and a size in the configuration.
_OURS: Final[dict[str, Any]] = {"useA85": 0, "invariant": 1, "defaultPageSize": pagesizes.A4}


def shipped() -> dict[str, Any]:
    """Every setting with the value it has in this program: ReportLab’s own, except for `_OURS`."""
    names = [name for name in rl_settings.__all__ if name not in _SEARCHED]
    values = {name: getattr(rl_settings, name) for name in names}
    # ReportLab turns patterns of names into a list; as shipped, there are none.
    lists: dict[str, Any] = {name: [] for name in names if name.endswith("Glob")}
    return values | lists | _OURS


def settle() -> None:
    """Give every setting its value, also in ReportLab’s modules that took a copy when loaded."""
    values = shipped()
    found = {name: getattr(rl_config, name) for name in values}
    for module in [rl_config, *filter(None, map(_loaded, list(sys.modules)))]:
        for name in values.keys() & vars(module).keys():
            if vars(module)[name] is found[name]:
                setattr(module, name, values[name])


def _loaded(name: str) -> ModuleType | None:
    module = sys.modules.get(name) if name.startswith("reportlab.") else None
    return None if module is rl_settings else module


settle()
