# SPDX-License-Identifier: Apache-2.0
"""Conversions from and to uint8, answered by LiteRT, and their rules a second time."""

import numpy as np

from common import F, code
from litert_model import Model
from rules import away, factor, scaled

EVERY = {np.int8: np.arange(-128, 128, dtype=np.int8), np.uint8: np.arange(256, dtype=np.uint8)}
REAL = [(0.05, 125), (1.0, 0), (0.0235, 255)]
TO_UINT8 = [((1 / 256, -128), (1 / 256, 0)), ((0.05, -3), (0.047, 132)), ((0.3, 100), (0.17, 0)), ((0.5, 1), (0.25, 255))]
TO_INT8 = [((0.02, 128), (0.02, 0)), ((0.05, 125), (0.047, 4)), ((0.5, 0), (0.3, -77)), ((0.1, 255), (0.3, 127))]


def answered(text, c, dtype):
    model = Model()
    model.input(c["input"], c.get("input_encoding"))
    builtin = "DEQUANTIZE" if dtype == np.float32 else "QUANTIZE"
    c["expected"] = model.run(builtin, None, c["input"].shape, dtype, c.get("output_encoding"))
    return text, c


def quantize(rng):
    for s, z in REAL:
        halves = (np.arange(-12, 268, 4) - z + 0.5).astype(F) * F(s)
        near = [np.nextafter(halves[:30], F(0)), np.nextafter(halves[30:60], F(np.inf))]
        x = np.concatenate([halves, *near, (rng.normal(size=60) * s * 90).astype(F)])
        c = dict(input=x.astype(F), output_encoding=code(s, z))
        yield answered(f"halves, their neighbours and random numbers, scale {s}, zero point {z}", c, np.uint8)


def converted(from_type, to_type, encodings):
    def make(_):
        for given, wanted in encodings:
            c = dict(input=EVERY[from_type].copy(), input_encoding=code(*given), output_encoding=code(*wanted))
            yield answered(f"all 256 values, scale {given[0]} to {wanted[0]}", c, to_type)

    return make


def dequantize(_):
    for s, z in REAL:
        c = dict(input=EVERY[np.uint8].copy(), input_encoding=code(s, z))
        yield answered(f"all 256 values, scale {s}, zero point {z}", c, np.float32)


OPERATORS = dict(
    quantize=quantize,
    to_uint8=converted(np.int8, np.uint8, TO_UINT8),
    to_int8=converted(np.uint8, np.int8, TO_INT8),
    dequantize=dequantize,
)


def make(operator):
    return list(OPERATORS[operator](np.random.default_rng(8)))


def rule(case):
    """What a case's answer has to be."""
    x = case["input"]
    if "output_encoding" not in case:
        s, z = case["input_encoding"]
        return np.array([s * F(int(q) - z) for q in x], F)
    low, high = (0, 255) if case["expected"].dtype == np.uint8 else (-128, 127)
    so, zo = case["output_encoding"]
    if "input_encoding" not in case:
        made = [away(F(q) / so) + zo for q in x]
    else:
        s, z = case["input_encoding"]
        made = [scaled(int(q) - z, *factor(float(s) / float(so))) + zo for q in x]
    return np.clip(made, low, high).astype(case["expected"].dtype)
