"""Serves the site on this machine with granian, as production does."""

import errno
import os
import socket
import sys
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connections

HOST = "127.0.0.1"
APPLICATION = "records.management.worker:application"
PROJECT_ROOT = Path(__file__).resolve().parents[2]


def check_port(port: int) -> None:
    """Raise CommandError when nothing can be served on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":  # elsewhere the option would let two servers share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(_refusal(port, error)) from error


def _refusal(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken: stop what uses it, or choose another one with --port."
    return f"Port {port} cannot be used ({error.strerror}): choose another one with --port."


def serve(port: int) -> None:
    """Become the server; Ctrl-C ends it. Does not return."""
    connections.close_all()
    sys.stdout.flush()
    path = os.pathsep.join(filter(None, (str(PROJECT_ROOT), os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": path}
    os.execve(sys.executable, command(port), environment)  # noqa: S606 our own command


def command(port: int) -> list[str]:
    """Build the server's command line: one process, and two threads so that one can wait.

    A worker that does not stop within some seconds of Ctrl-C is killed.
    """
    options = {
        "host": HOST,
        "port": port,
        "workers": 1,
        "blocking-threads": 2,
        "workers-kill-timeout": 3,
    }
    pairs = [text for option, value in options.items() for text in (f"--{option}", str(value))]
    return [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", *pairs, APPLICATION]
