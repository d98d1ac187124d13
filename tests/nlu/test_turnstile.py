"""While a model is exchanged nobody passes and nobody is sent away."""

import threading
import time

from nlu.turnstile import Turnstile


def test_whoever_comes_while_it_is_closed_waits_and_then_passes() -> None:
    turnstile, passed = Turnstile(), threading.Event()
    turnstile.close(5)

    def pass_through() -> None:
        with turnstile.passing():
            passed.set()

    threading.Thread(target=pass_through).start()
    assert not passed.wait(0.2)
    turnstile.open()
    assert passed.wait(2)


def test_who_was_inside_before_is_waited_for() -> None:
    turnstile = Turnstile()
    with turnstile.passing():
        turnstile.close(5)
        assert not turnstile.wait_until_empty(0.05)
    assert turnstile.wait_until_empty(0.05)


def test_it_opens_by_itself_when_whoever_closed_it_is_gone() -> None:
    turnstile = Turnstile()
    turnstile.close(0.2)
    started = time.monotonic()
    with turnstile.passing():
        assert time.monotonic() - started >= 0.19
