"""What a call runs with: flags over environment over settings file over defaults.

A settings file is TOML: `store`, `people`, `no_color` and `history` at the top, and any field of
`Settings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import places
from checker.settings import Settings
from claims.errors import SettingsError

if TYPE_CHECKING:
    from argparse import Namespace

    from pydantic import ValidationError


class Configuration(NamedTuple):
    """What a call runs with.

    Shape: `people` is the user's list of people, which need not exist, and is `None` only
           where the system names no home folder; `file` is the settings
           file that was read, if any; `history`: typed lines are kept.
           `origins` says for each name where its value comes from, unless that is a default.
    """

    store: Path
    people: Path | None
    settings: Settings
    colour: bool
    file: Path | None
    history: bool = False
    origins: Mapping[str, str] = {}


def configure(arguments: Namespace, *, environment: Mapping[str, str]) -> Configuration:
    """Resolve every option.

    Raises: `SettingsError` where a named settings file is missing, or one is wrong.
    """
    file = _settings_file(arguments.config, environment=environment)
    values = _read(file) if file else {}
    origins = dict.fromkeys(values, str(file))
    people = _path(values.pop("people", None), name="list of people")
    in_file, no_color = values.pop("store", None), bool(values.pop("no_color", False))
    history = bool(values.pop("history", False)) or getattr(arguments, "history", False)
    elsewhere = environment.get("CHECKER_STORE") or in_file
    if arguments.profile:
        values["profile"] = arguments.profile
    plain_terminal = environment.get("TERM") == "dumb" or environment.get("NO_COLOR")
    origins |= _over_the_file(arguments, environment=environment)
    return Configuration(
        people=people or _own_people(environment=environment),
        store=_store(
            elsewhere if arguments.store is None else arguments.store, environment=environment
        ),
        settings=_settings(values, file=file),
        colour=not (arguments.no_color or plain_terminal or no_color),
        file=file,
        history=history and not getattr(arguments, "no_history", False),
        origins=origins,
    )


def usual_file(*, environment: Mapping[str, str]) -> Path:
    """Where the settings file is looked for when none is named.

    Raises: `SettingsError` where the system names no home folder.
    """
    return places.folder("config", environment=environment) / "config.toml"


def _over_the_file(arguments: Namespace, *, environment: Mapping[str, str]) -> dict[str, str]:
    """What flags and the environment decide, by name."""
    asked = {
        "store": (arguments.store is not None, "--store", "CHECKER_STORE"),
        "profile": (bool(arguments.profile), "--profile", ""),
        "no_color": (arguments.no_color, "--no-color", "NO_COLOR"),
    }
    found = {name: f"${v}" for name, (_, _, v) in asked.items() if environment.get(v)}
    if environment.get("TERM") == "dumb":
        found.setdefault("no_color", "$TERM")
    return found | {name: flag for name, (given, flag, _) in asked.items() if given}


def _settings_file(named: str | None, *, environment: Mapping[str, str]) -> Path | None:
    chosen = named or environment.get("CHECKER_CONFIG")
    if chosen:
        return Path(chosen).expanduser()
    try:
        usual = usual_file(environment=environment)
    except SettingsError:
        return None
    return usual if usual.is_file() else None


def _read(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        text = file.read_text("utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SettingsError(
            f"cannot read the settings: {reason}",
            where=str(file),
            next_step="check --config or CHECKER_CONFIG",
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            "the settings are not UTF-8 text", where=str(file), next_step="save them as UTF-8"
        ) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"not valid TOML: {error}", where=str(file), next_step="correct that line"
        ) from error


def _store(named: object, *, environment: Mapping[str, str]) -> Path:
    return _path(named, name="store") or places.default_store(environment=environment)


def _own_people(*, environment: Mapping[str, str]) -> Path | None:
    try:
        return places.own_people(environment=environment)
    except SettingsError:
        return None


def _path(named: object, *, name: str) -> Path | None:
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise SettingsError(
            f"the {name} is given as {named!r}, which is no path", next_step="give its path"
        )
    return Path(named).expanduser()


def _settings(values: dict[str, Any], *, file: Path | None) -> Settings:
    if file is None:  # at most a profile that parsing has checked: nothing to build a schema for
        return Settings.model_construct(**values)
    from pydantic import ValidationError

    try:
        return Settings(**values)
    except ValidationError as error:
        raise _wrong(error, file=file) from error


def _wrong(error: ValidationError, *, file: Path | None) -> SettingsError:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    known = ", ".join(["store", "people", "no_color", "history", *Settings.model_fields])
    unknown = first["type"] == "extra_forbidden"
    return SettingsError(
        f"no setting is called {name!r}" if unknown else f"{name}: {first['msg']}",
        where=str(file) if file else None,
        next_step=f"known settings: {known}" if unknown else f"now {first['input']!r}; correct it",
    )
