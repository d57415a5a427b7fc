"""Every header of a folder must be reached from the umbrella of that folder, or a user never sees it."""

import rule

# Umbrella, the folders it must reach whole, the folders it must not reach.
UMBRELLAS = {
    "op/operators.hpp": (["op"], ["host", "backend"]),
    "pass/passes.hpp": (["pass"], ["host", "backend"]),
    "backend/reference.hpp": (["backend/reference"], ["host", "backend/kryo"]),
    "backend/kryo.hpp": (["backend/kryo"], ["host", "backend/reference"]),
    "backend/hexagon.hpp": (["backend/hexagon"], ["host", "backend/reference", "backend/kryo"]),
    "backend/adreno.hpp": (["backend/adreno"], ["host", "backend/kryo", "backend/reference"]),
    "tenon.hpp": (
        ["core", "graph", "op", "model", "pass", "kernel", "plan", "engine", "backend/reference"],
        ["host", "backend/kryo", "backend/hexagon", "backend/adreno"],
    ),
}

# Definitions that one source of a program has for all others, which must not see them: included by name there.
ONE_SOURCE = ["engine/kernel_unit.hpp"]


def reached_from(start, texts):
    reached, waiting = set(), [start]
    while waiting:
        header = waiting.pop()
        if header in reached or header not in texts:
            continue
        reached.add(header)
        for _, target in rule.includes(texts[header]):
            waiting.append(target.removeprefix("tenon/"))
    return reached


# Headers of op that the frame itself includes are its parts, not operators (the arrows keep operators out of it).
FRAME = ["graph", "model", "pass", "kernel", "plan", "engine"]


def lies_in(header, folders):
    return any(header.startswith(folder + "/") for folder in folders)


def umbrella_faults(umbrella, whole, never, texts):
    if umbrella not in texts:
        return [f"include/tenon/{umbrella} is missing"]
    reached = reached_from(umbrella, texts)
    frame = set().union(*(reached_from(h, texts) for h in texts if whole == ["op"] and lies_in(h, FRAME)))
    lost = [h for h in texts if lies_in(h, whole) and h not in reached | frame and h not in ONE_SOURCE]
    stray = [h for h in reached if lies_in(h, never) or h in ONE_SOURCE]
    return [f"include/tenon/{umbrella} does not reach <tenon/{header}>; include it there" for header in lost] + [
        f"include/tenon/{umbrella} reaches <tenon/{header}>, which it must not" for header in stray
    ]


def faults(root):
    texts = dict(rule.headers(root))
    found = []
    for umbrella, (whole, never) in UMBRELLAS.items():
        found += umbrella_faults(umbrella, whole, never, texts)
    return found


GOOD = {
    "include/tenon/core/a.hpp": "",
    "include/tenon/op/a.hpp": "#include <tenon/core/a.hpp>\n",
    "include/tenon/op/b.hpp": "#include <tenon/op/a.hpp>\n",
    "include/tenon/op/operators.hpp": "#include <tenon/op/b.hpp>\n",
    "include/tenon/pass/passes.hpp": "",
    "include/tenon/backend/reference/a.hpp": "",
    "include/tenon/backend/reference.hpp": "#include <tenon/backend/reference/a.hpp>\n",
    "include/tenon/backend/kryo/a.hpp": "",
    "include/tenon/backend/kryo.hpp": "#include <tenon/backend/kryo/a.hpp>\n",
    "include/tenon/backend/hexagon/a.hpp": "",
    "include/tenon/backend/hexagon.hpp": "#include <tenon/backend/hexagon/a.hpp>\n",
    "include/tenon/backend/adreno/a.hpp": "",
    "include/tenon/backend/adreno.hpp": "#include <tenon/backend/adreno/a.hpp>\n",
    "include/tenon/tenon.hpp": "#include <tenon/op/operators.hpp>\n#include <tenon/pass/passes.hpp>\n"
    "#include <tenon/backend/reference.hpp>\n",
}
PLANTED = [
    ({"include/tenon/op/c.hpp": "#include <tenon/op/a.hpp>\n"}, "op/operators.hpp does not reach <tenon/op/c.hpp>"),
    ({"include/tenon/pass/c.hpp": ""}, "pass/passes.hpp does not reach"),
    ({"include/tenon/backend/reference/c.hpp": ""}, "backend/reference.hpp does not reach"),
    ({"include/tenon/backend/kryo/c.hpp": ""}, "backend/kryo.hpp does not reach"),
    ({"include/tenon/backend/hexagon/c.hpp": ""}, "backend/hexagon.hpp does not reach"),
    ({"include/tenon/backend/adreno/c.hpp": ""}, "backend/adreno.hpp does not reach"),
    ({"include/tenon/engine/c.hpp": ""}, "tenon.hpp does not reach"),
    (
        {"include/tenon/core/a.hpp": "#include <tenon/backend/kryo/a.hpp>\n"},
        "tenon.hpp reaches <tenon/backend/kryo/a.hpp>",
    ),
    (
        {
            "include/tenon/pass/passes.hpp": "#include <tenon/engine/kernel_unit.hpp>\n",
            "include/tenon/engine/kernel_unit.hpp": "",
        },
        "tenon.hpp reaches <tenon/engine/kernel_unit.hpp>, which it must not",
    ),
]

if __name__ == "__main__":
    rule.main(faults, GOOD, PLANTED)
