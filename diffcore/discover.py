"""One file, one constant: the plug-ins of a package are found by the name of their constant."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any


def discover(package: ModuleType, constant: str) -> tuple[Any, ...]:
    """Give the value of `constant` from each module of `package`, in the order of module names.

    Raises: AttributeError where a module of the package does not define the constant.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = (importlib.import_module(f"{package.__name__}.{name}") for name in names)
    return tuple(getattr(module, constant) for module in modules)
