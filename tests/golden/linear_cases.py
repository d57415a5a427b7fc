# SPDX-License-Identifier: Apache-2.0
"""The cases of conv2d, depthwise_conv2d and dense, answered by LiteRT."""

import math

import numpy as np

from common import ACTIVATIONS, F, code, image_options, spatial, times, values
from litert_model import Model


def linear_numbers(rng, shape, outputs, taps, channels, s_in, z_in, z_out, per_channel, kind):
    """Input, kernel, scales and biases such that the outputs fill int8. kind: plain, large (factors above 1),
    tiny, tied (factors are powers of two, so that many quotients lie half-way between two integers)."""
    typical = {
        "plain": 50 / (74 * 73 * math.sqrt(taps)),
        "large": 1.7,
        "tiny": 2.0**-24,
        "tied": 2.0**-4,
    }[kind]
    spread = 2.0 ** rng.integers(-1, 2, outputs) if kind == "tied" else rng.uniform(0.3, 2.0, outputs)
    ratio = typical * (spread if per_channel else np.ones(outputs))
    s_out = s_in * rng.uniform(0.004, 0.02) / typical * (0.01 if kind == "large" else 1)
    s_out = 2.0 ** round(math.log2(s_out)) if kind == "tied" else s_out
    scales = (ratio * s_out / s_in).astype(F)
    if kind == "large":
        x = values(rng, shape, max(z_in - 3, -128), min(z_in + 3, 127))
        kernel, bias = values(rng, channels, -2, 2), rng.integers(-30, 31, outputs)
    elif kind == "tied":
        x, kernel = values(rng, shape), values(rng, channels, -4, 4)
        bias = rng.integers(-90, 91, outputs)
    else:
        x, kernel = values(rng, shape), values(rng, channels, -127, 127)
        bias = (
            rng.integers(-(2**30), 2**30, outputs) if kind == "tiny" else rng.integers(-9000, 9001, outputs)
        )
    return dict(
        input_encoding=code(s_in, z_in),
        input=x,
        kernel_scales=scales,
        per_channel=per_channel,
        kernel=kernel,
        bias=bias.astype(np.int32),
        output_encoding=code(s_out, z_out),
    )


def run_linear(c, builtin, options, kernel, axis, shape, reference, kernel_zero_point=0):
    model = Model()
    model.input(c["input"], c["input_encoding"])
    scales = c["kernel_scales"] if c["per_channel"] else c["kernel_scales"][:1]
    model.constant(np.ascontiguousarray(kernel), (scales, kernel_zero_point), axis)
    bias_scale = c["input_encoding"][0] * scales
    model.constant(c["bias"], (bias_scale, 0), 0)
    c["expected"] = model.run(builtin, options, shape, np.int8, c["output_encoding"], reference)
    if not reference:
        c["float32"] = True


def dilated_options(c):
    return dict(dilationHFactor=c["dilation"][0], dilationWFactor=c["dilation"][1], **image_options(c))


def described(shape, out, c, kind, more=""):
    return (
        f"{times(shape)} -> {times(out)}, window {times(c['window'])}, stride {times(c['stride'])}, dilation "
        f"{times(c['dilation'])}, {'same' if c['same'] else 'valid'}, {c['activation']}, per "
        f"{'channel' if c['per_channel'] else 'tensor'}{more}"
        + ("" if kind == "plain" else f", {kind} factors")
    )


# shape, outputs, window, stride, dilation, groups, same, per channel, activation, s_in, z_in, z_out, kind
CONV2D = [
    ((1, 5, 7, 3), 8, (3, 3), (2, 2), (1, 1), 1, True, True, "relu6", 0.0471, -3, -128, "plain"),
    ((1, 6, 5, 4), 6, (3, 2), (1, 1), (1, 1), 1, False, False, "none", 0.02, 17, 5, "plain"),
    ((2, 4, 4, 5), 7, (1, 1), (1, 1), (1, 1), 1, False, True, "relu", 0.11, -128, -100, "plain"),
    ((1, 9, 8, 2), 3, (3, 3), (1, 2), (2, 3), 1, True, True, "none", 0.0039215689, 127, -7, "plain"),
    ((1, 5, 5, 6), 9, (3, 3), (1, 1), (1, 1), 3, True, True, "none", 0.3, 0, 0, "plain"),
    ((1, 7, 4, 4), 4, (2, 3), (2, 1), (2, 1), 2, False, False, "relu", 1.7, 33, -60, "plain"),
    ((1, 3, 2, 1), 5, (5, 5), (1, 1), (1, 1), 1, True, True, "none", 0.05, -1, 3, "plain"),
    ((1, 4, 6, 3), 4, (1, 2), (1, 1), (1, 1), 1, True, True, "none", 0.25, 2, -4, "large"),
    ((1, 4, 3, 3), 11, (2, 2), (1, 1), (1, 1), 1, True, True, "none", 0.031, 9, 1, "tiny"),
    ((1, 10, 3, 17), 2, (4, 1), (3, 2), (1, 1), 1, True, True, "relu6", 0.009, -128, 20, "plain"),
    ((1, 1, 13, 33), 5, (1, 3), (1, 2), (1, 1), 1, False, True, "none", 0.06, 50, -20, "plain"),
    ((1, 6, 7, 3), 6, (2, 3), (1, 1), (1, 1), 1, True, True, "none", 0.125, 3, -2, "tied"),
]


