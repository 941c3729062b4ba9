"""Commands are loaded by name: a help text needs none of what makes documents."""

import subprocess
import sys
from importlib import import_module

import click
import pytest

from generator.cli.commands import COMMANDS, laporan

SLOW = ("jinja2", "reportlab", "docx", "lxml", "xlsxwriter", "multiprocessing", "pypdfium2", "PIL")
LOADED = f"""
import sys
from generator.cli.main import run
code = run(sys.argv[1:])
print(*(name for name in {SLOW} if name in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def test_a_list_of_the_commands_loads_none_of_them() -> None:
    command = [sys.executable, "-c", LOADED, "--help"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stderr.strip() == ""
    assert "build" in ended.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_found_under_its_own_name_with_the_help_of_the_list(name: str) -> None:
    command = laporan.commands[name]
    assert command.name == name
    assert command.help == str(COMMANDS[name][1])


def test_commands_of_a_group_are_loaded_with_it() -> None:
    register = laporan.commands["register"]
    assert isinstance(register, click.Group)
    assert import_module("generator.cli.register").register is register
    assert register.commands
