"""Usage, options and mistyped commands are told in the user's language, click's own words too."""

import re
from pathlib import Path

import click
from babel.messages.extract import extract_from_file

from evaluation.errors import ExitCode
from evaluation.messages import set_language
from generator.cli.click_words import sentences
from generator.cli.commands import laporan
from tests.generator.typing_in import typed, typed_in_turn

CLICK = Path(click.__file__).parent
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")
INDONESIAN = {"LC_ALL": "id_ID.UTF-8", "LANGUAGE": "id"}

NEVER = {
    # Nothing is asked back, deprecated, hidden or of these kinds, and no file is opened by click.
    "Aborted!",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Do you want to continue?",
    "Confirm the action without prompting.",
    "Show the version and exit.",
    "(dynamic)",
    "unknown error",
    "Could not open file {filename!r}: {message}",
    "{value!r} does not match the format {format}.",
    "{value!r} is not a valid UUID.",
    "{len_type} values are required, but {len_value} was given.",
    # Told to whoever defines a command wrongly.
    "Value must be an iterable.",
    "Name '{name}' defined twice",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument "
    "instead? Did you mean to pass '--{name}'?",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Invalid start character for option ({option})",
    "Choice({choices})",
}

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|args|error|try|for help|show this|and exit|text|integer|number|"
    r"range|file|directory|path|default|required|missing|argument|invalid|value|no such|did you|"
    r"mean|choose|from|unexpected|extra|got|requires?|workbook|region|pack)\b",
    re.IGNORECASE,
)


def messages_of_click() -> set[str]:
    found = set()
    for module in MODULES:
        for _line, message, _notes, _context in extract_from_file(
            "python", CLICK / f"{module}.py", keywords={"_": None, "ngettext": (1, 2)}
        ):
            found.add(message if isinstance(message, str) else message[0])
    return found


def test_every_message_of_click_is_in_our_catalogue_or_never_told() -> None:
    set_language("en")
    told = set(sentences())
    assert messages_of_click() - told - NEVER == set()


def test_every_message_of_click_has_an_indonesian_wording_with_its_placeholders() -> None:
    set_language("en")
    english = sentences()
    set_language("id")
    for ours, theirs in zip(sentences(), english, strict=True):
        assert ours != theirs
        fields = {field.partition("!")[0] for field in re.findall(r"{([^}]*)}", ours)}
        known = {field.partition("!")[0] for field in re.findall(r"{([^}]*)}", theirs)}
        assert fields <= known | {"possibilities", "nargs", "len", "choices"}


def words_of_click(said: str) -> list[str]:
    """Give click's English words in what was said, options and the program's commands left out."""
    text = re.sub(r"--?[a-z]+|'[^']*'|\[[a-z|]+\]|laporan [a-z]+", " ", said)
    text = re.sub(rf"^ +({'|'.join(laporan.commands)})\b", " ", text, flags=re.MULTILINE)
    return ENGLISH.findall(re.sub(r"(Surat|Nilai)!\w+|\.[a-z]+", " ", text))


def test_the_help_of_every_command_holds_no_english_word_of_click_s() -> None:
    lines = [["--help"], *([command, "--help"] for command in sorted(laporan.commands))]
    for ending in typed_in_turn(lines, INDONESIAN):
        assert ending.returncode == ExitCode.DONE, ending.args
        assert ending.stdout.startswith("Pemakaian: laporan"), ending.args
        assert words_of_click(ending.stdout) == [], ending.args


MISTYPED = [
    ((), "PERINTAH"),
    (("buidl",), "Mungkin maksud Anda: 'build'?"),
    (("check",), "Belum ada argumen 'BUKU_KERJA'."),
    (("check", "a", "b"), "Ada argumen yang berlebih (b)"),
    (("build", "a", "--formta", "pdf"), "Tidak ada opsi '--formta'. Mungkin maksud Anda:"),
    (("build", "a", "--format", "odt"), "'odt' bukan salah satu dari 'pdf', 'docx'."),
    (("build", "a", "--jobs", "x"), "'x' bukan bilangan yang benar."),
    (("build", "a", "--jobs", "0"), "0 berada di luar rentang 1<=x<=64."),
    (("build", "a", "--jobs"), "Opsi '--jobs' memerlukan isian"),
    (("build", "a", "--strict=1"), "Opsi '--strict' tidak menerima isian."),
    (("collect", "a"), "Belum ada opsi '-o' / '--output'."),
    (("collect", "-o", "a.xlsx"), "Belum ada argumen 'LOKASI...'."),
    (("new", "."), "Berkas '.' adalah folder."),
    (("--lang", "xx", "check"), "Isian untuk '--lang' tidak berlaku"),
]


def test_what_is_mistyped_is_told_in_indonesian() -> None:
    endings = typed_in_turn([arguments for arguments, _told in MISTYPED], INDONESIAN)
    for ending, (arguments, told) in zip(endings, MISTYPED, strict=True):
        assert ending.returncode == ExitCode.WRONG_USAGE, arguments
        said = re.sub(r"\s+", " ", ending.stderr)
        assert told.lower() in said.lower()
        assert words_of_click(ending.stderr) == []


def test_english_is_told_in_english() -> None:
    ending = typed("buidl")
    assert b"Usage: laporan [OPTIONS] COMMAND [ARGS]..." in ending.stderr
    assert b"Error: No such command 'buidl'. Did you mean 'build'?" in ending.stderr
