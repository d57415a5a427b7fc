# SPDX-License-Identifier: Apache-2.0
"""Golden cases as C++ headers."""

import textwrap

import numpy as np

ELEMENTS = {
    np.dtype(np.int8): "std::int8_t",
    np.dtype(np.uint8): "std::uint8_t",
    np.dtype(np.int32): "std::int32_t",
    np.dtype(np.float32): "float",
}
PAIRS = ("stride", "dilation", "window")


def _number(value):
    if isinstance(value, (float, np.floating)):
        return str(np.float32(value)) + "f"
    return str(int(value))


def _array(element, name, values):
    head = f"  static constexpr std::array<{element}, {len(values)}> {name}{{"
    text = ", ".join(map(_number, values))
    if len(head) + len(text) + 2 <= 110:
        return f"{head}{text}}};\n"
    body = textwrap.fill(text, 108, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    return f"{head}\n{body}}};\n"


def _member(operator, name, value):
    if name.endswith("_encoding"):
        return f"  static constexpr tenon::encoding {name}{{{_number(value[0])}, {value[1]}}};\n"
    if isinstance(value, np.ndarray):
        shape = (
            ""
            if name in ("bias", "kernel_scales")
            else _array("int", "output_shape" if name == "expected" else f"{name}_shape", value.shape)
        )
        return shape + _array(ELEMENTS[value.dtype], name, value.ravel())
    if isinstance(value, tuple) and name in PAIRS and operator != "slice":
        return "".join(_member(operator, f"{name}_{axis}", v) for axis, v in zip(("rows", "columns"), value))
    if isinstance(value, tuple):
        return _array("int", name, value)
    if isinstance(value, bool):
        return f"  static constexpr bool {name} = {str(value).lower()};\n"
    if isinstance(value, str):
        return f'  static constexpr std::string_view {name} = "{value}";\n'
    element = "float" if isinstance(value, (float, np.floating)) else "int"
    return f"  static constexpr {element} {name} = {_number(value)};\n"


def _struct(operator, index, text, case):
    members = "".join(_member(operator, k, v) for k, v in case.items() if k not in ("float32",))
    comment = textwrap.fill(text, 110, initial_indent="/// ", subsequent_indent="/// ")
    return f"{comment}\nstruct case_{index} {{\n{members}}};\n\n"


def _operator(name, made, namespace):
    space = f"{namespace}::{name}"
    structs = "".join(_struct(name, i, *case) for i, case in enumerate(made))
    names = ", ".join(f"case_{i}" for i in range(len(made)))
    using = "\n".join(
        textwrap.wrap(
            f"using cases = std::tuple<{names}>;", 110, subsequent_indent="                         "
        )
    )
    return f"namespace {space} {{\n\n{structs}{using}\n\n}}  // namespace {space}\n"


def write(path, operators, namespace, several=""):
    strings = any(isinstance(v, str) for made in operators.values() for _, c in made for v in c.values())
    what = f"int8 {path.stem}" if len(operators) == 1 else several
    text = (
        f"// SPDX-License-Identifier: Apache-2.0\n"
        f"// What LiteRT 2.3.0 answers for {what}; written by make_golden.py, do not edit.\n"
        "#pragma once\n\n#include <tenon/core/encoding.hpp>\n\n#include <array>\n#include <cstdint>\n"
        + ("#include <string_view>\n" if strings else "")
        + "#include <tuple>\n\n"
        + "\n".join(_operator(k, made, namespace) for k, made in operators.items())
    )
    assert max(map(len, text.splitlines())) <= 110, path
    assert len(text) < 60000, (path, len(text))
    path.write_text(text)
