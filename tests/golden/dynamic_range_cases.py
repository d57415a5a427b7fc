# SPDX-License-Identifier: Apache-2.0
"""Real layers with int8 weights, whose input LiteRT rounds as it runs, answered by LiteRT, and their rules a second time."""

import itertools
import math

import numpy as np

from common import ACTIVATIONS, F, image_options, spatial, times, values
from litert_model import Model
from rules import away

# shape, outputs, window, stride, dilation, groups, same, one scale, activation
CONV2D = [
    ((1, 5, 7, 3), 8, (3, 3), (2, 2), (1, 1), 1, True, True, "relu6"),
    ((2, 6, 5, 4), 6, (3, 2), (1, 1), (1, 1), 1, False, True, "none"),
    ((1, 4, 6, 16), 5, (1, 1), (1, 1), (1, 1), 1, True, True, "relu"),
    ((1, 7, 6, 3), 4, (3, 2), (1, 1), (2, 1), 1, True, False, "none"),
    ((2, 4, 4, 6), 6, (2, 3), (1, 2), (1, 1), 3, True, False, "relu6"),
]
# shape, multiplier, window, stride, dilation, same, activation
DEPTHWISE = [
    ((2, 5, 6, 3), 1, (3, 3), (1, 1), (1, 1), True, "relu6"),
    ((1, 7, 5, 4), 2, (3, 2), (2, 2), (1, 1), False, "none"),
    ((1, 8, 9, 2), 1, (3, 3), (1, 1), (2, 2), True, "none"),
]
DENSE = [  # rows, inputs, units, one scale, asymmetric, activation
    (1, 37, 5, True, False, "none"),
    (3, 12, 9, False, False, "relu"),
    (2, 20, 7, True, True, "none"),
    (3, 9, 4, False, True, "relu6"),
]


def layer(rng, shape, outputs, kernel, one_scale):
    """Every image or row has a size of its own; those that are all 0 come last."""
    x = rng.normal(0.3, 1, shape) * rng.uniform(0.5, 4, (shape[0], *[1] * (len(shape) - 1)))
    if shape[0] > 2:
        x[-1] = 0
    scales = rng.uniform(0.002, 0.03, 1 if one_scale else outputs)
    return dict(
        input=x.astype(F),
        kernel_scales=np.broadcast_to(scales, outputs).astype(F),
        one_scale=one_scale,
        kernel=values(rng, kernel, -127, 127),
        bias=rng.normal(0, 2, outputs).astype(F),
    )


def answer(c, builtin, options, kernel, axis, shape):
    model = Model()
    model.input(c["input"])
    model.constant(np.ascontiguousarray(kernel), (c["kernel_scales"][: 1 if c["one_scale"] else None], 0), axis)
    model.constant(c["bias"])
    c["expected"] = model.run(builtin, options, shape, F, None)


def window_options(c):
    return dict(dilationHFactor=c["dilation"][0], dilationWFactor=c["dilation"][1], **image_options(c))


def said(shape, out, c, more):
    return (
        f"{times(shape)} -> {times(out)}, window {times(c['window'])}, stride {times(c['stride'])}, dilation "
        f"{times(c['dilation'])}, {'same' if c['same'] else 'valid'}, {c['activation']}, {more}"
    )


