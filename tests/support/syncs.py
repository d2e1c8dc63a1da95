"""Counts how often SQLite asks the disk to hold on to what was written.

A copy of SQLite's own file layer (VFS) becomes the default one, with a counter in front of the one
call that ends in `fdatasync`. So every connection opened inside `counted_syncs` is counted, the
program's own included, and nothing of it has to know.
"""

from __future__ import annotations

import _sqlite3
import contextlib
import ctypes
from collections.abc import Iterator
from typing import Any

_POINTER = ctypes.sizeof(ctypes.c_void_p)
_Open = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)

# Places in SQLite's structures, which it promises never to move (sqlite.org/c3ref/vfs.html and
# io_methods.html): `int`s first, then pointers.
_VFS_SIZE, _VFS_NAME, _VFS_OPEN = 16 + 19 * _POINTER, 16 + _POINTER, 16 + 3 * _POINTER
_METHODS_SIZE, _METHODS_SYNC = 19 * _POINTER, 5 * _POINTER


class Syncs:
    """The number of syncs so far."""

    def __init__(self) -> None:
        self.count = 0


def _pointer_at(address: int) -> ctypes.c_void_p:
    return ctypes.c_void_p.from_address(address)


class _CountingLayer:
    """SQLite's default file layer with a counter before `xSync`. Must outlive its files."""

    def __init__(self, library: Any, syncs: Syncs) -> None:
        self._library, self._syncs = library, syncs
        library.sqlite3_vfs_find.restype = ctypes.c_void_p
        library.sqlite3_vfs_register.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.usual: int = library.sqlite3_vfs_find(None)
        self._own = ctypes.create_string_buffer(ctypes.string_at(self.usual, _VFS_SIZE), _VFS_SIZE)
        self.own = ctypes.addressof(self._own)
        self._name = ctypes.create_string_buffer(b"counted")
        _pointer_at(self.own + _VFS_NAME).value = ctypes.addressof(self._name)
        usual_open = _Open(_pointer_at(self.own + _VFS_OPEN).value or 0)
        self._methods: dict[int, Any] = {}
        self._calls: list[Any] = []

        def open_counted(vfs: int, name: int, file: int, flags: int, out: int) -> int:
            code: int = usual_open(vfs, name, file, flags, out)
            methods = _pointer_at(file)
            if methods.value:
                methods.value = ctypes.addressof(self._counting(methods.value))
            return code

        self._open = _Open(open_counted)
        _pointer_at(self.own + _VFS_OPEN).value = ctypes.cast(self._open, ctypes.c_void_p).value

    def _counting(self, methods: int) -> Any:
        """The methods of one kind of file, counting."""
        if methods not in self._methods:
            made = ctypes.create_string_buffer(ctypes.string_at(methods, _METHODS_SIZE))
            place = _pointer_at(ctypes.addressof(made) + _METHODS_SYNC)
            usual_sync = _Sync(place.value or 0)

            def sync_counted(file: int, flags: int) -> int:
                self._syncs.count += 1
                code: int = usual_sync(file, flags)
                return code

            call = _Sync(sync_counted)
            place.value = ctypes.cast(call, ctypes.c_void_p).value
            self._methods[methods] = made
            self._calls.append(call)
        return self._methods[methods]

    def make_default(self, layer: int) -> None:
        self._library.sqlite3_vfs_register(layer, 1)

    def withdraw(self) -> None:
        self._library.sqlite3_vfs_unregister(ctypes.c_void_p(self.own))
        self.make_default(self.usual)


_KEPT: list[_CountingLayer] = []  # a file may be closed later than the counting ends


@contextlib.contextmanager
def counted_syncs() -> Iterator[Syncs]:
    """Count the syncs of every SQLite file opened inside."""
    syncs = Syncs()
    layer = _CountingLayer(ctypes.CDLL(_sqlite3.__file__), syncs)
    _KEPT.append(layer)
    layer.make_default(layer.own)
    try:
        yield syncs
    finally:
        layer.withdraw()
