"""Completion scripts for shells, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.arguments import COMMANDS, EVERYWHERE, GROUPS, VALUE_OPTIONS, Argument, Command

_FILES = frozenset(("PATH", "FILE"))


def script(shell: str) -> str:
    """The script of a shell: "bash", "zsh" or "fish"."""
    return _WRITERS[shell]()


def _options(command: Command) -> list[Argument]:
    return [a for a in (*command.arguments, *EVERYWHERE) if a.names[0].startswith("-")]


def _flags(command: Command) -> str:
    return " ".join(name for argument in _options(command) for name in argument.names)


def _choices() -> dict[str, str]:
    """What an option can be given, for those that list it; the same everywhere."""
    return {
        name: " ".join(argument.details["choices"])
        for command in COMMANDS.values()
        for argument in _options(command)
        for name in argument.names
        if argument.details.get("choices")
    }


def _takes_file() -> tuple[str, ...]:
    """Options that name a file or folder."""
    names = {
        name: None
        for command in COMMANDS.values()
        for argument in _options(command)
        for name in argument.names
        if argument.details.get("metavar") in _FILES
    }
    return tuple(names)


def _first_words() -> str:
    return " ".join(dict.fromkeys(words[0] for words in COMMANDS if words))


def _second_words(group: str) -> str:
    return " ".join(words[1] for words in COMMANDS if words[:1] == (group,) and words[1:])


def _bash() -> str:
    """Words before the one at the cursor decide; what is no option is a file."""
    files = "|".join(_takes_file())
    values = "|".join(sorted(name for name in VALUE_OPTIONS if name.startswith("-")))
    options, groups, commands = _bash_cases()
    return f"""# bash completion for checker: source it, or put it into bash-completion's folder
_checker() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
    local first= second= words= flags= each value=
    for each in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        if [ "$value" ]; then value=; continue; fi
        case $each in
            {values}) value=yes;;
            -*) ;;
            *) if [ ! "$first" ]; then first=$each; elif [ ! "$second" ]; then second=$each; fi;;
        esac
    done
    case $before in
{options}
        {files}) COMPREPLY=($(compgen -f -- "$word")); return;;
    esac
    case $first in
        '') words='{_first_words()}';;
{groups}
        completion) [ "$second" ] || words='{_shell_names()}';;
    esac
    case "$first${{second:+ $second}}" in
{commands}
        *) case $first in
{_indented(commands)}
        esac;;
    esac
    if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$word"))
    elif [ "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word"))
    else COMPREPLY=($(compgen -f -- "$word")); fi
}}
complete -o filenames -F _checker checker
"""


def _bash_cases() -> tuple[str, str, str]:
    """The branches for options with choices, for groups of commands, and for commands."""
    options = (
        f"        {name}) COMPREPLY=($(compgen -W '{choices}' -- \"$word\")); return;;"
        for name, choices in _choices().items()
    )
    groups = (
        f"        {group}) [ \"$second\" ] || words='{_second_words(group)}';;"
        for group in sorted(GROUPS)
    )
    commands = (
        f"        '{' '.join(words)}') flags='{_flags(command)}';;"
        for words, command in COMMANDS.items()
    )
    return "\n".join(options), "\n".join(groups), "\n".join(commands)


def _indented(lines: str) -> str:
    return "\n".join(f"    {line}" for line in lines.splitlines())


def _shell_names() -> str:
    return " ".join(COMMANDS[("completion",)].arguments[0].details["choices"])


def _zsh() -> str:
    """Zsh takes the script of bash."""
    return f"""#compdef checker
# zsh completion for checker: source it, or save it as _checker in a folder of $fpath
autoload -U +X bashcompinit && bashcompinit
{_bash()}"""


def _fish() -> str:
    return "# fish completion for checker\n" + "".join(f"{line}\n" for line in _fish_lines())


def _fish_lines() -> Iterator[str]:
    firsts = _first_words()
    unseen = f"not __fish_seen_subcommand_from {firsts}"
    for word in firsts.split():
        about = COMMANDS[(word,)].help if (word,) in COMMANDS else f"see checker {word} --help"
        yield f"complete -c checker -n '{unseen}' -a {word} -d {_quoted(about)}"
    for words, command in COMMANDS.items():
        seen = " ; and ".join(f"__fish_seen_subcommand_from {word}" for word in words)
        if len(words) == 2:
            siblings = f"not __fish_seen_subcommand_from {_second_words(words[0])}"
            first = f"__fish_seen_subcommand_from {words[0]}; and {siblings}"
            about = _quoted(command.help)
            yield f"complete -c checker -n '{first}' -f -a {words[1]} -d {about}"
        for argument in command.arguments:
            if not words:
                seen = unseen
            yield from _fish_option(argument, condition=f" -n '{seen}'")
    for argument in EVERYWHERE:
        yield from _fish_option(argument, condition="")


def _fish_option(argument: Argument, *, condition: str) -> Iterator[str]:
    names, details = argument
    choices = details.get("choices")
    if not names[0].startswith("-"):
        if choices:
            yield f"complete -c checker{condition} -f -a '{' '.join(choices)}'"
        return
    shown = "".join(f" -l {n[2:]}" if n.startswith("--") else f" -s {n[1:]}" for n in names)
    takes = "" if details.get("action") else " -r"
    among = f" -f -a '{' '.join(choices)}'" if choices else ""
    yield f"complete -c checker{condition}{shown}{takes}{among} -d {_quoted(details['help'])}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


_WRITERS: dict[str, Callable[[], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