def conv2d(rng, reference):
    for (
        shape,
        outputs,
        window,
        stride,
        dilation,
        groups,
        same,
        per_channel,
        activation,
        s,
        z,
        zo,
        kind,
    ) in CONV2D:
        kernel = (outputs, *window, shape[3] // groups)
        c = linear_numbers(rng, shape, outputs, math.prod(kernel[1:]), kernel, s, z, zo, per_channel, kind)
        c.update(
            window=window, stride=stride, dilation=dilation, groups=groups, same=same, activation=activation
        )
        out = (shape[0], *spatial(shape, window, stride, dilation, same), outputs)
        run_linear(c, "CONV_2D", ("Conv2DOptions", dilated_options(c)), c["kernel"], 0, out, reference)
        yield described(shape, out, c, kind, f", {groups} groups" if groups > 1 else ""), c


# shape, multiplier, window, stride, dilation, same, per channel, activation, s_in, z_in, z_out, kind
DEPTHWISE = [
    ((1, 5, 6, 3), 1, (3, 3), (1, 1), (1, 1), True, True, "relu6", 0.0471, -128, -128, "plain"),
    ((1, 7, 5, 4), 2, (3, 2), (2, 2), (1, 1), False, True, "none", 0.02, 17, 5, "plain"),
    ((2, 4, 4, 3), 3, (2, 2), (1, 1), (1, 1), True, False, "relu", 0.11, -20, -100, "plain"),
    ((1, 9, 9, 2), 1, (3, 3), (1, 1), (2, 2), True, True, "none", 0.0039215689, 127, -7, "plain"),
    ((1, 8, 10, 2), 2, (3, 3), (1, 1), (2, 3), False, True, "none", 0.3, 0, 0, "plain"),
    ((1, 10, 4, 1), 3, (5, 3), (2, 2), (1, 1), True, False, "none", 1.7, 33, 60, "plain"),
    ((1, 4, 6, 5), 1, (1, 1), (1, 1), (1, 1), True, True, "none", 0.25, 2, -4, "large"),
    ((1, 4, 3, 7), 1, (2, 2), (1, 1), (1, 1), True, True, "none", 0.031, 9, 1, "tiny"),
    ((1, 2, 11, 19), 1, (1, 5), (2, 2), (1, 1), True, True, "relu", 0.008, -90, -128, "plain"),
    ((1, 3, 3, 37), 1, (3, 3), (1, 1), (1, 1), False, True, "none", 0.06, 50, -20, "plain"),
    ((1, 6, 7, 4), 1, (3, 3), (1, 1), (1, 1), True, True, "none", 0.125, 3, -2, "tied"),
]


def depthwise_conv2d(rng, reference):
    for (
        shape,
        multiplier,
        window,
        stride,
        dilation,
        same,
        per_channel,
        activation,
        s,
        z,
        zo,
        kind,
    ) in DEPTHWISE:
        outputs = shape[3] * multiplier
        kernel = (*window, outputs)
        c = linear_numbers(rng, shape, outputs, math.prod(window), kernel, s, z, zo, per_channel, kind)
        c.update(
            window=window,
            stride=stride,
            dilation=dilation,
            multiplier=multiplier,
            same=same,
            activation=activation,
        )
        out = (shape[0], *spatial(shape, window, stride, dilation, same), outputs)
        options = dict(depthMultiplier=multiplier, **dilated_options(c))
        run_linear(
            c, "DEPTHWISE_CONV_2D", ("DepthwiseConv2DOptions", options), c["kernel"][None], 3, out, reference
        )
        yield described(shape, out, c, kind, f", multiplier {multiplier}"), c


DENSE = [  # rows, inputs, units, per channel, kernel zero point, activation, s_in, z_in, z_out, kind
    (1, 7, 5, False, 0, "none", 0.0471, -3, 4, "plain"),
    (3, 33, 12, True, 0, "relu", 0.02, -128, -128, "plain"),
    (2, 16, 10, False, 5, "none", 0.3, 40, 0, "plain"),
    (4, 1, 9, False, -31, "none", 0.1, 0, -12, "plain"),
    (1, 129, 10, True, 0, "none", 0.0039215689, 127, 17, "plain"),
    (5, 6, 8, True, 0, "none", 0.25, 2, -4, "large"),
    (2, 20, 17, True, 0, "relu6", 0.01, 9, -70, "plain"),
    (1, 3, 24, True, 0, "none", 0.031, 0, 1, "tiny"),
    (9, 65, 3, False, 0, "relu", 0.09, -60, -30, "plain"),
    (7, 9, 21, True, 0, "none", 0.125, 3, -2, "tied"),
]


def dense(rng, reference):
    for rows, inputs, units, per_channel, kernel_zero, activation, s, z, zo, kind in DENSE:
        if kernel_zero and not reference:
            continue
        c = linear_numbers(rng, (rows, inputs), units, inputs, (units, inputs), s, z, zo, per_channel, kind)
        c.update(kernel_zero_point=kernel_zero, activation=activation)
        options = dict(fusedActivationFunction=ACTIVATIONS[activation])
        run_linear(
            c,
            "FULLY_CONNECTED",
            ("FullyConnectedOptions", options),
            c["kernel"],
            0,
            (rows, units),
            reference,
            kernel_zero,
        )
        yield (
            f"{rows}x{inputs} -> {rows}x{units}, {activation}, per {'channel' if per_channel else 'tensor'}, "
            f"kernel zero point {kernel_zero}" + ("" if kind == "plain" else f", {kind} factors")
        ), c


# shape, outputs, window, stride, rows and columns of the result, same, per channel, activation, s_in, z_in, z_out, kind
TRANSPOSED = [
    ((1, 3, 4, 3), 5, (3, 3), (2, 2), (6, 8), True, True, "relu6", 0.0471, -3, -128, "plain"),
    ((1, 3, 4, 3), 2, (3, 3), (2, 2), (5, 7), True, False, "none", 0.02, 17, 5, "plain"),
    ((2, 2, 3, 5), 7, (2, 2), (2, 2), (4, 6), False, True, "relu", 0.11, -128, -100, "plain"),
    ((1, 4, 3, 2), 3, (1, 3), (3, 2), (12, 6), True, True, "none", 0.0039215689, 127, -7, "plain"),
    ((1, 5, 5, 4), 6, (4, 3), (1, 1), (8, 7), False, True, "none", 0.3, 0, 0, "plain"),
    ((1, 1, 6, 17), 4, (1, 5), (1, 2), (1, 15), False, True, "none", 0.06, 50, -20, "plain"),
    ((1, 2, 2, 3), 4, (2, 2), (1, 1), (2, 2), True, True, "none", 0.25, 2, -4, "large"),
    ((1, 3, 3, 2), 6, (3, 2), (2, 2), (6, 6), True, True, "none", 0.125, 3, -2, "tied"),
]


def transposed_conv2d(rng, reference):
    for shape, outputs, window, stride, size, same, per_channel, activation, s, z, zo, kind in TRANSPOSED:
        kernel = (outputs, *window, shape[3])
        c = linear_numbers(rng, shape, outputs, math.prod(kernel[1:]), kernel, s, z, zo, per_channel, kind)
        c.update(window=window, stride=stride, same=same, activation=activation)
        out = (shape[0], *size, outputs)
        model = Model()
        model.constant(np.array(out, np.int32))
        scales = c["kernel_scales"] if per_channel else c["kernel_scales"][:1]
        model.constant(c["kernel"], (scales, 0), 0)
        model.input(c["input"], c["input_encoding"])
        model.constant(c["bias"], (c["input_encoding"][0] * scales, 0), 0)
        options = ("TransposeConvOptions", image_options(c))
        c["expected"] = model.run("TRANSPOSE_CONV", options, out, np.int8, c["output_encoding"], reference)
        yield (
            f"{times(shape)} -> {times(out)}, window {times(window)}, stride {times(stride)}, "
            f"{'same' if same else 'valid'}, {activation}, per {'channel' if per_channel else 'tensor'}"
            + ("" if kind == "plain" else f", {kind} factors")
        ), c
