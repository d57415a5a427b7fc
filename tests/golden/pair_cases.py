# SPDX-License-Identifier: Apache-2.0
"""The cases of maximum, minimum, prelu and batch_matmul, answered by LiteRT."""

import numpy as np

from common import code, times, values
from litert_model import Model


def answered(c, builtin, options, out):
    model = Model()
    model.input(c["first"], c["first_encoding"])
    model.input(c["second"], c["second_encoding"])
    c["expected"] = model.run(builtin, options, out, np.int8, c["output_encoding"])


# Both shapes and the encoding of everything.
EXTREMA = [
    ((2, 3, 5, 4), (2, 3, 5, 4), (0.05, -3)),
    ((1, 4, 3, 7), (7,), (0.011, 127)),
    ((5, 1, 6), (4, 1), (0.3, 0)),
    ((1,), (2, 33), (0.125, -128)),
]


def extremum(name):
    def make(rng, _):
        for shape1, shape2, encoding in EXTREMA:
            c = dict(
                first_encoding=code(*encoding),
                first=values(rng, shape1),
                second_encoding=code(*encoding),
                second=values(rng, shape2),
                activation="none",
                output_encoding=code(*encoding),
            )
            answered(c, name, ("MaximumMinimumOptions", {}), np.broadcast_shapes(shape1, shape2))
            yield f"{times(shape1)} with {times(shape2)}", c

    return make


# Shapes of input and slopes, encodings of input, slopes and output.
SLOPES = [
    ((1, 4, 3, 7), (1, 1, 7), (0.05, -3), (0.011, 12), (0.047, 4)),
    ((2, 3, 5, 4), (2, 3, 5, 4), (0.02, 17), (0.004, -128), (0.02, 17)),
    ((1, 5, 6, 3), (5, 1, 1), (0.3, -128), (0.0078125, 0), (0.17, -40)),
    ((3, 40), (40,), (0.125, 60), (0.015625, 127), (0.125, 0)),
    ((1, 2, 16, 8), (8,), (0.6, 100), (0.02, -90), (1.1, -7)),
]


def prelu(rng, _):
    for shape, slopes, given, slope, produced in SLOPES:
        c = dict(
            first_encoding=code(*given),
            first=values(rng, shape),
            second_encoding=code(*slope),
            second=values(rng, slopes),
            activation="none",
            output_encoding=code(*produced),
        )
        answered(c, "PRELU", None, shape)
        yield f"{times(shape)} with slopes {times(slopes)}", c


# Both shapes, which of them are transposed, encodings of both, output as a factor of the natural scale and zero point.
MATRICES = [
    ((3, 5), (5, 4), False, False, (0.05, -3), (0.021, 17), (1.0, 4)),
    ((2, 4, 7), (2, 7, 3), False, False, (0.011, 127), (0.3, 60), (0.7, -9)),
    ((2, 7, 4), (2, 7, 3), True, False, (0.03, 0), (0.05, 1), (1.3, -100)),
    ((1, 6, 9), (5, 9), False, True, (0.0039215689, -128), (0.0078125, 0), (1.0, -128)),
    ((3, 1, 2, 6), (4, 6, 5), False, False, (0.125, 2), (0.125, 2), (1.0, 2)),
    ((2, 8, 3), (2, 5, 8), True, True, (1.7, 40), (0.0009, -20), (0.9, 0)),
    ((4, 33), (33, 17), False, False, (0.0312, -1), (0.047, 8), (0.8, 30)),
]


def batch_matmul(rng, _):
    for shape1, shape2, turned1, turned2, e1, e2, (spread, zero) in MATRICES:
        depth = shape1[-2 if turned1 else -1]
        c = dict(
            first_encoding=code(*e1),
            first=values(rng, shape1),
            second_encoding=code(*e2),
            second=values(rng, shape2),
            first_transposed=turned1,
            second_transposed=turned2,
            output_encoding=code(e1[0] * e2[0] * 90 * depth**0.5 * spread, zero),
        )
        batches = np.broadcast_shapes(shape1[:-2], shape2[:-2])
        out = (*batches, shape1[-1 if turned1 else -2], shape2[-2 if turned2 else -1])
        answered(c, "BATCH_MATMUL", ("BatchMatMulOptions", dict(adjX=turned1, adjY=turned2)), out)
        yield f"{times(shape1)} times {times(shape2)}", c
