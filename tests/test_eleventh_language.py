"""A language is added by adding files, and switched off and on while people talk: no code names or counts them."""

import csv
import io
import json
import re
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import yaml
from fastapi import FastAPI

from bot.channels.web.limits import Limits
from bot.channels.web.routes import install, router
from bot.content import store
from bot.content.catalogue import Catalogue
from bot.content.check import check
from bot.inbox import Inbox
from bot.model_folder import Lessons
from bot.nlu_server import OwnServer, train_model
from bot.runtime import Runtime
from bot.settings import Settings
from nlu.rasa_process import State
from tests.bot.channels.web.conftest import LiveServer
from tests.talk import Person

Files = dict[str, str]
ES, NAME = "es", "Español"
TITLE = "Lotse: ayuda para recién llegados"
MENU = "¿Qué necesita? Pulse un botón o escriba su pregunta."
EXAMPLES: Mapping[str, str] = {
    "faq/find-doctor": """
necesito un médico
dónde encuentro un doctor
mi hijo está enfermo y busco pediatra
busco una doctora que hable español
a qué médico puedo ir
cómo encuentro un médico de cabecera
quiero ir al médico
hay algún consultorio cerca
necesito una cita con el dentista, cómo busco uno
me duele la espalda, qué médico me atiende
""",
    "faq/german-courses": """
quiero aprender alemán
dónde hay clases de alemán
busco un curso de idiomas
curso de alemán por la noche
cómo me apunto a un curso de alemán
mi mujer quiere estudiar alemán
hay cursos de alemán gratis
escuela para aprender el idioma
necesito mejorar mi alemán
clases de alemán para principiantes
""",
    "faq/find-flat": """
busco piso
dónde puedo encontrar una vivienda
necesito una habitación para mi familia
quiero alquilar un apartamento
cómo encuentro casa en esta ciudad
buscamos un piso barato
alquiler de vivienda, dónde miro
no tenemos dónde vivir, buscamos casa
piso de dos habitaciones
qué páginas hay para buscar piso
""",
    "do/book": """
quiero pedir una cita
reservar una hora con un asesor
necesito cita
puedo concertar una cita
dame una cita para mañana
quisiera una cita de asesoramiento
""",
    "safety/violence": """
mi marido me pega
me amenaza con un cuchillo
tengo miedo en casa, él me golpea
mi pareja me maltrata
mi novio me pegó ayer
me pega delante de los niños
""",
    "other/out-of-scope": """
qué tiempo hace hoy
cuéntame un chiste
quién ganó el partido
pedir una pizza
receta de tortilla
qué película me recomiendas
""",
}


def with_spanish(files: Mapping[str, str], *, enabled: bool = True) -> Files:
    """The content and a small eleventh language: the English files again, with some words of its own."""
    grown = dict(files)
    for path, body in files.items():
        if path.startswith("en/") and path != "en/console.ftl":
            grown[f"{ES}/{path.removeprefix('en/')}"] = body
        if path.startswith("questionnaires/"):
            grown[path] = _with_column(body)
    for intent, lines in EXAMPLES.items():
        grown[f"{ES}/examples/{intent}.txt"] = lines + files[f"en/examples/{intent}.txt"]
    grown[f"{ES}/phrases.ftl"] = _rephrased(grown[f"{ES}/phrases.ftl"], "menu", MENU)
    grown[f"{ES}/chat.ftl"] = _rephrased(grown[f"{ES}/chat.ftl"], "chat-title", TITLE)
    entry = f"{ES}: {{name: {NAME}, direction: ltr, script: latin, enabled: true, fallback: [en, de]}}\n"
    grown["languages.yml"] = files["languages.yml"].rstrip("\n") + "\n" + entry
    grown["services.yml"] = files["services.yml"].replace("languages: [de,", f"languages: [{ES}, de,", 1)
    return grown if enabled else switched(grown, ES, enabled=False)


def _with_column(sheet: str) -> str:
    """Every English column of a sheet again, as Spanish."""
    rows = list(csv.DictReader(io.StringIO(sheet)))
    english = [name for name in rows[0] if name.endswith("::English (en)")]
    for row in rows:
        row.update({name.replace("English (en)", f"{NAME} ({ES})"): row[name] for name in english})
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _rephrased(file: str, key: str, words: str) -> str:
    lines = file.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{key} ="))
    return "\n".join([*lines[:place], f"{key} = {words}", *lines[place + 1 :]]) + "\n"


