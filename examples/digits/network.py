# SPDX-License-Identifier: Apache-2.0
"""The digits network in plain numpy: forward and backward of each layer, images as (batch, rows, columns, channels)."""
import numpy as np

EPSILON = 1e-3  # of every batch_norm; the C++ model states the same number


def padding_for(size, stride, window=3):
    """TFLite's "same": half of the total in front, the rest behind."""
    total = max((-(-size // stride) - 1) * stride + window - size, 0)
    return total // 2, total - total // 2


def windows_of(images, stride):
    """Every 3x3 window as one row: (batch * rows * columns, 9 * channels), and the shape of the output image."""
    pad = padding_for(images.shape[1], stride)
    padded = np.pad(images, ((0, 0), pad, pad, (0, 0)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))[:, ::stride, ::stride]
    batch, rows, columns = view.shape[:3]
    return view.transpose(0, 1, 2, 4, 5, 3).reshape(batch * rows * columns, -1), (batch, rows, columns)


class Conv2d:
    """3x3, same padding, no bias. The kernel is held as OHWI: [output][row][column][input]."""

    def __init__(self, random, inputs, outputs, stride):
        self.stride = stride
        deviation = np.sqrt(2.0 / (9 * inputs))
        self.parameters = {"kernel": (random.standard_normal((outputs, 3, 3, inputs)) * deviation).astype(np.float32)}

    def forward(self, images, training):
        kernel = self.parameters["kernel"]
        self.input_shape = images.shape
        self.columns, shape = windows_of(images, self.stride)
        return (self.columns @ kernel.reshape(len(kernel), -1).T).reshape(*shape, len(kernel))

    def backward(self, slope):
        kernel = self.parameters["kernel"]
        flat = slope.reshape(-1, len(kernel))
        self.gradients = {"kernel": (flat.T @ self.columns).reshape(kernel.shape)}
        if self.input_shape[3] == 1:  # the first layer: nobody asks for the slope of the picture
            return None
        return self._scatter((flat @ kernel.reshape(len(kernel), -1)).reshape(*slope.shape[:3], 3, 3, -1))

    def _scatter(self, columns):
        batch, rows, width, channels = self.input_shape
        before, after = padding_for(rows, self.stride)
        total = before + after
        result = np.zeros((batch, rows + total, width + total, channels), columns.dtype)
        span_rows, span_columns = columns.shape[1] * self.stride, columns.shape[2] * self.stride
        for i in range(3):
            for j in range(3):
                result[:, i:i + span_rows:self.stride, j:j + span_columns:self.stride] += columns[:, :, :, i, j]
        return result[:, before:before + rows, before:before + width]


class BatchNorm:
    """Normalizes each channel; keeps moving statistics for inference."""

    def __init__(self, channels, momentum=0.98):
        self.momentum = momentum
        self.parameters = {"gamma": np.ones(channels, np.float32), "beta": np.zeros(channels, np.float32)}
        self.statistics = {"mean": np.zeros(channels, np.float32), "variance": np.ones(channels, np.float32)}

    def forward(self, images, training):
        if training:
            flat = images.reshape(-1, images.shape[-1])
            mean, variance = flat.mean(0), flat.var(0)
            self._remember("mean", mean)
            self._remember("variance", variance)
        else:
            mean, variance = self.statistics["mean"], self.statistics["variance"]
        self.inverse = 1 / np.sqrt(variance + images.dtype.type(EPSILON))
        self.normal = (images - mean) * self.inverse
        return self.normal * self.parameters["gamma"] + self.parameters["beta"]

    def _remember(self, name, value):
        self.statistics[name] = (self.momentum * self.statistics[name] + (1 - self.momentum) * value).astype(np.float32)

    def backward(self, slope):
        axes = (0, 1, 2)
        count = slope.size // slope.shape[-1]
        beta, gamma = slope.sum(axes), (slope * self.normal).sum(axes)
        self.gradients = {"gamma": gamma, "beta": beta}
        return self.parameters["gamma"] * self.inverse * (slope - beta / count - self.normal * (gamma / count))


class Relu:
    def forward(self, images, training):
        self.positive = images > 0
        return images * self.positive

    def backward(self, slope):
        return slope * self.positive


class MaxPool:
    """2x2, stride 2, valid padding: an odd last row and column are left out."""

    def forward(self, images, training):
        self.input_shape = images.shape
        batch, rows, columns, channels = images.shape
        whole = images[:, :rows // 2 * 2, :columns // 2 * 2]
        cells = whole.reshape(batch, rows // 2, 2, columns // 2, 2, channels)
        best = cells.max((2, 4))
        if training:
            self.chosen = cells == best[:, :, None, :, None]
        return best

    def backward(self, slope):
        share = slope / self.chosen.sum((2, 4))
        spread = self.chosen * share[:, :, None, :, None]
        batch, rows, _, columns, _, channels = spread.shape
        result = np.zeros(self.input_shape, slope.dtype)
        result[:, :rows * 2, :columns * 2] = spread.reshape(batch, rows * 2, columns * 2, channels)
        return result


class Flatten:
    def forward(self, images, training):
        self.input_shape = images.shape
        return images.reshape(len(images), -1)

    def backward(self, slope):
        return slope.reshape(self.input_shape)


class Dense:
    def __init__(self, random, inputs, units):
        kernel = random.standard_normal((units, inputs)) * np.sqrt(1.0 / inputs)
        self.parameters = {"kernel": kernel.astype(np.float32), "bias": np.zeros(units, np.float32)}

    def forward(self, vectors, training):
        self.vectors = vectors
        return vectors @ self.parameters["kernel"].T + self.parameters["bias"]

    def backward(self, slope):
        self.gradients = {"kernel": slope.T @ self.vectors, "bias": slope.sum(0)}
        return slope @ self.parameters["kernel"]


class Network:
    """Named layers in a row; `logits` is the last: the softmax "scores" has no parameters and changes no answer."""

    def __init__(self, random):
        self.layers = {
            "stem": Conv2d(random, 1, 16, 2), "stem.bn": BatchNorm(16), "stem.relu": Relu(),
            "body": Conv2d(random, 16, 32, 1), "body.bn": BatchNorm(32), "body.relu": Relu(),
            "pool": MaxPool(),
            "head": Conv2d(random, 32, 64, 1), "head.bn": BatchNorm(64), "head.relu": Relu(),
            "head.pool": MaxPool(),
            "flatten": Flatten(),
            "logits": Dense(random, 3 * 3 * 64, 10),
        }

    def forward(self, images, training=False):
        for layer in self.layers.values():
            images = layer.forward(images, training)
        return images

    def backward(self, slope):
        for layer in reversed(self.layers.values()):
            slope = layer.backward(slope)

    def trainable(self):
        """(layer, parameter name) of everything that training changes."""
        return [(layer, name) for layer in self.layers.values() for name in getattr(layer, "parameters", {})]

    def weights(self):
        """Every number that inference needs, by its bound name, such as "stem.bn.gamma"."""
        return {f"{name}.{part}": values for name, layer in self.layers.items()
                for part, values in (getattr(layer, "parameters", {}) | getattr(layer, "statistics", {})).items()}

    def logits(self, images, batch=250):
        return np.concatenate([self.forward(images[i:i + batch]) for i in range(0, len(images), batch)])
