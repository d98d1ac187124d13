"""The chat page, and the small pages that say what a problem of the API means."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.channels.web.problems import PROBLEMS, Problem
from bot.channels.web.static_files import FOLDER, VERSION
from bot.channels.web.words import Words

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
MODULES = tuple(sorted(path.name for path in FOLDER.glob("*.js")))
PAGE_HEADERS = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}


class Pages:
    """Pages for people."""

    def __init__(self, words: Words) -> None:
        self._words = words

    async def chat(self, request: Request) -> Response:
        """The chat page, in the language of the browser until the person chooses one."""
        language = self._words.wished(request.headers.get("accept-language", ""))
        place = "kiosk" if request.query_params.get("place") == "kiosk" else "web"
        languages = [
            {"code": code, "name": self._words.own_name(code), "direction": self._words.direction(code)}
            for code in self._words.enabled
        ]
        start = {
            "place": place,
            "language": language,
            "direction": self._words.direction(language),
            "languages": languages,
            "words": self._words.page(language),
        }
        return self._show(
            "chat.html", language, start=start, place=place, words=start["words"], modules=MODULES
        )

    async def problem(self, request: Request) -> Response:
        """What the problem of that address means."""
        slug = request.path_params["slug"]
        if slug not in PROBLEMS:
            raise Problem("not-found")
        language = self._words.wished(request.headers.get("accept-language", ""))
        title, hint = self._words.problem(slug, language)
        return self._show(
            "problem.html", language, slug=slug, status=int(PROBLEMS[slug]), problem_title=title, hint=hint
        )

    def _show(self, template: str, language: str, **values: object) -> Response:
        direction = self._words.direction(language)
        html = TEMPLATES.get_template(template).render(
            language=language, direction=direction, version=VERSION, **values
        )
        return HTMLResponse(html, headers={**PAGE_HEADERS, "Content-Language": language})
