# SPDX-License-Identifier: Apache-2.0
"""LiteRT's int8 rules once more, from their description, one element at a time: the golden vectors' check."""

import itertools
import math

import numpy as np

F = np.float32


def away(x):
    """To nearest, halves away from zero."""
    x = float(x)
    t = math.trunc(x)
    return int(t + math.copysign(1, x)) if abs(x - t) >= 0.5 else int(t)


def factor(real):
    """A real factor as a 31-bit mantissa and a power of two."""
    f, e = math.frexp(real)
    m = away(f * 2.0**31)
    if m == 2**31:
        m, e = 2**30, e + 1
    return (0, 0) if real == 0 or e < -31 else (m, e)


def wrap(x):
    return (int(x) + 2**31) % 2**32 - 2**31


def sat(x, bits=32):
    return max(-(2 ** (bits - 1)), min(2 ** (bits - 1) - 1, x))


def high(a, b):
    return (a * b + 2**30) >> 31


def down(x, n):
    """x / 2^n, halves away from zero."""
    return x if n == 0 else (x + 2 ** (n - 1) - (x < 0)) >> n


def scaled(x, m, e):
    return down(high(wrap(x << max(e, 0)), m), max(-e, 0))


def limits(encoding, activation):
    at = lambda v: encoding[1] + away(F(v) / encoding[0])
    low = max(-128, encoding[1]) if activation in ("relu", "relu6") else -128
    return low, min(127, at(6)) if activation == "relu6" else 127


def store(y, encoding, activation="none"):
    low, up = limits(encoding, activation)
    return max(low, min(up, y + encoding[1]))


def each(function, *arrays, dtype=np.int8):
    arrays = np.broadcast_arrays(*arrays)
    out = [function(*(v.item() for v in values)) for values in zip(*(a.ravel() for a in arrays))]
    return np.array(out, dtype).reshape(arrays[0].shape)


