# SPDX-License-Identifier: Apache-2.0
"""Simulates per-channel int8 post-training quantization: symmetric weights, affine activations with min-max ranges."""
import numpy as np

from network import EPSILON, MaxPool, windows_of


def folded(weights, name):
    """Kernel (output, taps) and bias of a convolution with its batch_norm folded in."""
    factor = weights[f"{name}.bn.gamma"] / np.sqrt(weights[f"{name}.bn.variance"] + EPSILON)
    kernel = weights[f"{name}.kernel"].reshape(len(factor), -1) * factor[:, None]
    return kernel, weights[f"{name}.bn.beta"] - weights[f"{name}.bn.mean"] * factor


def rounded_kernel(kernel):
    """The kernel in whole numbers of -127..127 and the scale of each output."""
    scale = np.abs(kernel).max(1) / 127
    return np.rint(kernel / scale[:, None]), scale


class Activation:
    """Learns a range while calibrating; afterwards rounds to the int8 grid of that range."""

    def __init__(self):
        self.low = self.high = 0.0
        self.calibrating = True

    def __call__(self, values):
        if self.calibrating:
            self.low, self.high = min(self.low, values.min()), max(self.high, values.max())
            return values
        scale = (self.high - self.low) / 255
        zero_point = np.rint(-128 - self.low / scale)
        return (np.clip(np.rint(values / scale) + zero_point, -128, 127) - zero_point) * scale


class Linear:
    """A convolution or dense layer with float weights while calibrating, int8 weights and int32 bias afterwards."""

    def __init__(self, kernel, bias):
        self.kernel, self.bias = kernel.astype(np.float64), bias.astype(np.float64)
        self.output = Activation()

    def __call__(self, rows, input_scale, clamp):
        kernel, bias = self.kernel, self.bias
        if not self.output.calibrating:
            whole, scale = rounded_kernel(kernel)
            kernel = whole * scale[:, None]
            bias = np.rint(bias / (scale * input_scale)) * (scale * input_scale)
        values = rows @ kernel.T + bias
        return self.output(np.maximum(values, 0) if clamp else values)

    def scale(self):
        return (self.output.high - self.output.low) / 255 or 1.0


class Quantized:
    def __init__(self, weights):
        self.convolutions = {name: Linear(*folded(weights, name)) for name in ("stem", "body", "head")}
        self.dense = Linear(weights["logits.kernel"], weights["logits.bias"])

    def run(self, images):
        scale = 1 / 255  # pixels are whole steps already
        for name, stride in (("stem", 2), ("body", 1), ("head", 1)):
            rows, shape = windows_of(images, stride)
            layer = self.convolutions[name]
            images = layer(rows, scale, True).reshape(*shape, -1)
            scale = layer.scale()
            if name != "stem":
                images = MaxPool().forward(images, training=False)  # picks whole numbers, rounds nothing
        return self.dense(images.reshape(len(images), -1), scale, False)

    def freeze(self):
        for layer in [self.dense, *self.convolutions.values()]:
            layer.output.calibrating = False


def logits(weights, calibration, images):
    """The logits of `images` in int8 arithmetic, with the ranges seen on `calibration`."""
    network = Quantized(weights)
    network.run(calibration.astype(np.float64))
    network.freeze()
    return network.run(images.astype(np.float64))
