"""Usage: coverage.py BUILD_FOLDER INCLUDE_FOLDER [PERCENT]

Prints the share of lines of each header that the tests ran, from what gcov says of every object of the build.
With PERCENT, fails if the share of all lines together is below it.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile


def gcov_reports(build):
    """One report of gcov for each object that was run."""
    for data in sorted(pathlib.Path(build).rglob("*.gcda")):
        command = ["gcov", "--json-format", "--stdout", str(data)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=build)
        for line in done.stdout.splitlines():
            yield json.loads(line)


def merged_counts(reports, include):
    """{header: {line: how often it was run}}: a line is run if any program, in any instantiation, runs it."""
    counts = collections.defaultdict(collections.Counter)
    for report in reports:
        for file in report["files"]:
            path = (pathlib.Path(report["current_working_directory"]) / file["file"]).resolve()
            if not path.is_relative_to(include):
                continue
            for line in file["lines"]:
                counts[path.relative_to(include).as_posix()][line["line_number"]] += line["count"]
    return counts


def ranges(numbers):
    """[1, 2, 3, 7] -> '1-3 7'"""
    groups = []
    for number in numbers:
        if groups and number == groups[-1][1] + 1:
            groups[-1][1] = number
        else:
            groups.append([number, number])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in groups)


def main(build, include, percent=0):
    counts = merged_counts(gcov_reports(build), pathlib.Path(include).resolve())
    if not counts:
        sys.exit(f"coverage: no header of {include} was run; build with --coverage and run the tests first")
    total = run = 0
    for header, lines in sorted(counts.items()):
        missed = sorted(number for number, count in lines.items() if count == 0)
        total += len(lines)
        run += len(lines) - len(missed)
        remark = f"  not run: {ranges(missed)}" if missed else ""
        print(f"{100 * (len(lines) - len(missed)) / len(lines):6.1f}%  {header}{remark}")
    share = 100 * run / total
    print(f"{share:6.1f}%  of {total} lines in {len(counts)} headers")
    if share < float(percent):
        sys.exit(f"coverage: {share:.1f}% is below {percent}%")


def self_check():
    """Of the lines of a header that two programs run, the one that neither runs must be named."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        (folder / "include").mkdir()
        body = ["inline int f(int x) {", "  if (x > 9)", "    return 1;", "  if (x > 5)", "    return 7;", "  return x;", "}"]
        (folder / "include" / "a.hpp").write_text("\n".join(body) + "\n")
        for argument in (1, 6):
            program = f"program{argument}"
            main_text = f'#include "include/a.hpp"\nint main() {{ return f({argument}) == 0; }}\n'
            (folder / f"{program}.cpp").write_text(main_text)
            subprocess.run(["g++", "-O0", "--coverage", f"{program}.cpp", "-o", program], check=True, cwd=folder)
            subprocess.run([f"./{program}"], check=True, cwd=folder)
        counts = merged_counts(gcov_reports(folder), folder / "include")
    missed = [number for number, count in sorted(counts["a.hpp"].items()) if count == 0]
    if list(counts) != ["a.hpp"] or missed != [3] or len(counts["a.hpp"]) < 5:
        sys.exit(f"self-check: line 3 of a.hpp alone must count as not run, but got {dict(counts)}")
    print("self-check: the line that was not run is found")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-check"]:
        sys.exit(self_check())
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
