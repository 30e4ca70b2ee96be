"""`manage.py demo`: from nothing to a filled register that is being served."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from records.management.commands.load_reference import describe
from records.management.serving import HOST, check_port, serve
from records.services.accounts import EDITOR, REVIEWER, create_demo_users
from records.services.demo import load_demo
from records.services.loading.errors import LoadError
from records.services.loading.loader import Loaded
from records.services.reference import load_reference

ADDRESSES = {
    "Front page": "/",
    "API": "/api/v1/",
    "Documentation": "/api/docs/",
    "Admin": "/admin/",
}
_LAST_PORT = 65535


class Command(BaseCommand):
    """Everything that one needs to try Accord; run again, it changes nothing."""

    help = (
        "Migrate, load reference data and the demonstration digest, create an editor and a "
        "reviewer, and serve on this machine."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Define the options."""
        parser.add_argument("--port", type=_port, default=8000, help="default 8000")
        parser.add_argument("--no-serve", action="store_true", help="fill the register and end")

    def handle(self, *_args: Any, port: int, no_serve: bool, **options: Any) -> None:
        """Prepare everything, then become the server."""
        if not no_serve:
            check_port(port)
        try:
            self._prepare(quiet=max(0, options["verbosity"] - 1))
        except KeyboardInterrupt:
            raise CommandError("Interrupted. Run it again to go on.", returncode=130) from None
        if not no_serve:
            self._announce(port)
            serve(port)

    def _prepare(self, quiet: int) -> None:
        call_command("migrate", interactive=False, verbosity=quiet)
        call_command("createcachetable", verbosity=quiet)
        self._load()
        self._create_users()

    def _load(self) -> None:
        try:
            lines = [*describe(load_reference()), *_describe(load_demo())]
        except LoadError as error:
            raise CommandError(str(error)) from error
        for line in lines:
            self.stdout.write(line)

    def _create_users(self) -> None:
        passwords = create_demo_users()
        for name in (EDITOR, REVIEWER):
            if name in passwords:
                self.stdout.write(f"User {name} created, password: {passwords[name]}")
            else:
                self.stdout.write(f"User {name} is there already and keeps the password.")
        if passwords:
            self.stdout.write("Note the passwords: they are shown only once.")

    def _announce(self, port: int) -> None:
        self.stdout.write("")
        for name, path in ADDRESSES.items():
            self.stdout.write(f"{name + ':':<15}http://{HOST}:{port}{path}")
        self.stdout.write("Ctrl-C ends the server.")


def _describe(loaded: Loaded) -> list[str]:
    return [
        f"{str(model._meta.verbose_name_plural).capitalize()} of the digest: {count} created, "
        f"{loaded.present[model]} there already."
        for model, count in loaded.created.items()
    ]


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:6]) <= _LAST_PORT:
        raise ArgumentTypeError(f"“{text}” is no port: give a number from 1 to {_LAST_PORT}.")
    return int(text)
