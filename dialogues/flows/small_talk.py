"""Greetings, thanks, goodbyes, and words that answer a question nobody asked."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import menu
from dialogues.services import Services
from dialogues.turn import Done, Reply, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Say the phrase; with nothing else open the menu's button stands under it."""
    return (Say(Text(f"small-{given['key']}"), ("menu", None), (menu.MENU_ROW,)), Done())
