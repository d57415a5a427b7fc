# SPDX-License-Identifier: Apache-2.0
"""What the cases of all operators share: values, shapes and options."""

import numpy as np

F = np.float32
ACTIVATIONS = {"none": 0, "relu": 1, "relu6": 3}
EVERY = np.arange(-128, 128, dtype=np.int8)


def code(scale, zero_point):
    return F(scale), zero_point


def values(rng, shape, low=-128, high=127):
    """Uniform over all int8, its two ends always among them."""
    v = rng.integers(low, high + 1, shape).astype(np.int8)
    if v.size > 1:
        v.ravel()[rng.permutation(v.size)[:2]] = low, high
    return v


def times(shape):
    return "x".join(map(str, shape))


def windowed(size, window, stride, dilation, same):
    reach = (window - 1) * dilation + 1
    return -(-size // stride) if same else (size - reach) // stride + 1


def spatial(shape, window, stride, dilation, same):
    return [windowed(shape[1 + i], window[i], stride[i], dilation[i], same) for i in (0, 1)]


def image_options(c):
    return dict(
        padding=0 if c["same"] else 1,
        strideH=c["stride"][0],
        strideW=c["stride"][1],
        fusedActivationFunction=ACTIVATIONS[c["activation"]],
    )
