"""The chat API keeps its contract."""

import uuid

from bot.channels.web.shapes import MessageShape, MessagesShape, OpenedShape
from tests.bot.channels.web.conftest import Person, open_person


def test_a_new_conversation_answers_with_id_token_and_welcome(http):
    response = http.post("/api/chat/conversations", json={"language": "de", "place": "web"})
    assert response.status_code == 201
    opened = OpenedShape.model_validate_json(response.content)
    assert uuid.UUID(opened.conversation)
    assert opened.messages[0].about.kind == "welcome"