def switched(files: Mapping[str, str], code: str, *, enabled: bool) -> Files:
    """The same with a language switched off or on."""
    languages = yaml.safe_load(files["languages.yml"])
    languages[code]["enabled"] = enabled
    return {**files, "languages.yml": yaml.safe_dump(languages, allow_unicode=True, sort_keys=False)}


def without(files: Mapping[str, str], code: str) -> Files:
    """The same without any file or line of a language."""
    languages = yaml.safe_load(files["languages.yml"])
    del languages[code]
    left = {path: body for path, body in files.items() if not path.startswith(f"{code}/")}
    return {**left, "languages.yml": yaml.safe_dump(languages, allow_unicode=True, sort_keys=False)}


Publish = Callable[[Files], None]


@pytest.fixture
def publish(runtime: Runtime) -> Publish:
    """Publishes as an editor does, from another process; returns when this one has heard of it."""

    def published(files: Files) -> None:
        with runtime.database.session() as session:
            store.publish(session, files, runtime.clock())
        deadline = time.monotonic() + 10
        while runtime.content.current.files["languages.yml"] != files["languages.yml"]:
            assert time.monotonic() < deadline, "nobody heard of the new content"
            time.sleep(0.02)

    return published


@pytest.fixture
def page(runtime: Runtime) -> Iterator[httpx.Client]:
    """Somebody who calls the web page and its API."""
    app = FastAPI()
    app.include_router(router(runtime, Inbox(runtime), Limits()))
    install(app)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = LiveServer(app, port)
    server.start()
    with httpx.Client(base_url=server.url, timeout=30, trust_env=False) as client:
        yield client
    server.stop()


@pytest.fixture(scope="module")
def spanish_rasa(content_files: Files, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    """The real Rasa, really trained: on a few intents in three languages, so that it is quick."""
    catalogue = Catalogue(with_spanish(content_files))
    everything = catalogue.examples()
    few = {
        intent: {
            "de": everything[intent]["de"],
            "en": everything[intent]["en"],
            ES: [line for line in lines.splitlines() if line],
        }
        for intent, lines in EXAMPLES.items()
    }
    lessons = Lessons(few)
    server = OwnServer(Settings(data_dir=tmp_path_factory.mktemp("rasa")), lambda: lessons)
    train_model(server.folder, lessons)
    server.start()
    deadline = time.monotonic() + 60
    while server.state is not State.OK and time.monotonic() < deadline:
        time.sleep(0.1)
    assert server.state is State.OK
    yield server
    server.stop()


def test_there_is_nothing_to_mend_in_it(content_files: Files) -> None:
    assert set(check(with_spanish(content_files))) - set(check(content_files)) == set()


def test_what_is_missing_in_it_is_found(content_files: Files) -> None:
    files = with_spanish(content_files)
    for path in (f"{ES}/topics/find-doctor.md", f"{ES}/examples/do/book.txt", f"{ES}/phrases.ftl"):
        del files[path]
    found = {finding.path for finding in check(files)}
    assert {f"{ES}/topics/find-doctor.md", f"{ES}/examples/do/book.txt", f"{ES}/phrases.ftl"} <= found


def test_it_is_offered_and_spoken(runtime: Runtime, publish: Publish, content_files: Files) -> None:
    publish(with_spanish(content_files))
    person = Person(runtime, language=None)
    assert f"language:{ES}" in person.payloads()
    person.press(f"language:{ES}")
    assert MENU in person.text()
    assert {message.language for message in person.last} == {ES}
    person.press("topic:find-doctor")
    assert person.last[0].language == ES
    person.press("do:questionnaire")
    person.press("consent:yes")
    assert person.abouts()[-1].startswith("question/")
    person.press("do:book")
    assert person.last[-1].language == ES


def test_the_page_speaks_it(page: httpx.Client, publish: Publish, content_files: Files) -> None:
    publish(with_spanish(content_files))
    shown = page.get("/", headers={"accept-language": "es-ES,es;q=0.9"})
    assert shown.headers["content-language"] == ES
    assert TITLE in shown.text
    assert json.dumps(NAME) in shown.text
    assert page.get("/api/chat/words", params={"language": ES}).json()["words"]["title"] == TITLE
    opened = page.post("/api/chat/conversations", json={"language": ES, "place": "web"})
    assert opened.status_code == 201
    assert opened.json()["messages"][-1]["language"] == ES


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Busco un médico para mi hijo", "answer/find-doctor"),
        ("Quiero aprender alemán, ¿dónde hay un curso de alemán?", "answer/german-courses"),
        ("Necesito una cita", "consent"),
        ("¡Mi marido me pega!", "safety/violence"),
    ],
)
def test_free_text_is_understood_in_it(
    runtime: Runtime, publish: Publish, spanish_rasa: OwnServer, content_files: Files, said: str, about: str
) -> None:
    publish(with_spanish(content_files))
    person = Person(replace(runtime, nlu=spanish_rasa), language=ES)
    person.say(said)
    assert about in person.abouts(), person.text()


