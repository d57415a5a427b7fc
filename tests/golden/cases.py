# SPDX-License-Identifier: Apache-2.0
"""The cases of every operator: random and ugly shapes, scales and values, answered by LiteRT."""

import math
import zlib

import numpy as np

from common import ACTIVATIONS, EVERY, F, code, image_options, spatial, times, values
from linear_cases import conv2d, dense, depthwise_conv2d, transposed_conv2d
from litert_model import Model
from move_cases import depth_to_space, gather, mirror_pad, space_to_depth, tile
from one_input import one_input, same_code
from pair_cases import batch_matmul, extremum, prelu

# ---- two inputs ----------------------------------------------------------------------------------
PAIRS = [  # shapes, encodings of both inputs, output encoding as a factor of the natural one, activation
    ((2, 3, 5, 4), (2, 3, 5, 4), (0.05, -3), (0.021, 17), (1.0, 4), "none"),
    ((1, 4, 3, 7), (7,), (0.011, 127), (0.3, 60), (0.7, -9), "relu"),
    ((5, 1, 6), (4, 1), (0.03, 0), (0.05, 1), (1.3, -100), "relu6"),
    ((3, 19), (1,), (0.0039215689, -128), (0.0078125, 0), (1.0, -128), "none"),
    ((1,), (2, 33), (0.125, 2), (0.125, 2), (1.0, 2), "none"),
    ((1, 6, 1, 5), (1, 1, 4, 5), (1.7, 40), (0.0009, -20), (0.9, 0), "none"),
    ((256,), (256,), (0.0312, -1), (0.047, 8), (0.8, 30), "relu"),
    ((1, 3, 3, 9), (1, 1, 1, 9), (0.02, 11), (0.02, -11), (0.4, -128), "relu6"),
]


def pairwise(name):
    def make(rng, _):
        for shape1, shape2, e1, e2, (spread, zero), activation in PAIRS:
            natural = e1[0] * e2[0] * 90 if name == "MUL" else max(e1[0], e2[0]) * 1.2
            natural = min(natural, 0.06) if activation == "relu6" else natural
            c = dict(
                first_encoding=code(*e1),
                first=values(rng, shape1),
                second_encoding=code(*e2),
                second=values(rng, shape2),
                activation=activation,
                output_encoding=code(natural * spread, zero),
            )
            model = Model()
            model.input(c["first"], c["first_encoding"])
            model.input(c["second"], c["second_encoding"])
            out = np.broadcast_shapes(shape1, shape2)
            options = (name.capitalize() + "Options", dict(fusedActivationFunction=ACTIVATIONS[activation]))
            c["expected"] = model.run(name, options, out, np.int8, c["output_encoding"])
            yield f"{times(shape1)} with {times(shape2)}, {activation}", c

    return make


# ---- one input -----------------------------------------------------------------------------------
POOLS = [  # shape, window, stride, same, activation, scale, zero point
    ((1, 5, 7, 3), (2, 2), (2, 2), False, "none", 0.05, -3),
    ((1, 6, 5, 4), (3, 3), (2, 1), True, "none", 0.02, 100),
    ((2, 4, 5, 2), (3, 2), (1, 1), True, "relu", 0.11, -40),
    ((1, 7, 7, 2), (5, 3), (3, 2), True, "relu6", 0.06, -20),
    ((1, 3, 2, 19), (3, 2), (1, 1), False, "none", 1.3, 0),
    ((1, 9, 1, 3), (4, 1), (2, 1), True, "none", 0.01, -128),
    ((1, 4, 4, 5), (1, 1), (2, 2), True, "none", 0.2, 127),
    ((1, 8, 8, 1), (7, 7), (1, 1), True, "none", 0.9, 8),
]


def pool(name):
    def make(rng, _):
        for shape, window, stride, same, activation, s, z in POOLS:
            c = dict(
                **same_code(rng, shape, s, z), window=window, stride=stride, same=same, activation=activation
            )
            out = (shape[0], *spatial(shape, window, stride, (1, 1), same), shape[3])
            options = dict(filterHeight=window[0], filterWidth=window[1], **image_options(c))
            text = (
                f"{times(shape)} -> {times(out)}, window {times(window)}, stride {times(stride)}, "
                f"{'same' if same else 'valid'}, {activation}"
            )
            yield one_input(text, c, name, ("Pool2DOptions", options), out)

    return make


