"""Compiles the C++ of pages: docs_compile.py PAGE... -- COMPILER [OPTION...]   or   docs_compile.py --self-check

Each block fenced as ```cpp is a program part: blocks of a page follow each other in one translation unit, unless a
block includes headers, which starts a new one. A block that is an expression (no final semicolon or brace) is given a
name. A block fenced as ```cpp excerpt is shown, not compiled. One fenced as ```cpp PATH quotes that file word for word,
and is compiled where the file is. What includes nothing itself is compiled together, a namespace each page.
"""
import contextlib
import io
import itertools
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


def false_quotation(text):
    """What stands for a file of the tree and is not in it, or None."""
    return next((f"{path} does not hold what the page quotes from it; quote it again\n{block}"
                 for path, block in quotations(text) if not is_quoted(path, block)), None)


def compiler_errors(unit, command):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "page.cpp"
        source.write_text(unit)
        done = subprocess.run([*command, "-fsyntax-only", str(source)], capture_output=True, text=True)
    return f"does not compile\n{unit}\n{done.stderr[:4000]}" if done.returncode else None


def joined(texts):
    """The units of all pages, those that begin with START as one."""
    found = [unit for text in texts for unit in units(text)]
    parts = [unit.removeprefix(START) for unit in found if unit.startswith(START)]
    together = START + "".join(f"namespace part_{number} {{\n{part}}}\n" for number, part in enumerate(parts))
    return ([together] if parts else []) + [unit for unit in found if not unit.startswith(START)]


def fault_of(texts, command):
    quoted = map(false_quotation, texts)
    compiled = (compiler_errors(unit, command) for unit in joined(texts))
    return next(filter(None, itertools.chain(quoted, compiled)), None)


def compile_pages(pages, command):
    texts = {page: pathlib.Path(page).read_text() for page in pages}
    fault = fault_of(texts.values(), command)
    if fault is None:
        print(f"{len(pages)} pages: {sum(len(units(text)) for text in texts.values())} translation units compile, "
              f"{sum(len(quotations(text)) for text in texts.values())} quotations hold")
        return 0
    alone = {page: fault_of([text], command) for page, text in texts.items()}
    named = [f"{page}: {found}" for page, found in alone.items() if found]
    print("\n".join(named) or f"no page alone, but all of them together: {fault}")
    return 1


def self_check():
    good = units("text\n```cpp\n#include <array>\nint x;\n```\nmore\n```cpp\nint y = x;\n```\n"
                 "```cpp excerpt\n???\n```\n")
    assert good == ["#include <array>\nint x;\nint y = x;\n"], good
    expression = "```cpp\nf<1> | g\n```\n"
    assert len(units(expression)) == 1
    assert len(joined([expression, expression, "```cpp\n#include <array>\n```\n"])) == 2
    assert result_of(["```cpp tests/main.cpp\n// SPDX-License-Identifier: Apache-2.0\n```\n"], ["false"])[0] == 0
    compiler = ["g++", "-std=c++20"]
    for wrong in ["```cpp\n#include <array>\nint x = y;\n```\n", "```cpp tests/main.cpp\nint x;\n```\n",
                  "```cpp tests/no_such_file.cpp\n```\n"]:
        status, said = result_of(["```cpp\n#include <array>\nint x;\n```\n", wrong], compiler)
        assert status == 1 and "page_1.md:" in said and "page_0.md:" not in said, (wrong, said)


def result_of(texts, command):
    """The status and the report of pages with these texts."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as report:
        pages = [pathlib.Path(folder) / f"page_{number}.md" for number in range(len(texts))]
        for page, text in zip(pages, texts):
            page.write_text(text)
        return compile_pages(pages, command), report.getvalue()


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-check"]:
        self_check()
    else:
        split = sys.argv.index("--")
        sys.exit(compile_pages(sys.argv[1:split], sys.argv[split + 1:]))
