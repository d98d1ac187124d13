"""Several Rasa servers as one: texts go to each in turn, and past one that does not answer."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

from nlu.rasa_client import NluUnavailable, Parse, RasaClient


class RasaGroup:
    """One or more servers. Safe to use from several threads."""

    def __init__(self, clients: Sequence[RasaClient]) -> None:
        self.clients = tuple(clients)
        self._turns = itertools.count()
        self._down: frozenset[RasaClient] = frozenset()

    @property
    def answering(self) -> Sequence[RasaClient]:
        """The servers that answered when they were last asked."""
        return [client for client in self.clients if client not in self._down]

    def parse(self, text: str) -> Parse:
        """Intents and languages of a text, from the next server that answers. Raises NluUnavailable when none does."""
        problem = NluUnavailable("no server")
        for client in self._order():
            try:
                parse = client.parse(text)
            except NluUnavailable as error:
                problem = error
                self._down |= {client}
            else:
                self._is_up(client)
                return parse
        raise problem

    def look(self) -> dict[RasaClient, str]:
        """Ask every server how it is: the file name of its model; those that do not answer are left out."""
        found = {}
        for client in self.clients:
            try:
                found[client] = Path(client.status()).name
            except NluUnavailable:
                self._down |= {client}
            else:
                self._is_up(client)
        return found

    def load(self, model: Path, around: Callable[[RasaClient, Path], None]) -> None:
        """Put the model into use on every server that answers, one after the other, so that one always answers.

        `around` loads one server. Servers that are down are left out. Raises NluUnavailable when no server takes the
        model, or when one refuses it: then those that took it get the model back they had.
        """
        before = self.look()
        if not before:
            raise NluUnavailable("no server answers")
        taken: list[RasaClient] = []
        for client in before:
            try:
                around(client, model)
                taken.append(client)
            except NluUnavailable:
                for changed in taken:
                    with contextlib.suppress(NluUnavailable):
                        around(changed, model.with_name(before[changed]))
                raise

    def close(self) -> None:
        """Close the connections of all."""
        for client in self.clients:
            client.close()

    def _is_up(self, client: RasaClient) -> None:
        if client in self._down:
            self._down -= {client}

    def _order(self) -> list[RasaClient]:
        """Whom to ask, first to last: in turn, but those being loaded after the others, and those down at the end."""
        first = next(self._turns) % len(self.clients)
        turned = [*self.clients[first:], *self.clients[:first]]
        return sorted(turned, key=lambda client: (client in self._down, client.turnstile.closed))
