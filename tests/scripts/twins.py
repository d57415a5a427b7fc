"""Every header include/tenon/x/y.hpp has its twin tests/x/y.cpp, which checks something.

A twin includes its header before anything else, so that building the tests compiles every header alone. Umbrellas have
no twin: they hold nothing but includes of such headers.
"""

import re

import rule

UMBRELLA = re.compile(r"(tenon|op/operators|pass/passes|backend/[^/]+)\.hpp")
CHECK = re.compile(r"\b(TEST_CASE\w*|static_assert)\s*\(")


def twin_fault(root, header):
    twin = root / "tests" / (header.removesuffix(".hpp") + ".cpp")
    name = twin.relative_to(root).as_posix()
    if not twin.is_file():
        return f"include/tenon/{header} has no twin {name}"
    text = twin.read_text()
    if rule.includes(text)[:1] != [("<", f"tenon/{header}")]:
        return f"{name} does not include <tenon/{header}> before all else"
    return None if CHECK.search(text) else f"{name} checks nothing"


def faults(root):
    tested = [header for header, _ in rule.headers(root) if not UMBRELLA.fullmatch(header)]
    return [fault for fault in (twin_fault(root, header) for header in tested) if fault]


GOOD = {
    "include/tenon/tenon.hpp": "",
    "include/tenon/backend/kryo.hpp": "",
    "include/tenon/core/a.hpp": "",
    "tests/core/a.cpp": '#include <tenon/core/a.hpp>\nTEST_CASE("a") {}\n',
}
PLANTED = [
    ({"include/tenon/core/b.hpp": ""}, "core/b.hpp has no twin"),
    ({"include/tenon/backend/kryo/b.hpp": ""}, "backend/kryo/b.hpp has no twin"),
    ({"tests/core/a.cpp": 'TEST_CASE("a") {}\n'}, "does not include <tenon/core/a.hpp>"),
    ({"tests/core/a.cpp": '#include <array>\n#include <tenon/core/a.hpp>\nTEST_CASE("a") {}\n'}, "before all else"),
    ({"tests/core/a.cpp": "#include <tenon/core/a.hpp>\n"}, "checks nothing"),
]

if __name__ == "__main__":
    rule.main(faults, GOOD, PLANTED)
