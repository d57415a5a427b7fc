"""What the checks of the source tree share: a report, a planted tree for self-checks, the command line."""

import pathlib
import re
import sys
import tempfile

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def headers(root):
    """Every header below include/tenon as (path below include/tenon, text)."""
    base = root / "include" / "tenon"
    return [(path.relative_to(base).as_posix(), path.read_text()) for path in sorted(base.rglob("*.hpp"))]


def includes(text):
    """The (bracket, file) pairs of the include lines of a text."""
    return INCLUDE.findall(text)


def write_tree(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def self_check(faults, good, planted):
    """`good` must be clean; each of `planted` ((files over good, text a fault must carry)) must not be."""
    cases = [({}, None)] + planted
    for files, expected in cases:
        with tempfile.TemporaryDirectory() as folder:
            write_tree(pathlib.Path(folder), {**good, **files})
            found = faults(pathlib.Path(folder))
        if expected is None and found:
            sys.exit(f"self-check: a clean tree is refused: {found}")
        if expected is not None and not any(expected in fault for fault in found):
            sys.exit(f"self-check: {files} must be refused with '{expected}', but got {found}")
    print(f"self-check: {len(planted)} planted faults found")


def main(faults, good, planted):
    if sys.argv[1:] == ["--self-check"]:
        self_check(faults, good, planted)
        return
    if len(sys.argv) != 2 or not (pathlib.Path(sys.argv[1]) / "include" / "tenon").is_dir():
        sys.exit(f"usage: {sys.argv[0]} SOURCE_FOLDER|--self-check")
    found = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(found) if found else "clean")
    sys.exit(1 if found else 0)
