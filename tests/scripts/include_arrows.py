"""Who may include whom: the folders of the library, third-party libraries and standard headers, each in its place."""

import rule

# What operators have in common: how they are asked, never which they are.
OPERATORS_IN_GENERAL = [f"op/{word}.hpp" for word in ("attribute", "computed", "concept", "conversion", "edges", "live", "origin", "residual", "states", "verify", "weight_scheme")]

# What the headers of a folder may include besides their own folder: folders or single files.
ARROWS = {
    "core": [],
    "graph": ["core"],
    "op": ["core", "graph"],
    "model": ["core", "graph", "kernel", *OPERATORS_IN_GENERAL],
    "pass": ["core", "graph", "model", *OPERATORS_IN_GENERAL],
    "kernel": ["core", "op/concept.hpp", "op/residual.hpp"],
    "backend": ["core", "op", "kernel"],
    "plan": ["core", "graph", "kernel", *OPERATORS_IN_GENERAL],
    "engine": ["core", "graph", "model", "pass", "kernel", "plan", *OPERATORS_IN_GENERAL],
    "host": ["core", "graph", "op", "model", "pass", "kernel", "backend", "plan", "engine", "tenon.hpp"],
}
FRONT_DOOR = ["core", "graph", "op", "model", "pass", "kernel", "plan", "engine", "backend/reference"]

# Where a third-party library may be named. The whole of Hana costs too much: only its narrow headers are used.
FENCES = {
    "boost/hana/": ["core", "graph", "model"],
    "xsimd/": ["backend/kryo"],
    "fmt/": ["host"],
    "flatbuffers/": ["host/import"],
    "google/protobuf/": ["host/import"],
    "nlohmann/": ["host"],
    "CL/": ["backend/adreno", "host"],
    "hexagon_types.h": ["backend/hexagon/hvx"],
    "hvx_hexagon_protos.h": ["backend/hexagon/hvx"],
}
# Firmware compilers have these; other standard headers, and those of instruction sets, are for hosts and kryo.
FREESTANDING = {
    "array", "bit", "compare", "concepts", "cstddef", "cstdint", "initializer_list", "limits", "numbers", "span",
    "string_view", "tuple", "type_traits", "utility", "version",
}
HOSTED = ["host", "backend/kryo"]


def within(path, places):
    """Whether a path lies in one of the folders, is that folder's umbrella, or is one of the files."""
    return any(path == place or path == place + ".hpp" or path.startswith(place + "/") for place in places)


def own_place(header):
    """The folder of a header: of backends, each is a house of its own."""
    parts = header.split("/")
    if parts[0] == "backend":
        return "backend/" + parts[1].removesuffix(".hpp")
    return parts[0]


def arrow_allowed(header, target):
    if header == "tenon.hpp":
        return within(target, FRONT_DOOR)
    place = own_place(header)
    return within(target, [place]) or within(target, ARROWS[header.split("/")[0]])


def include_fault(header, bracket, target):
    if bracket == '"':
        return f'"{target}" is included by quotes; write <tenon/...>'
    if target.startswith("tenon/"):
        allowed = arrow_allowed(header, target.removeprefix("tenon/"))
        return None if allowed else f"may not include <{target}>"
    for name, places in FENCES.items():
        if target.startswith(name):
            return None if within(header, places) else f"<{target}> is only for {' '.join(places)}"
    if target not in FREESTANDING and ("/" in target or not within(header, HOSTED)):
        return f"<{target}> is neither a freestanding standard header nor allowed here"
    return None


def faults(root):
    found = []
    for header, text in rule.headers(root):
        if header != "tenon.hpp" and header.split("/")[0] not in ARROWS:
            found.append(f"include/tenon/{header}: unknown folder; give it its arrows in {__file__}")
            continue
        for bracket, target in rule.includes(text):
            fault = include_fault(header, bracket, target)
            if fault:
                found.append(f"include/tenon/{header}: {fault}")
    return found


GOOD = {
    "include/tenon/core/a.hpp": "#include <cstdint>\n#include <boost/hana/tuple.hpp>\n",
    "include/tenon/op/concept.hpp": "#include <tenon/core/a.hpp>\n",
    "include/tenon/op/relu.hpp": "#include <tenon/op/concept.hpp>\n",
    "include/tenon/pass/a.hpp": "#include <tenon/op/concept.hpp>\n#include <tenon/model/a.hpp>\n",
    "include/tenon/backend/kryo/a.hpp": "#include <xsimd/xsimd.hpp>\n#include <immintrin.h>\n#include <tenon/op/relu.hpp>\n",
    "include/tenon/backend/kryo.hpp": "#include <tenon/backend/kryo/a.hpp>\n",
    "include/tenon/host/a.hpp": "#include <fmt/format.h>\n#include <vector>\n#include <tenon/tenon.hpp>\n",
    "include/tenon/tenon.hpp": "#include <tenon/backend/reference.hpp>\n#include <tenon/op/relu.hpp>\n",
}
PLANTED = [
    ({"include/tenon/core/b.hpp": "#include <tenon/graph/a.hpp>\n"}, "core/b.hpp: may not include <tenon/graph/a.hpp>"),
    ({"include/tenon/pass/b.hpp": "# include <tenon/op/relu.hpp>\n"}, "pass/b.hpp: may not include"),
    ({"include/tenon/backend/kryo/b.hpp": "#include <tenon/backend/reference/a.hpp>\n"}, "kryo/b.hpp: may not include"),
    ({"include/tenon/backend/kryo/b.hpp": "#include <tenon/backend/reference.hpp>\n"}, "kryo/b.hpp: may not include"),
    ({"include/tenon/engine/a.hpp": "#include <tenon/backend/reference/a.hpp>\n"}, "engine/a.hpp: may not include"),
    ({"include/tenon/engine/a.hpp": "#include <tenon/host/a.hpp>\n"}, "engine/a.hpp: may not include"),
    ({"include/tenon/tenon.hpp": "#include <tenon/backend/kryo.hpp>\n"}, "tenon.hpp: may not include"),
    ({"include/tenon/op/b.hpp": "#include <boost/hana/tuple.hpp>\n"}, "is only for core graph model"),
    ({"include/tenon/core/b.hpp": "#include <boost/hana.hpp>\n"}, "neither a freestanding"),
    ({"include/tenon/backend/reference/a.hpp": "#include <xsimd/xsimd.hpp>\n"}, "is only for backend/kryo"),
    ({"include/tenon/core/b.hpp": "#include <fmt/core.h>\n"}, "is only for host"),
    ({"include/tenon/host/b.hpp": "#include <doctest/doctest.h>\n"}, "neither a freestanding"),
    ({"include/tenon/core/b.hpp": "#include <vector>\n"}, "neither a freestanding"),
    ({"include/tenon/backend/reference/a.hpp": "#include <immintrin.h>\n"}, "neither a freestanding"),
    ({"include/tenon/core/b.hpp": '#include "a.hpp"\n'}, "by quotes"),
    ({"include/tenon/extra/a.hpp": "\n"}, "unknown folder"),
]

if __name__ == "__main__":
    rule.main(faults, GOOD, PLANTED)
