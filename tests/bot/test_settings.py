"""Settings are checked once at start, and say in one line what is wrong."""

from pathlib import Path

import pytest

from bot.errors import SettingsProblem
from bot.settings import Settings, load_settings


def test_without_variables_everything_has_a_default() -> None:
    settings = load_settings({})
    assert (settings.host, settings.port, settings.timezone) == ("127.0.0.1", 8000, "Europe/Berlin")
    assert settings.telegram_token is None


def test_an_unknown_variable_is_refused_with_the_nearest_known_one() -> None:
    with pytest.raises(SettingsProblem, match="LOTSE_TELEGRAM_TOKN; did you mean LOTSE_TELEGRAM_TOKEN"):
        load_settings({"LOTSE_TELEGRAM_TOKN": "1:a"})


def test_other_programs_variables_are_left_alone() -> None:
    load_settings({"PATH": "/bin", "LOT": "x"})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LOTSE_PORT", "http"),
        ("LOTSE_PORT", "70000"),
        ("LOTSE_TIMEZONE", "Europe/Dortmund"),
        ("LOTSE_TIMEZONE", "../../etc/passwd"),
        ("LOTSE_PUBLIC_URL", "lotse.example"),
        ("LOTSE_DATABASE_URL", "mysql://x"),
        ("LOTSE_LOG_LEVEL", "loud"),
        ("LOTSE_METRICS_NETWORKS", "everywhere"),
    ],
)
def test_a_bad_value_is_refused_in_one_line_that_names_the_variable(variable: str, value: str) -> None:
    with pytest.raises(SettingsProblem) as problem:
        load_settings({variable: value})
    assert str(problem.value).startswith(f"{variable}: ")
    assert "\n" not in str(problem.value)


def test_an_empty_variable_counts_as_not_set() -> None:
    assert load_settings({"LOTSE_PORT": "", "LOTSE_TELEGRAM_TOKEN": ""}) == load_settings({})


def test_the_key_file_is_in_the_data_folder_unless_set(folder: Path) -> None:
    assert load_settings({"LOTSE_DATA_DIR": str(folder)}).key_file == folder / "keys"
    assert load_settings({"LOTSE_KEY_FILE": str(folder / "k")}).key_file == folder / "k"


def test_secrets_are_never_shown() -> None:
    settings = Settings(
        telegram_token="123:secret", nlu_token="secret", database_url="postgresql://lotse:secret@db/lotse"
    )
    assert "secret" not in repr(settings) + str(settings)


def test_a_bad_secret_is_not_repeated_in_the_problem() -> None:
    with pytest.raises(SettingsProblem) as problem:
        load_settings({"LOTSE_DATABASE_URL": "mysql://lotse:secret@db/lotse"})
    assert "secret" not in str(problem.value)


def test_several_rasa_servers_are_separated_by_commas() -> None:
    settings = load_settings({"LOTSE_NLU_URL": "http://a:5005/, http://b:5005,http://a:5005"})
    assert settings.nlu_urls == ("http://a:5005", "http://b:5005")
    assert load_settings({}).nlu_urls == ()
    with pytest.raises(SettingsProblem, match="LOTSE_NLU_URL"):
        load_settings({"LOTSE_NLU_URL": "http://a:5005,b"})


def test_test_sentences_are_those_of_the_application_unless_another_folder_is_named(tmp_path: Path) -> None:
    assert (load_settings({}).test_sentences / "de.jsonl").is_file()
    assert load_settings({"LOTSE_TEST_SENTENCES": str(tmp_path)}).test_sentences == tmp_path