def test_who_writes_in_it_is_offered_it(
    runtime: Runtime, publish: Publish, spanish_rasa: OwnServer, content_files: Files
) -> None:
    publish(with_spanish(content_files))
    person = Person(replace(runtime, nlu=spanish_rasa), language="de")
    person.say("Quiero aprender alemán, ¿dónde hay un curso de alemán?")
    assert person.abouts() == ["language"]
    person.tap(f"language:{ES}")
    assert person.abouts() == ["answer/german-courses"]
    assert person.last[0].language == ES


@pytest.mark.parametrize("gone", ["switched off", "removed"])
def test_a_conversation_in_it_goes_on_in_another_language(
    runtime: Runtime, page: httpx.Client, publish: Publish, content_files: Files, gone: str
) -> None:
    publish(with_spanish(content_files))
    person = Person(runtime, language=ES)
    person.press("do:places-nearby")
    opened = page.post("/api/chat/conversations", json={"language": ES, "place": "web"}).json()
    publish(with_spanish(content_files, enabled=False) if gone == "switched off" else dict(content_files))

    person.say("Nordstadt")
    assert person.abouts() == ["language", "places/list"]
    assert {message.language for message in person.last} == {"en"}
    assert "English" in person.last[0].text
    assert f"language:{ES}" not in person.payloads()
    person.press("menu")
    assert person.abouts() == ["menu"]

    token = {"Authorization": f"Bearer {opened['token']}"}
    assert page.get("/api/chat/conversation", headers=token).json()["language"] == "en"
    assert page.get("/api/chat/words", params={"language": ES}).status_code == 422
    assert json.dumps(NAME) not in page.get("/", headers={"accept-language": ES}).text


def test_who_chooses_another_language_by_then_is_not_told_anything_else(
    runtime: Runtime, publish: Publish, content_files: Files
) -> None:
    publish(with_spanish(content_files))
    person = Person(runtime, language=ES)
    publish(without(with_spanish(content_files), ES))
    person.press("language:uk")
    assert person.abouts()[0] == "language"
    assert {message.language for message in person.last} == {"uk"}


def test_staff_are_heard_after_it_was_removed(
    runtime: Runtime, publish: Publish, content_files: Files
) -> None:
    publish(with_spanish(content_files))
    person = Person(runtime, language=ES)
    person.press("do:human")
    person.press("consent:yes")
    publish(dict(content_files))
    person.say("gracias")
    assert person.last == [] or person.abouts()[0].startswith("handover")
    person.press("assistant")
    assert person.last


@pytest.mark.parametrize("code", ["uk", "ar", "fr"])
def test_one_of_the_ten_is_switched_off_and_on_again_while_people_talk(
    runtime: Runtime, publish: Publish, content_files: Files, code: str
) -> None:
    on = switched(content_files, code, enabled=True)
    if Catalogue(on).missing_required_texts():
        pytest.skip(f"{code} is not written yet")
    publish(on)
    person = Person(runtime, language=code)
    assert {message.language for message in person.last} == {code}
    publish(switched(on, code, enabled=False))
    person.press("menu")
    assert person.abouts() == ["language", "menu"]
    assert f"language:{code}" not in person.payloads()
    person.press("do:change-language")
    assert f"language:{code}" not in person.payloads()
    publish(on)
    person.press("do:change-language")
    person.tap(f"language:{code}")
    assert {message.language for message in person.last} == {code}


def test_nothing_but_content_knows_which_languages_there_are() -> None:
    """No module names one of the languages people are spoken to in."""
    root = Path(__file__).parent.parent
    codes = "|".join(
        code for code in Catalogue(store.read_folder(root / "content")).languages if code not in ("de", "en")
    )
    named = []
    for folder in ("bot", "dialogues", "nlu"):
        for path in sorted((root / folder).rglob("*.py")):
            if ".venv" in path.parts:
                continue
            for number, line in enumerate(path.read_text().splitlines(), start=1):
                if re.search(rf"""["'](?:{codes})["']""", line):
                    named.append(f"{path.relative_to(root)}:{number}: {line.strip()}")
    assert named == []
