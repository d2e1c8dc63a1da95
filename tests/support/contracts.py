"""Two contracts for import-linter that its own set lacks; pyproject.toml names them.

`only_these` says what a floor may use: a new dependency is refused until somebody writes it down.
`only_in` says who may use a package, and holds from the day before the package is first used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

# Standard library all the same, but another floor's business.
NOT_PLAIN = {"sqlite3", "tkinter", "socket", "subprocess", "gettext", "multiprocessing"}


def is_in(module: str, packages: Iterable[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


class ImportsContract(Contract):
    """What both contracts share: look at each import alone, list those that are refused."""

    def refused(self, importer: str, imported: str) -> bool:
        raise NotImplementedError

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        found = [pair for pair in all_imports(graph) if self.refused(*pair)]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported in check.metadata["found"]:
            output.print_error(f"{importer} must not import {imported}.")
        output.new_line()


class OnlyTheseContract(ImportsContract):
    """`source_modules`, and all below, import only each other, Python and `allowed_modules`."""

    source_modules = fields.ListField(subfield=fields.StringField())
    allowed_modules = fields.ListField(subfield=fields.StringField())

    def refused(self, importer: str, imported: str) -> bool:
        sources = list(map(str, self.source_modules))  # type: ignore[call-overload]
        allowed = [*sources, *map(str, self.allowed_modules)]  # type: ignore[call-overload]
        plain = imported in sys.stdlib_module_names and imported not in NOT_PLAIN
        return is_in(importer, sources) and not plain and not is_in(imported, allowed)


class OnlyInContract(ImportsContract):
    """Only `importers`, and all below them, import `modules` or anything below those."""

    modules = fields.ListField(subfield=fields.StringField())
    importers = fields.ListField(subfield=fields.StringField())

    def refused(self, importer: str, imported: str) -> bool:
        modules = list(map(str, self.modules))  # type: ignore[call-overload]
        importers = [*modules, *map(str, self.importers)]  # type: ignore[call-overload]
        return is_in(imported, modules) and not is_in(importer, importers)


def all_imports(graph: ImportGraph) -> Iterator[tuple[str, str]]:
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            yield importer, imported
