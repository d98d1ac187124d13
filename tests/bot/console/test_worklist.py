"""The worklist page: editors make examples, analysts look."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.models import ContentFileRow, WorklistRow
from bot.runtime import Runtime
from bot.services import worklist
from tests.bot.console.conftest import Cast

SENTENCE = "mein name ist Amina wo meld ich mich in do an"


def put(
    runtime: Runtime,
    sentence: str = SENTENCE,
    *,
    language: str = "de",
    kind: str = "not-understood",
    days: int = 0,
) -> str:
    """A sentence on the list; its address."""
    with runtime.database.session() as session:
        worklist.record(
            session,
            runtime.content.current,
            sentence,
            language=language,
            kind=kind,
            intents=["faq/register-address", "do/book"],
            today=datetime.now(UTC).date() - timedelta(days=days),
        )
        newest = [
            row.id
            for row in session.scalars(select(WorklistRow))
            if row.language == language and row.kind == kind
        ]
        return f"/staff/worklist/{newest[-1]}"


def examples(runtime: Runtime, intent: str = "faq/register-address") -> str:
    with runtime.database.session() as session:
        path = f"de/examples/{intent}.txt"
        return session.scalar(select(ContentFileRow.body).where(ContentFileRow.path == path)) or ""


def title(runtime: Runtime) -> str:
    """What editors call the intent."""
    found = runtime.content.current.document("topics/register-address", "de")
    assert found is not None
    return found[0].title


def test_an_editor_sees_the_sentence_its_guesses_and_no_name(cast: Cast, console_runtime: Runtime) -> None:
    put(console_runtime)
    page = cast["editor"].get("/staff/worklist").text

    assert "wo meld ich mich in do an" in page
    assert "Amina" not in page
    assert '<span class="masked" lang="de">Name</span>' in page
    assert f'value="faq/register-address">{title(console_runtime)}</button>' in page
    assert "nicht verstanden" in page


def test_one_click_and_undo(cast: Cast, console_runtime: Runtime) -> None:
    entry = put(console_runtime)
    done = cast["editor"].post(f"{entry}/example", {"intent": "faq/register-address", "language": "de"})
    assert done.status_code == 303
    assert "language=de" in done.headers["location"]
    assert "mein name ist wo meld ich mich in do an" in examples(console_runtime).splitlines()

    page = cast["editor"].get(done.headers["location"]).text
    assert f'action="{entry}/undo"' in page
    assert "Die Beispiele sind neuer als das Modell" not in page  # there is no model yet

    cast["editor"].post(f"{entry}/undo")
    assert "meld ich mich in do" not in examples(console_runtime)
    assert "wo meld ich mich in do an" in cast["editor"].get("/staff/worklist").text


def test_the_editor_may_change_the_sentence_and_choose_another_intent(
    cast: Cast, console_runtime: Runtime
) -> None:
    entry = put(console_runtime)
    cast["editor"].post(
        f"{entry}/example", {"intent": "do/human", "sentence": "kann mir jemand persönlich beistehen"}
    )

    assert "kann mir jemand persönlich beistehen" in examples(console_runtime, "do/human").splitlines()


def test_a_duplicate_is_refused_in_clear_words_and_what_was_typed_stays(
    cast: Cast, console_runtime: Runtime
) -> None:
    known = next(line for line in examples(console_runtime).splitlines() if line and not line.startswith("#"))
    entry = put(console_runtime)
    answer = cast["editor"].post(f"{entry}/example", {"intent": "do/human", "sentence": known.upper()})

    assert answer.status_code == 422
    assert f"gibt es in dieser Sprache schon, bei: {title(console_runtime)}." in answer.text
    assert known.upper() in answer.text.replace("&#39;", "'")


def test_a_dismissed_sentence_can_be_brought_back(cast: Cast, console_runtime: Runtime) -> None:
    entry = put(console_runtime)
    cast["editor"].post(f"{entry}/dismiss")
    assert "wo meld ich" not in cast["editor"].get("/staff/worklist").text
    assert "wo meld ich" in cast["editor"].get("/staff/worklist?state=dismissed").text
    assert cast["editor"].post(f"{entry}/dismiss").status_code == 409

    cast["editor"].post(f"{entry}/undo")
    assert "wo meld ich" in cast["editor"].get("/staff/worklist").text


def test_filters_keep_in_the_address_and_count_by_language(cast: Cast, console_runtime: Runtime) -> None:
    put(console_runtime)
    put(console_runtime, "щось сказано тут", language="uk", kind="rejected", days=20)
    editor = cast["editor"]

    assert "щось" in editor.get("/staff/worklist").text
    assert "щось" not in editor.get("/staff/worklist?language=de").text
    assert "щось" not in editor.get("/staff/worklist?kind=not-understood").text
    assert "щось" not in editor.get("/staff/worklist?days=7").text
    assert "щось" in editor.get("/staff/worklist?days=30&kind=rejected&language=uk").text
    assert "Ukrainisch (1)" in editor.get("/staff/worklist").text
    assert editor.get("/staff/worklist?days=x&state=y&kind=z&page=-1&language=<b>").status_code == 200


def test_an_analyst_reads_and_has_nothing_to_press(cast: Cast, console_runtime: Runtime) -> None:
    entry = put(console_runtime)
    page = cast["analyst"].get("/staff/worklist").text

    assert "wo meld ich mich in do an" in page
    assert "/example" not in page
    assert cast["analyst"].post(f"{entry}/dismiss").status_code == 404
    assert cast["counsellor"].get("/staff/worklist").status_code == 404


def test_an_empty_list_says_what_would_be_here(cast: Cast) -> None:
    assert "Hier ist nichts zu tun." in cast["editor"].get("/staff/worklist").text


def test_editors_start_at_their_list(cast: Cast) -> None:
    assert cast["editor"].get("/staff").headers["location"] == "/staff/worklist"
