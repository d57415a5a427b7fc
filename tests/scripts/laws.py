"""The laws of passes are held over every network that a test writes down.

A source names its networks in a test case "laws..."; a header with networks is included by a test of the laws. Networks
that a test has for their faults are under no law, nor are those of tests/fail, which must not compile, of tests/graph,
whose operators compute nothing, and of tests/package, which is another project.
"""

import re

import rule

NETWORK = re.compile(r"struct (\w+) \{(?:(?!\bstruct\b)[^}])*?\bconsteval auto graph\(\)", re.DOTALL)
TEXTS = re.compile(r'R"(\w*)\(.*?\)\1"', re.DOTALL)
LAWS = re.compile(r'TEST_CASE_TEMPLATE\(\s*"laws[^"]*",\s*\w+,([^)]*)\)')
LAWLESS = ("fail/", "graph/", "package/")
HOLDERS = ("laws/", "examples/laws.cpp")


def is_refused(name, text):
    return re.search(rf"!well_formed<{name}>|fault_of<[^=;]*\b{name}\b", text)


def lawless(text):
    """Networks of a source that no law is held over."""
    held = " ".join(LAWS.findall(text))
    names = NETWORK.findall(TEXTS.sub("", text))
    return [name for name in names if not re.search(rf"\b{name}\b", held) and not is_refused(name, text)]


def faults(root):
    tests = root / "tests"
    paths = [path for path in sorted(tests.rglob("*.?pp"))
             if not path.relative_to(tests).as_posix().startswith(LAWLESS)]
    texts = {path.relative_to(tests).as_posix(): path.read_text() for path in paths}
    included = {file for name, text in texts.items() if name.startswith(HOLDERS) for _, file in rule.includes(text)}
    found = []
    for name, text in texts.items():
        if name.endswith(".hpp"):
            if NETWORK.search(text) and not any(name.endswith(file) for file in included):
                found.append(f"tests/{name} has a network, and no test of the laws includes it")
        else:
            found += [f'tests/{name}: no test case "laws..." names the network {network}' for network in lawless(text)]
    return found


A_NETWORK = "struct small {\n  static consteval auto graph() { return x; }\n};\n"
GOOD = {
    "include/tenon/tenon.hpp": "",
    "tests/a/held.cpp": A_NETWORK + 'TEST_CASE_TEMPLATE("laws", Topology, small, large<1>) {}\n',
    "tests/a/faulty.cpp": A_NETWORK + "static_assert(!well_formed<small>);\n",
    "tests/a/text.cpp": f'auto text = R"cpp({A_NETWORK})cpp";\n',
    "tests/a/shared.hpp": A_NETWORK,
    "tests/laws/shared.cpp": '#include "a/shared.hpp"\n',
    "tests/fail/refused.cpp": A_NETWORK,
}
PLANTED = [
    ({"tests/a/b.cpp": A_NETWORK}, "tests/a/b.cpp: no test case"),
    ({"tests/a/b.cpp": A_NETWORK + 'TEST_CASE_TEMPLATE("laws", T, smaller) {}\n'}, "names the network small"),
    ({"tests/a/b.cpp": A_NETWORK + 'TEST_CASE_TEMPLATE("runs", T, small) {}\n'}, "names the network small"),
    ({"tests/a/b.hpp": A_NETWORK}, "tests/a/b.hpp has a network"),
]

if __name__ == "__main__":
    rule.main(faults, GOOD, PLANTED)