def conv2d(rng):
    for shape, outputs, window, stride, dilation, groups, same, one_scale, activation in CONV2D:
        c = layer(rng, shape, outputs, (outputs, *window, shape[3] // groups), one_scale)
        c.update(window=window, stride=stride, dilation=dilation, groups=groups, same=same, activation=activation)
        out = (shape[0], *spatial(shape, window, stride, dilation, same), outputs)
        answer(c, "CONV_2D", ("Conv2DOptions", window_options(c)), c["kernel"], 0, out)
        c["asymmetric"] = not one_scale
        yield said(shape, out, c, f"{groups} groups, {'one scale' if one_scale else 'scales of filters'}"), c


def depthwise_conv2d(rng):
    for shape, multiplier, window, stride, dilation, same, activation in DEPTHWISE:
        outputs = shape[3] * multiplier
        c = layer(rng, shape, outputs, (*window, outputs), False)
        c.update(
            window=window, stride=stride, dilation=dilation, multiplier=multiplier, same=same, activation=activation
        )
        out = (shape[0], *spatial(shape, window, stride, dilation, same), outputs)
        options = ("DepthwiseConv2DOptions", dict(depthMultiplier=multiplier, **window_options(c)))
        answer(c, "DEPTHWISE_CONV_2D", options, c["kernel"][None], 3, out)
        c["asymmetric"] = True
        yield said(shape, out, c, f"multiplier {multiplier}"), c


def dense(rng):
    for rows, inputs, units, one_scale, asymmetric, activation in DENSE:
        c = layer(rng, (rows, inputs), units, (units, inputs), one_scale)
        c.update(activation=activation)
        fields = dict(fusedActivationFunction=ACTIVATIONS[activation], asymmetricQuantizeInputs=asymmetric)
        answer(c, "FULLY_CONNECTED", ("FullyConnectedOptions", fields), c["kernel"], 0, (rows, units))
        c["asymmetric"] = asymmetric
        way = "with a zero point" if asymmetric else "around zero"
        yield f"{rows}x{inputs} -> {rows}x{units}, {activation}, {'one scale' if one_scale else 'scales of units'}, {way}", c


OPERATORS = dict(conv2d=conv2d, depthwise_conv2d=depthwise_conv2d, dense=dense)


def make(operator):
    return list(OPERATORS[operator](np.random.default_rng(12)))


def around_zero(x):
    """The integers of numbers, and their scale."""
    most = np.max(np.abs(x))
    if most == 0:
        return np.zeros(x.shape, int), F(1)
    inverse = F(127) / most
    return np.array([away(v * inverse) for v in x.ravel()]).reshape(x.shape), most / F(127)


def with_zero_point(x):
    low, high = min(F(0), x.min()), max(F(0), x.max())
    if low == high:
        return np.zeros(x.shape, int), F(1)
    step = float(high - low) / 255
    nearer_low = 128 + abs(float(low) / step) < 127 + abs(float(high) / step)
    zero = away(min(127.0, max(-128.0, -128 - float(low) / step if nearer_low else 127 - float(high) / step)))
    inverse = F(1) / F(step)
    made = [min(127, max(-128, away(v * inverse) + zero)) - zero for v in x.ravel()]
    return np.array(made).reshape(x.shape), F(step)


def sums(q, c, out):
    """Of one image or row."""
    kernel = c["kernel"].astype(int)
    if "window" not in c:
        return kernel @ q
    groups, per_channel = c.get("groups", 1), "multiplier" in c
    reach = [(c["window"][i] - 1) * c["dilation"][i] + 1 for i in (0, 1)]
    before = [
        max((out[i] - 1) * c["stride"][i] + reach[i] - q.shape[i], 0) // 2 if c["same"] else 0 for i in (0, 1)
    ]
    made = np.zeros(out, int)
    for r, k, i, j in itertools.product(*map(range, (*out[:2], *c["window"]))):
        y = r * c["stride"][0] + i * c["dilation"][0] - before[0]
        x = k * c["stride"][1] + j * c["dilation"][1] - before[1]
        if not (0 <= y < q.shape[0] and 0 <= x < q.shape[1]):
            continue
        if per_channel:
            made[r, k] += np.repeat(q[y, x], c["multiplier"]) * kernel[i, j]
            continue
        for group, (part, filters) in enumerate(zip(np.split(q[y, x], groups), np.split(kernel[:, i, j], groups))):
            made[r, k, group * len(filters) : (group + 1) * len(filters)] += filters @ part
    return made


def rule(case):
    """What a case's answer has to be."""
    rounded = with_zero_point if case["asymmetric"] else around_zero
    made = np.empty(case["expected"].shape, F)
    for one, y in zip(case["input"], made):
        q, scale = rounded(one)
        total = sums(q, case, y.shape).astype(F)
        if "groups" in case and case["asymmetric"]:
            y[...] = (total * case["kernel_scales"]) * scale + case["bias"]
        else:
            y[...] = total * (scale * case["kernel_scales"]) + case["bias"]
    low, high = {"none": (-math.inf, math.inf), "relu": (0, math.inf), "relu6": (0, 6)}[case["activation"]]
    return np.clip(made, F(low), F(high))
