"""Compiles the C++ of a page: docs_compile.py PAGE COMPILER [OPTION...]   or   docs_compile.py --self-check

Each block fenced as ```cpp is a program part: blocks of a page follow each other in one translation unit, unless a
block includes headers, which starts a new one. A block that is an expression (no final semicolon or brace) is given a
name. A block fenced as ```cpp excerpt is shown, not compiled. One fenced as ```cpp PATH quotes that file word for word,
and is compiled where the file is.
"""
import contextlib
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```cpp[ \t]*([\w./-]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
ROOT = pathlib.Path(__file__).resolve().parents[2]
START = "#include <tenon/tenon.hpp>\n#include <tenon/backend/kryo.hpp>\n"


def is_expression(block):
    lines = [line.split("//")[0].rstrip() for line in block.splitlines()]
    last = next((line for line in reversed(lines) if line), "")
    return not last.endswith((";", "}"))


def as_declaration(block, number):
    if not is_expression(block):
        return block
    return (f"inline consteval auto expression_{number}() {{\n  using namespace tenon;\n  using namespace tenon::op;\n"
            f"  return {block.strip()}\n;\n}}\n")


def units(text):
    """The translation units of a page."""
    found = []
    for number, (kind, block) in enumerate(BLOCK.findall(text)):
        if kind:
            continue
        if "#include" in block:
            found.append(block)
        elif not found or is_expression(block):
            found.append(START + as_declaration(block, number))
        else:
            found[-1] += as_declaration(block, number)
    return found


def quotations(text):
    """The quoted files of a page, each with what is said to be in it."""
    return [(kind, block) for kind, block in BLOCK.findall(text) if kind not in ("", "excerpt")]


def is_quoted(path, block):
    file = ROOT / path
    return file.is_file() and "\n" + block in "\n" + file.read_text()


def compile_page(page, command):
    text = pathlib.Path(page).read_text()
    for path, block in quotations(text):
        if not is_quoted(path, block):
            print(f"{page}: {path} does not hold what the page quotes from it; quote it again\n{block}")
            return 1
    for number, unit in enumerate(units(text)):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / f"block_{number}.cpp"
            source.write_text(unit)
            done = subprocess.run([*command, "-fsyntax-only", str(source)], capture_output=True, text=True)
        if done.returncode != 0:
            print(f"{page}: block {number} does not compile\n{unit}\n{done.stderr[:4000]}")
            return 1
    print(f"{page}: {len(units(text))} translation units compile, {len(quotations(text))} quotations hold")
    return 0


def self_check():
    good = units("text\n```cpp\n#include <array>\nint x;\n```\nmore\n```cpp\nint y = x;\n```\n"
                 "```cpp excerpt\n???\n```\n")
    assert good == ["#include <array>\nint x;\nint y = x;\n"], good
    assert len(units("```cpp\nf<1> | g\n```\n")) == 1
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.md"
        wrong = ["```cpp\n#include <array>\nint x = y;\n```\n", "```cpp tests/main.cpp\nint x;\n```\n",
                 "```cpp tests/no_such_file.cpp\n```\n"]
        for text in wrong:
            page.write_text(text)
            with contextlib.redirect_stdout(None):
                assert compile_page(page, ["g++", "-std=c++20"]) == 1, text
        page.write_text("```cpp tests/main.cpp\n// SPDX-License-Identifier: Apache-2.0\n```\n")
        with contextlib.redirect_stdout(None):
            assert compile_page(page, ["false"]) == 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-check"]:
        self_check()
    else:
        sys.exit(compile_page(sys.argv[1], sys.argv[2:]))