MEANS = [  # shape, axes, keep_dims, input and output encoding
    ((1, 7, 7, 9), (1, 2), True, (0.05, -3), (0.011, 4)),
    ((2, 5, 3, 6), (1, 2), False, (0.02, 17), (0.02, 17)),
    ((4, 33), (1,), True, (0.3, -128), (0.05, 9)),
    ((3, 2, 5, 4), (3,), False, (0.125, 0), (0.0625, 0)),
    ((2, 3, 4, 5), (0, 3), True, (1.7, 50), (0.9, -50)),
    ((6, 11), (0,), False, (0.004, 20), (0.0013, 60)),
    ((3, 2, 2, 5), (0, 1, 2), False, (0.06, -9), (0.031, -100)),
    ((24, 3), (1,), True, (0.02, 5), (0.71, 0)),
]


def reduced(name, changes_encoding, reference=True):
    """REDUCE_MAX, REDUCE_MIN, and SUM by the kernel that is not the reference, which reads int8 as uint8."""

    def make(rng, _):
        for shape, axes, keep, (s, z), __ in MEANS:
            count = math.prod(shape[axis] for axis in axes)
            z = z // 16 if changes_encoding else z
            c = dict(
                input_encoding=code(s, z),
                input=values(rng, shape),
                axes=axes,
                keep_dims=keep,
                output_encoding=code(s * count**0.5 * 1.4, z // 3) if changes_encoding else code(s, z),
            )
            out = [1 if i in axes else n for i, n in enumerate(shape) if keep or i not in axes]
            options = ("ReducerOptions", dict(keepDims=keep))
            yield one_input(f"{times(shape)} -> {times(out)}", c, name, options, out, [axes], reference=reference)

    return make


def mean(rng, _):
    for shape, axes, keep, (s, z), (so, zo) in MEANS:
        c = dict(
            input_encoding=code(s, z),
            input=values(rng, shape),
            axes=axes,
            keep_dims=keep,
            output_encoding=code(so, zo),
        )
        out = [1 if i in axes else n for i, n in enumerate(shape) if keep or i not in axes]
        yield one_input(
            f"{times(shape)} -> {times(out)}", c, "MEAN", ("ReducerOptions", dict(keepDims=keep)), out, [axes]
        )


def softmax(rng, _):
    rows = [
        ((1, 10), 0.1, 3, 1.0),
        ((5, 7), 0.02, -128, 1.0),
        ((3, 33), 0.5, 0, 1.0),
        ((1, 400), 0.1, 20, 1.0),
        ((2, 300), 0.013, 5, 1.0),
        ((2, 3, 4), 0.05, 127, 0.5),
        ((4, 2), 1.7, 0, 1.0),
        ((1, 256), 0.031, 11, 2.0),
    ]
    for shape, s, z, beta in rows:
        x = EVERY.reshape(1, 256) if shape == (1, 256) else values(rng, shape)
        c = dict(input_encoding=code(s, z), input=x.copy(), beta=F(beta), output_encoding=code(1 / 256, -128))
        yield one_input(
            f"{times(shape)}, scale {s}, beta {beta}",
            c,
            "SOFTMAX",
            ("SoftmaxOptions", dict(beta=beta)),
            shape,
        )


def function(name, encodings, options=None, member=None, reference=True):
    """All 256 input values under several encodings; encodings: ((s_in, z_in), (s_out, z_out), attribute)."""

    def make(rng, _):
        for given, produced, *attribute in encodings:
            c = dict(input_encoding=code(*given), input=EVERY.copy(), output_encoding=code(*produced))
            extra = options and (options, {member: float(F(attribute[0]))} if attribute else {})
            if attribute:
                c[member] = F(attribute[0])
            text = f"all 256 values, input scale {given[0]}, zero point {given[1]}" + (
                f", {member} {attribute[0]}" if attribute else ""
            )
            yield one_input(text, c, name, extra, (256,), reference=reference)

    return make


GIVEN = [(0.05, -3), (0.1, 17), (0.0235, -128), (0.3, 100), (0.0078125, 0), (0.6, 40), (1.9, -20)]
CHANGED = list(
    zip(GIVEN, [(0.047, 4), (0.1, 17), (0.0235, -128), (0.17, -40), (0.015625, 0), (0.21, 9), (2.3, -90)])
)
SWISH = list(
    zip(
        GIVEN,
        [(0.03, -100), (0.05, -50), (0.0235, -128), (0.003, 5), (0.0078125, 0), (0.31, -115), (1.9, -70)],
    )
)
LEAKY = [pair + (alpha,) for pair, alpha in zip(CHANGED, (0.1, 0.01, 0.3, 0.2, 0.125, 1.5, -0.25))]
REQUANTIZED = CHANGED + [
    ((0.011, 5), (0.93, 0)),
    ((0.4, -7), (0.02, 3)),
    ((0.5, 1), (0.25, -1)),
    ((0.25, 0), (0.5, 0)),
]


# Encodings in which no integer stands for a negative number.
POSITIVE = [
    ((0.05, -128), (0.05, -20)),
    ((0.0235, -128), (0.017, 4)),
    ((1.9, -128), (0.0078125, 0)),
    ((0.25, -128), (0.5, -100)),
]


def gelu(rng, _):
    for given, produced, approximate in [
        ((0.05, -3), (0.047, -110), False),
        ((0.0235, -128), (0.0235, -100), True),
        ((0.03, 20), (0.01, -90), True),
    ]:
        c = dict(
            input_encoding=code(*given), input=EVERY.copy(), output_encoding=code(*produced), approximate=approximate
        )
        text = f"all 256 values, input scale {given[0]}, zero point {given[1]}, {'by tanh' if approximate else 'by erfc'}"
        yield one_input(text, c, "GELU", ("GeluOptions", dict(approximate=approximate)), (256,))


def to_float(rng, _):
    for s, z in GIVEN + [(1e-20, 3)]:
        c = dict(input_encoding=code(s, z), input=EVERY.copy())
        yield one_input(f"all 256 values, scale {s}, zero point {z}", c, "DEQUANTIZE", None, (256,), dtype=F)


def from_float(rng, _):
    for s, z in GIVEN:
        halves = (np.arange(-140, 140, 4) - z + 0.5).astype(F) * F(s)
        x = np.concatenate(
            [
                halves,
                np.nextafter(halves[:30], F(0)),
                np.nextafter(halves[30:60], F(np.inf)),
                (rng.normal(size=60) * s * 90).astype(F),
                np.array([0, -0.0, 300 * s, -300 * s, 1e-30], F),
            ]
        )
        c = dict(input=x.astype(F), output_encoding=code(s, z))
        yield one_input(
            f"halves, their neighbours and random numbers, scale {s}, zero point {z}",
            c,
            "QUANTIZE",
            None,
            x.shape,
        )


def concat(rng, _):
    for axis, shapes in [
        (3, [(1, 3, 4, 2), (1, 3, 4, 5)]),
        (1, [(1, 2, 3, 4), (1, 1, 3, 4), (1, 4, 3, 4)]),
        (0, [(3, 5), (1, 5)]),
        (1, [(4, 1), (4, 7), (4, 2), (4, 3)]),
        (2, [(2, 3, 5, 1), (2, 3, 1, 1)]),
        (0, [(17,), (1,), (30,)]),
    ]:
        encoding, model = code(0.05, -3), Model()
        c = dict(input_encoding=encoding)
        for i, shape in enumerate(shapes):
            c[f"input_{i}"] = values(rng, shape)
            model.input(c[f"input_{i}"], encoding)
        c.update(axis=axis, output_encoding=encoding)
        out = list(shapes[0])
        out[axis] = sum(s[axis] for s in shapes)
        c["expected"] = model.run(
            "CONCATENATION", ("ConcatenationOptions", dict(axis=axis)), out, np.int8, encoding
        )
        yield " with ".join(map(times, shapes)) + f" along axis {axis}", c


def slices(rng, _):
    for shape, begin, end, stride in [
        ((5, 7), (1, 2), (4, 7), (1, 1)),
        ((2, 6, 5, 3), (0, 1, 0, 0), (2, 6, 5, 3), (1, 2, 3, 1)),
        ((9, 4), (8, 3), (-10, 0), (-1, -2)),
        ((40,), (37,), (3,), (-5,)),
        ((1, 5, 5, 4), (0, -3, 4, 1), (1, -1, -6, 3), (1, 1, -2, 1)),
        ((3, 4, 11), (1, 0, 10), (2, 4, -12), (1, 3, -1)),
        ((4, 4, 4), (2, 1, 3), (3, 2, 4), (1, 1, 1)),
    ]:
        x = values(rng, shape)
        pick = lambda b, e, s, n: range(n)[slice(b, None if e < -n else e, s)]
        out = [len(pick(*v)) for v in zip(begin, end, stride, shape)]
        c = dict(
            input=x,
            input_encoding=code(0.1, 7),
            begin=begin,
            end=end,
            stride=stride,
            output_encoding=code(0.1, 7),
        )
        yield one_input(
            f"{times(shape)} -> {times(out)}",
            c,
            "STRIDED_SLICE",
            ("StridedSliceOptions", {}),
            out,
            [begin, end, stride],
        )


def transpose(rng, _):
    for shape, permutation in [
        ((3, 5), (1, 0)),
        ((2, 3, 4), (2, 0, 1)),
        ((1, 4, 3, 5), (0, 3, 1, 2)),
        ((1, 4, 3, 5), (0, 2, 3, 1)),
        ((2, 3, 4, 5), (3, 2, 1, 0)),
        ((7, 11), (0, 1)),
        ((2, 1, 6, 3), (2, 3, 0, 1)),
    ]:
        c = dict(**same_code(rng, shape, 0.05, -3), permutation=permutation)
        yield one_input(
            f"{times(shape)} by {permutation}",
            c,
            "TRANSPOSE",
            ("TransposeOptions", {}),
            [shape[i] for i in permutation],
            [permutation],
        )


def pad(rng, _):
    for shape, before, after, z, value in [
        ((1, 3, 4, 2), (0, 1, 1, 0), (0, 1, 1, 0), -3, None),
        ((4, 5), (2, 0), (0, 3), 127, None),
        ((1, 2, 3, 3), (0, 0, 2, 1), (1, 3, 0, 2), -128, None),
        ((7,), (3,), (4,), 0, None),
        ((2, 3, 5), (1, 0, 1), (0, 0, 2), 9, -77),
        ((1, 4, 4, 1), (0, 0, 1, 0), (0, 1, 0, 0), 5, 127),
    ]:
        c = dict(
            **same_code(rng, shape, 0.05, z), before=before, after=after, value=z if value is None else value
        )
        out = [b + n + a for b, n, a in zip(before, shape, after)]
        encoded = [] if value is None else [np.array([value], np.int8)]
        name, options = ("PAD", "PadOptions") if value is None else ("PADV2", "PadV2Options")
        yield one_input(
            f"{times(shape)} -> {times(out)}, filled with {c['value']}",
            c,
            name,
            (options, {}),
            out,
            [list(zip(before, after))],
            encoded=encoded,
        )


def resize(name, options):
    def make(rng, _):
        for corners, half in ((False, False), (False, True), (True, False)):
            for shape, rows, columns in [
                ((1, 3, 4, 2), 6, 8),
                ((1, 5, 7, 1), 3, 4),
                ((2, 2, 3, 2), 7, 5),
                ((1, 9, 1, 3), 4, 1),
            ]:
                c = dict(
                    **same_code(rng, shape, 0.05, -3),
                    rows=rows,
                    columns=columns,
                    align_corners=corners,
                    half_pixel_centers=half,
                )
                text = f"{times(shape)} -> {rows}x{columns}, " + (
                    "align_corners" if corners else "half_pixel_centers" if half else "plain"
                )
                yield one_input(
                    text,
                    c,
                    name,
                    (options, dict(alignCorners=corners, halfPixelCenters=half)),
                    (shape[0], rows, columns, shape[3]),
                    [(rows, columns)],
                )

    return make


def argmax(rng, _):
    for shape, axis, low, high in [
        ((4, 10), 1, -128, 127),
        ((7, 5), 0, -2, 1),
        ((1, 3, 4, 6), 3, -5, -3),
        ((2, 5, 3, 4), 1, -128, 127),
        ((3, 4, 5), 2, 126, 127),
        ((9, 129), 1, -128, 100),
        ((2, 3, 9, 2), 2, -1, 1),
    ]:
        c = dict(input_encoding=code(0.05, -3), input=values(rng, shape, low, high), axis=axis)
        out = shape[:axis] + shape[axis + 1 :]
        yield one_input(
            f"{times(shape)} along axis {axis}, values {low} to {high}",
            c,
            "ARG_MAX",
            ("ArgMaxOptions", dict(outputType=2)),
            out,
            [np.array(axis, np.int32)],
            np.int32,
        )


OPERATORS = dict(
    conv2d=conv2d,
    depthwise_conv2d=depthwise_conv2d,
    dense=dense,
    add=pairwise("ADD"),
    sub=pairwise("SUB"),
    mul=pairwise("MUL"),
    max_pool=pool("MAX_POOL_2D"),
    average_pool=pool("AVERAGE_POOL_2D"),
    mean=mean,
    softmax=softmax,
    sigmoid=function("LOGISTIC", [(e, (1 / 256, -128)) for e in GIVEN]),
    tanh=function("TANH", [(e, (1 / 128, 0)) for e in GIVEN]),
    hard_swish=function("HARD_SWISH", SWISH),
    leaky_relu=function("LEAKY_RELU", LEAKY, "LeakyReluOptions", "alpha"),
    relu=function("RELU", CHANGED),
    relu6=function("RELU6", CHANGED),
    requantize=function("QUANTIZE", REQUANTIZED),
    abs=function("ABS", CHANGED[:5]),
    exp=function("EXP", [(e, (0.05, -128)) for e in ((0.0235, 17), (0.01, -128), (0.05, 100), (0.1, 40))]),
    log=function("LOG", POSITIVE),
    sqrt=function("SQRT", POSITIVE[:2] + POSITIVE[3:]),
    rsqrt=function("RSQRT", POSITIVE),
    elu=function("ELU", SWISH[:5], reference=None),
    gelu=gelu,
    maximum=extremum("MAXIMUM"),
    minimum=extremum("MINIMUM"),
    prelu=prelu,
    batch_matmul=batch_matmul,
    reduce_sum=reduced("SUM", True, None),
    reduce_max=reduced("REDUCE_MAX", False),
    reduce_min=reduced("REDUCE_MIN", False),
    transposed_conv2d=transposed_conv2d,
    depth_to_space=depth_to_space,
    space_to_depth=space_to_depth,
    mirror_pad=mirror_pad,
    gather=gather,
    tile=tile,
    quantize=from_float,
    dequantize=to_float,
    concat=concat,
    slice=slices,
    transpose=transpose,
    pad=pad,
    resize_nearest=resize("RESIZE_NEAREST_NEIGHBOR", "ResizeNearestNeighborOptions"),
    resize_bilinear=resize("RESIZE_BILINEAR", "ResizeBilinearOptions"),
    argmax=argmax,
)
LINEAR = ("conv2d", "depthwise_conv2d", "dense")
SMALL = dict(conv2d=240, depthwise_conv2d=210, dense=500)  # most numbers in input and kernel


def make(operator, reference=True):
    """The cases of one operator, always the same: pairs of a description and the case's members in order.

    Without `reference` by the default resolver, and of the operators in LINEAR the small cases only."""
    rng = np.random.default_rng(zlib.crc32(operator.encode()))
    made = list(OPERATORS[operator](rng, reference))
    return (
        made
        if reference
        else [(t, c) for t, c in made if c["input"].size + c["kernel"].size <= SMALL[operator]]
    )