def placement(size, window, stride, dilation, same):
    reach = (window - 1) * dilation + 1
    if not same:
        return (size - reach) // stride + 1, 0
    out = -(-size // stride)
    return out, max((out - 1) * stride + reach - size, 0) // 2


def inside(c, shape, window):
    """For each output place: (batch, row, column, [(kernel row, kernel column, input row, input column)])."""
    dilation = c.get("dilation", (1, 1))
    (rows, top), (columns, left) = (
        placement(shape[1 + i], window[i], c["stride"][i], dilation[i], c["same"]) for i in (0, 1)
    )
    for b, y, x in itertools.product(range(shape[0]), range(rows), range(columns)):
        taps = [
            (i, j, y * c["stride"][0] - top + i * dilation[0], x * c["stride"][1] - left + j * dilation[1])
            for i in range(window[0])
            for j in range(window[1])
        ]
        yield b, y, x, [t for t in taps if 0 <= t[2] < shape[1] and 0 <= t[3] < shape[2]]


def transposed_conv2d(c):
    """Scatters each input pixel; the result is cut where a forward convolution from its size would be padded."""
    x, w = c["input"].astype(np.int64) - c["input_encoding"][1], c["kernel"].astype(np.int64)
    acc = np.zeros(c["expected"].shape, np.int64)
    around = [
        max((x.shape[1 + i] - 1) * c["stride"][i] + c["window"][i] - acc.shape[1 + i], 0) // 2 if c["same"] else 0
        for i in (0, 1)
    ]
    for b, y, v in np.ndindex(x.shape[:3]):
        for i, j in itertools.product(*map(range, c["window"])):
            row, column = y * c["stride"][0] + i - around[0], v * c["stride"][1] + j - around[1]
            if 0 <= row < acc.shape[1] and 0 <= column < acc.shape[2]:
                acc[b, row, column] += w[:, i, j] @ x[b, y, v]
    return requantized(acc, dict(c, groups=1))


def requantized(acc, c):
    s_i, s_o = float(c["input_encoding"][0]), float(c["output_encoding"][0])
    out = np.empty(acc.shape, np.int8)
    for o in range(acc.shape[-1]):
        scale = c["kernel_scales"][o]
        m, e = factor(s_i * float(scale) / s_o)
        ratio = c["input_encoding"][0] * scale / c["output_encoding"][0]
        for where in np.ndindex(acc.shape[:-1]):
            a = wrap(acc[where][o] + int(c["bias"][o]))
            if c.get("float32"):
                y = int(np.rint(np.clip(F(a) * ratio, F(-(2**30)), F(2**30))))
            elif "multiplier" not in c and "groups" not in c:
                y = away(a * (s_i * float(scale) / s_o))
            else:
                y = scaled(a, m, e)
            out[where + (o,)] = store(y, c["output_encoding"], c["activation"])
    return out


def conv2d(c):
    x, w = c["input"].astype(np.int64) - c["input_encoding"][1], c["kernel"].astype(np.int64)
    acc = np.zeros(c["expected"].shape, np.int64)
    depth, per_group = w.shape[3], w.shape[0] // c["groups"]
    for b, y, v, taps in inside(c, x.shape, w.shape[1:3]):
        for o in range(w.shape[0]):
            first = o // per_group * depth
            acc[b, y, v, o] = sum(int(w[o, i, j] @ x[b, r, s, first : first + depth]) for i, j, r, s in taps)
    return requantized(acc, c)


def depthwise_conv2d(c):
    x, w = c["input"].astype(np.int64) - c["input_encoding"][1], c["kernel"].astype(np.int64)
    acc = np.zeros(c["expected"].shape, np.int64)
    for b, y, v, taps in inside(c, x.shape, w.shape[:2]):
        for o in range(w.shape[2]):
            acc[b, y, v, o] = sum(int(w[i, j, o] * x[b, r, s, o // c["multiplier"]]) for i, j, r, s in taps)
    return requantized(acc, c)


def dense(c):
    x = c["input"].astype(np.int64) - c["input_encoding"][1]
    return requantized(x @ (c["kernel"].astype(np.int64) - c["kernel_zero_point"]).T, c)


def sum_or_difference(sign):
    def run(c):
        (s1, z1), (s2, z2), out = c["first_encoding"], c["second_encoding"], c["output_encoding"]
        twice = 2 * max(float(s1), float(s2))
        f1, f2, fo = (
            factor(float(s1) / twice),
            factor(float(s2) / twice),
            factor(twice / (2.0**20 * float(out[0]))),
        )
        return each(
            lambda a, b: store(
                scaled(scaled((a - z1) << 20, *f1) + sign * scaled((b - z2) << 20, *f2), *fo),
                out,
                c["activation"],
            ),
            c["first"],
            c["second"],
        )

    return run


def mul(c):
    (s1, z1), (s2, z2), out = c["first_encoding"], c["second_encoding"], c["output_encoding"]
    f = factor(float(s1 * s2 / out[0]))
    return each(
        lambda a, b: store(scaled((a - z1) * (b - z2), *f), out, c["activation"]), c["first"], c["second"]
    )


def pool(reduce):
    def run(c):
        out = np.empty(c["expected"].shape, np.int8)
        low, up = limits(c["output_encoding"], c["activation"])
        for b, y, v, taps in inside(c, c["input"].shape, c["window"]):
            for channel in range(out.shape[3]):
                values = [int(c["input"][b, r, s, channel]) for _, _, r, s in taps]
                out[b, y, v, channel] = max(low, min(up, reduce(values)))
        return out

    return run


def rounded_average(values):
    total, n = sum(values), len(values)
    magnitude = (abs(total) + n // 2) // n
    return magnitude if total >= 0 else -magnitude


def mean(c):
    axes, (s, z), out = tuple(c["axes"]), c["input_encoding"], c["output_encoding"]
    n = math.prod(c["input"].shape[a] for a in axes)
    m, e = factor(float(s) / float(out[0]))
    k = min(n.bit_length() - 1, 32, 31 + e)
    total = c["input"].astype(np.int64).sum(axes, keepdims=c["keep_dims"])
    return each(lambda t: store(scaled(t - n * z, (m << k) // n, e - k), out), total)


def summed(c):
    axes, (s, z), out = tuple(c["axes"]), c["input_encoding"], c["output_encoding"]
    n = math.prod(c["input"].shape[a] for a in axes)
    scale = s / out[0]
    bias = F(-z) * scale * F(n)
    total = c["input"].astype(np.int64).sum(axes, keepdims=c["keep_dims"])
    return each(lambda t: store(away(F(t) * scale + bias), out), total)


def batch_matmul(c):
    a, b = (c[n].astype(np.int64) - c[f"{n}_encoding"][1] for n in ("first", "second"))
    a = a.swapaxes(-1, -2) if c["first_transposed"] else a
    b = b.swapaxes(-1, -2) if c["second_transposed"] else b
    f = factor(float(c["first_encoding"][0] * c["second_encoding"][0]) / float(c["output_encoding"][0]))
    return each(lambda t: store(scaled(t, *f), c["output_encoding"]), a @ b)


def prelu(c):
    (s, z), (sa, za), out = c["first_encoding"], c["second_encoding"], c["output_encoding"]
    plain, bent = factor(float(s / out[0])), factor(float(s * sa / out[0]))
    return each(
        lambda q, a: store(scaled(q - z, *plain) if q >= z else scaled((q - z) * (a - za), *bent), out),
        c["first"],
        c["second"],
    )


def blocks(c, to_depth):
    n, rows, columns, depth = c["input"].shape
    b = c["block"]
    if to_depth:
        x = c["input"].reshape(n, rows // b, b, columns // b, b, depth).transpose(0, 1, 3, 2, 4, 5)
        return x.reshape(n, rows // b, columns // b, b * b * depth)
    x = c["input"].reshape(n, rows, columns, b, b, depth // b // b).transpose(0, 1, 3, 2, 4, 5)
    return x.reshape(n, rows * b, columns * b, depth // b // b)


def exponential(a):
    """e^a of a Q5.26 number that is not positive, as Q0.31."""
    if a == 0:
        return 2**31 - 1
    low = a % 2**24 - 2**24
    x = (low << 5) + 2**28
    square = high(x, x)
    cube, fourth = high(square, x), high(square, square)
    tail = down(high(down(fourth, 2) + cube, 715827883) + square, 1)
    y = 1895147668 + high(1895147668, x + tail)
    for i, k in enumerate((1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242)):
        if (low - a) >> (24 + i) & 1:
            y = high(y, k)
    return y


def inverse(f):
    """1 / (1 + f) of a Q0.31 number, as Q0.31."""
    h = (f + 2**31) >> 1
    y = 1515870810 + high(h, -1010580540)
    for _ in range(3):
        y += sat(high(y, 2**29 - high(h, y)) << 2)
    return sat(y << 1)


def softmax_row(row, m, left):
    furthest = -math.floor(31 * 2.0**26 / 2.0**left)
    distance = [int(q) - int(max(row)) for q in row]
    e = [exponential(high(d << left, m)) if d >= furthest else None for d in distance]
    total = sum(down(v, 12) for v in e if v is not None)
    zeros = 32 - total.bit_length()
    inv = inverse((total << zeros) - 2**31)
    return [-128 if v is None else sat(down(high(inv, v), 12 - zeros + 23) - 128, 8) for v in e]


def softmax(c):
    m, left = factor(min(float(F(c["beta"])) * float(c["input_encoding"][0]) * 2.0**26, 2.0**31 - 1))
    rows = c["input"].reshape(-1, c["input"].shape[-1])
    return np.array([softmax_row(r, m, left) for r in rows], np.int8).reshape(c["input"].shape)


def table(function):
    def run(c):
        (s, z), out = c["input_encoding"], c["output_encoding"]
        return each(lambda q: sat(away(F(function(s * F(q - z))) * (F(1) / out[0])) + out[1], 8), c["input"])

    return run


def sigmoid_value(v):
    return F(1) / (F(1) + F(min(math.exp(min(-float(v), 700.0)), 3.0e38)))


def inverse_root(v):
    """1 / the square root of an integer: a multiplier and its exponent."""
    if v <= 1:
        return 2**31 - 1, 0
    k, pairs = 11, (32 - v.bit_length() - 1) // 2 - 1
    half, x = down((v << 2 * pairs) >> 1, 1), 2**28
    for _ in range(5):
        cube = sat(high(high(x, x), x) << 6)
        x = sat((high(3 * 2**27, x) - high(half, cube)) << 3)
    return high(x, 1518500250), pairs - k


def rsqrt(c):
    (s, z), out = c["input_encoding"], c["output_encoding"]
    m, e = factor(1.0 / float(np.sqrt(s) * out[0]))

    def one(q):
        if q == z:
            return 127
        multiplier, exponent = inverse_root(q - z)
        return store(scaled(scaled(1, multiplier, exponent + 20), m, e - 20), out)

    return each(one, c["input"])


def square_root(c):
    (s, z), out = c["input_encoding"], c["output_encoding"]
    return each(lambda q: sat(math.floor(np.sqrt(s * F(q - z)) / out[0]) + out[1], 8), c["input"])


def absolute(c):
    (s, z), out = c["input_encoding"], c["output_encoding"]
    f = factor(float(s / out[0]))
    return each(lambda q: store(scaled(abs(q - z), *f), out), c["input"])


def gelu(c):
    def bent(v):
        if c["approximate"]:
            return 0.5 * v * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v**3)))
        return 0.5 * v * math.erfc(-v * math.sqrt(0.5))

    return table(lambda v: bent(float(v)))(c)


def narrow(m):
    return 32767 if m >= 2**31 - 1 - 2**15 else (m + 2**15) >> 16


def hard_swish(c):
    (s, z), out = c["input_encoding"], c["output_encoding"]
    fine = s * F(1 / 128)
    mo, eo = factor(float(fine / out[0]))
    mr, er = factor(float(fine / (F(3) / F(32768))))

    def one(q):
        x = (q - z) << 7
        r = (sat(x << max(er - 1, 0), 16) * narrow(mr) + 2**14) >> 15
        r = sat(r << 1, 16) if er > 0 else down(r, -er)
        product = ((r + 32768) >> 1) * ((x * narrow(mo) + 2**14) >> 15)
        p = abs(product) >> 15
        return store(down(p if product >= 0 else -p, -eo), out)

    return each(one, c["input"])


def leaky_relu(c):
    (s, z), out = c["input_encoding"], c["output_encoding"]
    plain, slope = factor(float(s / out[0])), s * F(c["alpha"]) / out[0]
    bent, sign = factor(float(abs(slope))), -1 if slope < 0 else 1
    return each(
        lambda q: store(scaled(q - z, *plain) if q >= z else sign * scaled(q - z, *bent), out), c["input"]
    )


def rectified(activation):
    def run(c):
        (s, z), out = c["input_encoding"], c["output_encoding"]
        f = factor(float(s / out[0]))
        return each(lambda q: store(scaled(q - z, *f), out, activation), c["input"])

    return run


def quantize(c):
    s, z = c["output_encoding"]
    return each(lambda x: sat(away(F(x) / s) + z, 8), c["input"])


def dequantize(c):
    s, z = c["input_encoding"]
    return each(lambda q: s * F(q - z), c["input"], dtype=F)


def requantize(c):
    (s, z), out = c["input_encoding"], c["output_encoding"]
    f = factor(float(s) / float(out[0]))
    return each(lambda q: store(scaled(q - z, *f), out), c["input"])


def nearest_index(i, size, count, c):
    corners = c["align_corners"] and count > 1
    scale = F(size - 1) / F(count - 1) if corners else F(size) / F(count)
    v = (F(i) + F(0.5 if c["half_pixel_centers"] else 0)) * scale
    return max(0, min(away(v) if c["align_corners"] else math.floor(v), size - 1))


def resize_nearest(c):
    _, rows, columns, _ = c["input"].shape
    picked = [
        [nearest_index(i, n, out, c) for i in range(out)]
        for n, out in ((rows, c["rows"]), (columns, c["columns"]))
    ]
    return c["input"][:, picked[0]][:, :, picked[1]]


def between(i, size, count, c):
    """The two neighbours of an output place and the 10-bit fraction between them."""
    k = 1 if c["align_corners"] and count > 1 else 0
    scale = (1024 * (size - k) + (count - k) // 2) // (count - k)
    p = i * scale + (scale // 2 - 512 if c["half_pixel_centers"] else 0)
    low = max(p, 0) // 1024
    return low, min(max(p + 1023, 0) // 1024, size - 1), p - 1024 * low


def resize_bilinear(c):
    x, out = c["input"].astype(int), np.empty(c["expected"].shape, np.int8)
    for b, y, v, channel in np.ndindex(out.shape):
        y0, y1, fy = between(y, x.shape[1], c["rows"], c)
        x0, x1, fx = between(v, x.shape[2], c["columns"], c)
        at = lambda r, s: int(x[b, r, s, channel])
        t = (at(y0, x0) * (1024 - fx) + at(y0, x1) * fx) * (1024 - fy) + (
            at(y1, x0) * (1024 - fx) + at(y1, x1) * fx
        ) * fy
        magnitude = (abs(t) + 2**19) >> 20
        out[b, y, v, channel] = magnitude if t >= 0 else -magnitude
    return out


def sliced(c):
    pick = lambda b, e, s, n: slice(b, None if e < -n else e, s)
    return c["input"][
        tuple(pick(b, e, s, n) for b, e, s, n in zip(c["begin"], c["end"], c["stride"], c["input"].shape))
    ]


RULES = dict(
    conv2d=conv2d,
    depthwise_conv2d=depthwise_conv2d,
    dense=dense,
    add=sum_or_difference(1),
    sub=sum_or_difference(-1),
    mul=mul,
    max_pool=pool(max),
    average_pool=pool(rounded_average),
    mean=mean,
    softmax=softmax,
    sigmoid=table(sigmoid_value),
    tanh=table(lambda v: math.tanh(float(v))),
    hard_swish=hard_swish,
    leaky_relu=leaky_relu,
    relu=rectified("relu"),
    relu6=rectified("relu6"),
    quantize=quantize,
    dequantize=dequantize,
    requantize=requantize,
    resize_nearest=resize_nearest,
    resize_bilinear=resize_bilinear,
    slice=sliced,
    concat=lambda c: np.concatenate(
        [v for k, v in c.items() if k.startswith("input_") and k[6:].isdigit()], c["axis"]
    ),
    transpose=lambda c: c["input"].transpose(c["permutation"]),
    pad=lambda c: np.pad(c["input"], list(zip(c["before"], c["after"])), constant_values=c["value"]),
    abs=absolute,
    exp=table(lambda v: math.exp(v)),
    log=table(lambda v: math.log(v) if v > 0 else -1e30),
    sqrt=square_root,
    rsqrt=rsqrt,
    elu=table(lambda v: v if v >= 0 else math.expm1(v)),
    gelu=gelu,
    maximum=lambda c: np.maximum(c["first"], c["second"]),
    minimum=lambda c: np.minimum(c["first"], c["second"]),
    prelu=prelu,
    batch_matmul=batch_matmul,
    reduce_sum=summed,
    reduce_max=lambda c: c["input"].max(tuple(c["axes"]), keepdims=c["keep_dims"]),
    reduce_min=lambda c: c["input"].min(tuple(c["axes"]), keepdims=c["keep_dims"]),
    transposed_conv2d=transposed_conv2d,
    depth_to_space=lambda c: blocks(c, False),
    space_to_depth=lambda c: blocks(c, True),
    mirror_pad=lambda c: np.pad(
        c["input"], list(zip(c["before"], c["after"])), mode="symmetric" if c["symmetric"] else "reflect"
    ),
    gather=lambda c: c["input"].take(c["indices"], c["axis"]),
    tile=lambda c: np.tile(c["input"], c["repeats"]),
    argmax=lambda c: np.argmax(c["input"], c["axis"]).astype(np.int32),
)
