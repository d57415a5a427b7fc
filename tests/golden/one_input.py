# SPDX-License-Identifier: Apache-2.0
"""Cases of operators with one input, answered by LiteRT."""

import numpy as np

from common import code, values
from litert_model import Model


def one_input(text, c, builtin, options, shape, constants=(), dtype=np.int8, encoded=(), reference=True):
    model = Model()
    model.input(c["input"], c.get("input_encoding"))
    for value in constants:
        model.constant(np.asarray(value, np.int32))
    for value in encoded:
        model.constant(value, c["input_encoding"])
    c["expected"] = model.run(builtin, options, shape, dtype, c.get("output_encoding"), reference)
    return text, c


def same_code(rng, shape, s, z):
    return dict(input_encoding=code(s, z), input=values(rng, shape), output_encoding=code(s, z))
