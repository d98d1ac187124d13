"""Texts that time has overtaken, and each text to read."""

from starlette.responses import Response

from bot import markup
from bot.console.rendering import render
from bot.console.visit import Visit
from bot.content.validity import WHATS, stale
from bot.errors import NotFound
from bot.local_time import local_day

PAGE = "/staff/validity"


def show(visit: Visit) -> Response:
    """Expired and soon expiring answers, and outdated translations; filtered by what and by language."""
    catalogue = visit.runtime.content.current
    found = stale(catalogue, local_day(visit.now, visit.runtime.settings.zone))
    what, language = visit.query.get("what"), visit.query.get("language") or None
    what = what if what in WHATS else None
    return render(
        visit,
        "validity/list.html",
        place=PAGE,
        texts=[one for one in found if what in (None, one.what) and language in (None, one.language)],
        total=len(found),
        whats=WHATS,
        what=what,
        languages=sorted({one.language for one in found}),
        language=language,
    )


def show_text(visit: Visit) -> Response:
    """One text as people read it, beside the one it was translated from."""
    catalogue = visit.runtime.content.current
    language, name = visit.request.path_params["language"], visit.request.path_params["name"]
    document = catalogue.own_document(name, language)
    if document is None or language not in catalogue.languages:
        raise NotFound("no such text")
    master = catalogue.own_document(name, catalogue.master_language)
    topic = catalogue.topics.get(name.removeprefix("topics/")) if name.startswith("topics/") else None
    shown = [(language, document)]
    if master is not None and language != catalogue.master_language:
        shown.append((catalogue.master_language, master))
    return render(
        visit,
        "validity/text.html",
        place=PAGE,
        name=name,
        title=document.title,
        language=language,
        outdated=master is not None and len(shown) > 1 and document.master != master.version,
        topic=topic,
        expired=bool(
            topic
            and topic.valid_until
            and local_day(visit.now, visit.runtime.settings.zone) > topic.valid_until
        ),
        columns=[
            {
                "language": code,
                "direction": catalogue.language(code).direction,
                "title": one.title,
                "html": markup.html(one.body, rtl=catalogue.language(code).direction == "rtl"),
            }
            for code, one in shown
        ],
    )
