"""Nothing leaves the computer, so nothing in the source may be able to send it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import Module, dotted, imported_names, module, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

NETWORK_MODULES = (
    "PySide6.QtBluetooth",
    "PySide6.QtHttpServer",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "_socket",
    "_ssl",
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "wsgiref",
    "xmlrpc",
)
# How a second start hands its file to the first window: a local socket that no other computer can reach.
LOCAL_ONLY = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
STREAMS = {
    "create_connection",
    "create_datagram_endpoint",
    "create_server",
    "open_connection",
    "open_unix_connection",
    "sock_connect",
    "start_server",
    "start_unix_server",
}


def _is_network(name: str) -> bool:
    if name in LOCAL_ONLY:
        return False
    return any(name == forbidden or name.startswith(f"{forbidden}.") for forbidden in NETWORK_MODULES)


def _dynamic_import(node: ast.AST) -> str:
    if isinstance(node, ast.Call) and dotted(node.func).endswith(("import_module", "__import__")):
        match node.args:
            case [ast.Constant(value=str(name)), *_]:
                return name
    return ""


def _doors_to_the_network(source: Module) -> Iterator[str]:
    for statement, name in imported_names(source.tree):
        if _is_network(name) or (name.startswith("asyncio.") and name.split(".")[-1] in STREAMS):
            yield f"{source.at(statement)} {name}"
    for node in ast.walk(source.tree):
        if _is_network(_dynamic_import(node)) or (isinstance(node, ast.Attribute) and node.attr in STREAMS):
            yield f"{source.name} {ast.unparse(node)}"


@pytest.mark.parametrize(
    "text",
    [
        "import socket",
        "import http.client as web",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import ssl",
        "import asyncio\nasyncio.open_connection('a', 1)",
        "from asyncio import start_server",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import importlib\nimportlib.import_module('socket')",
        "def later():\n    import socket",
    ],
)
def test_a_door_to_the_network_is_noticed(text: str) -> None:
    assert list(_doors_to_the_network(module(text)))


@pytest.mark.parametrize(
    "text",
    ["from PySide6.QtNetwork import QLocalServer", "from urllib.parse import quote", "import asyncio"],
)
def test_what_stays_on_the_computer_is_allowed(text: str) -> None:
    assert not list(_doors_to_the_network(module(text)))


def test_no_module_of_the_program_can_reach_the_network() -> None:
    assert [door for source in modules() for door in _doors_to_the_network(source)] == []
