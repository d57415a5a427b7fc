# SPDX-License-Identifier: Apache-2.0
"""Writes ONNX models for tests: onnx_operators.py all|quantized FILE.onnx

all holds one of every operator that tenon imports in real numbers, quantized a network of integers in both of ONNX's ways.
Weights are random with a fixed seed; every result that nothing else reads is an output of the network.
"""

import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


class Network:
    def __init__(self):
        self.random = np.random.default_rng(11)
        self.nodes, self.constants, self.read = [], [], set()

    def array(self, *shape):
        return self.constant(self.random.normal(0, 0.5, shape).astype(np.float32))

    def positive(self, *shape):
        return self.constant(self.random.uniform(0.5, 2, shape).astype(np.float32))

    def integers(self, *numbers):
        return self.constant(np.array(numbers, np.int64))

    def constant(self, array):
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def add(self, word, inputs, outputs=1, **attributes):
        names = [f"{word.lower()}_{len(self.nodes)}" + (f"_{i}" if i else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(word, inputs, names, name=names[0] + "/" + word, **attributes))
        self.read |= set(inputs)
        return names if outputs > 1 else names[0]

    def write(self, path, inputs):
        made = [name for node in self.nodes for name in node.output]
        outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in made if name not in self.read]
        ports = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in inputs.items()]
        graph = helper.make_graph(self.nodes, "operators", ports, outputs, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        onnx.save(model, path)


def every_operator(net):
    """Images of 6 rows and 7 columns, and a vector."""
    stem = net.add("Conv", ["x", net.array(4, 3, 3, 3), net.array(4)], pads=[1, 1, 1, 1])
    norm = net.add("BatchNormalization", [stem, net.positive(4), net.array(4), net.array(4), net.positive(4)])
    act = net.add("Relu", [norm])
    net.add("Conv", [act, net.array(4, 2, 2, 2)], group=2, strides=[2, 1], auto_pad="SAME_LOWER")
    net.add("Conv", [act, net.array(2, 4, 2, 2)], dilations=[1, 2], pads=[0, 1, 2, 0])
    deep = net.add("Conv", [act, net.array(8, 1, 3, 3), net.array(8)], group=4, pads=[1, 1, 1, 1])
    row = net.add("Squeeze", [net.add("Slice", [act, net.integers(2), net.integers(3), net.integers(2)]), net.integers(2)])
    net.add("MaxPool", [net.add("Conv", [row, net.array(3, 4, 3)], pads=[1, 1])], kernel_shape=[2], strides=[2])
    net.add("MaxPool", [deep], kernel_shape=[3, 2], strides=[2, 2], ceil_mode=1)
    net.add("AveragePool", [deep], kernel_shape=[3, 3], pads=[1, 1, 1, 1], count_include_pad=1)
    net.add("AveragePool", [deep], kernel_shape=[3, 3], pads=[0, 1, 1, 0])
    pooled = net.add("GlobalAveragePool", [deep])
    net.add("GlobalMaxPool", [deep])
    gate = net.add("HardSigmoid", [net.add("Conv", [pooled, net.array(8, 8, 1, 1)])], alpha=0.3)
    gated = net.add("Mul", [deep, gate])
    shifted = net.add("Add", [net.array(8, 1, 1), net.add("Sub", [gated, net.array(6, 7)])])
    net.add("Div", [net.add("Sum", [gated, shifted, deep]), net.positive(1)])
    net.add("Min", [gated, net.add("Max", [shifted, deep])])
    net.add("Clip", [shifted, net.constant(np.float32(-0.5)), net.constant(np.float32(0.75))])
    net.add("LeakyRelu", [shifted], alpha=0.2)
    net.add("PRelu", [shifted, net.positive(8, 1, 1)])
    net.add("Elu", [shifted], alpha=0.5)
    net.add("Softplus", [shifted])
    net.add("Tanh", [shifted])
    net.add("Sigmoid", [net.add("Neg", [net.add("Abs", [shifted])])])
    net.add("Log", [net.add("Sqrt", [net.add("Exp", [net.add("Pow", [net.add("Tanh", [shifted]), net.constant(np.float32(2))])])])])
    first, rest = net.add("Split", [shifted, net.integers(3, 5)], outputs=2, axis=1)
    net.add("Concat", [rest, net.add("Identity", [first])], axis=1)
    net.add("Pad", [shifted, net.integers(0, 1, 0, 2, 0, 0, 3, 0), net.constant(np.float32(0.25))])
    net.add("Slice", [shifted, net.integers(-1, 1), net.integers(-100, 6), net.integers(2, 3), net.integers(-2, 2)])
    net.add("Gather", [shifted, net.constant(np.array(-2, np.int64))], axis=1)
    net.add("Resize", [first, "", net.constant(np.array([1, 1, 2, 2], np.float32))])
    net.add("Resize", [first, "", "", net.integers(1, 3, 9, 5)], mode="linear")
    net.add("Resize", [first, "", "", net.integers(1, 3, 4, 11)], mode="linear", coordinate_transformation_mode="align_corners")
    net.add("ReduceMean", [shifted], axes=[1], keepdims=0)
    net.add("ReduceMean", [shifted], axes=[2, 3])
    net.add("LRN", [shifted], size=3, alpha=0.5, bias=1.5)
    net.add("LRN", [net.add("Transpose", [shifted], perm=[0, 2, 1, 3])], size=5, beta=0.6)
    net.add("Softmax", [shifted], axis=1)
    net.add("Softmax", [shifted], axis=2)
    turned = net.add("Transpose", [shifted], perm=[0, 2, 3, 1])
    net.add("MatMul", [turned, net.array(8, 3)])
    net.add("Relu", [net.add("Transpose", [first], perm=[0, 3, 1, 2])])
    net.add("Reshape", [shifted, net.integers(0, 16, -1)])
    net.add("ConvTranspose", [first, net.array(3, 2, 3, 2), net.array(2)], strides=[2, 3], pads=[1, 0, 0, 1], output_padding=[1, 0])
    net.add("ConvTranspose", [deep, net.array(8, 2, 2, 2)], group=2, dilations=[1, 2])
    net.add("DepthToSpace", [shifted], blocksize=2)
    net.add("DepthToSpace", [shifted], blocksize=2, mode="CRD")
    net.add("SpaceToDepth", [net.add("Pad", [first, net.integers(0, 0, 1, 1, 0, 0, 1, 0)], mode="reflect")], blocksize=4)
    net.add("Pad", [first, net.integers(0, 0, 2, 1, 0, 0, 1, 3)], mode="edge")
    net.add("Tile", [first, net.integers(1, 2, 1, 3)])
    net.add("Gather", [shifted, net.integers(3, 0, 7, 7)], axis=1)
    net.add("ReduceMax", [shifted], axes=[1, 3])
    net.add("ReduceMin", [shifted], axes=[2], keepdims=0)
    net.add("ReduceSum", [shifted, net.integers(-1)], keepdims=0)
    net.add("MatMul", [first, net.add("Transpose", [first], perm=[0, 1, 3, 2])])
    net.add("Reciprocal", [net.add("Sigmoid", [first])])
    flat = net.add("Flatten", [gated])
    hidden = net.add("Gemm", [flat, net.array(10, 8 * 6 * 7), net.array(10)], transB=1, alpha=0.1, beta=2.0)
    both = net.add("Add", [net.add("MatMul", [hidden, net.array(10, 5)]), net.array(5)])
    net.add("Softmax", [net.add("Mul", [both, "v"])])
    net.add("Relu", [net.add("Unsqueeze", [both, net.integers(-1)])])
    net.add("Tanh", [net.add("Flatten", [deep])])


def between_integers(net, edge, scale, zero_point, dtype=np.uint8):
    """QuantizeLinear and DequantizeLinear behind an edge."""
    codes = [net.constant(np.float32(scale)), net.constant(np.array(zero_point, dtype))]
    return net.add("DequantizeLinear", [net.add("QuantizeLinear", [edge, *codes]), *codes])


def integer_weights(net, *shape, axis=None):
    """int8 weights behind DequantizeLinear, with a scale a channel along an axis or one for all."""
    scales = net.random.uniform(0.004, 0.02, [] if axis is None else shape[axis]).astype(np.float32)
    integers = net.random.integers(-127, 128, shape).astype(np.int8)
    zeros = net.constant(np.zeros_like(scales, np.int8))
    return net.add("DequantizeLinear", [net.constant(integers), net.constant(scales), zeros], axis=axis or 0)


def integer_network(net):
    x = between_integers(net, "x", 0.03, 120)
    stem = net.add("Relu", [net.add("Conv", [x, integer_weights(net, 4, 3, 3, 3, axis=0), net.array(4)], pads=[1, 1, 1, 1])])
    stem = between_integers(net, stem, 0.02, 0)
    deep = net.add("Conv", [stem, integer_weights(net, 4, 1, 3, 3, axis=0)], group=4, pads=[1, 1, 1, 1])
    deep = between_integers(net, deep, 0.04, 128)
    total = between_integers(net, net.add("Add", [stem, deep]), 0.05, 100)
    most = between_integers(net, net.add("MaxPool", [total], kernel_shape=[2, 2], strides=[2, 2]), 0.05, 100)
    signed = between_integers(net, net.add("Conv", [most, integer_weights(net, 6, 4, 1, 1)]), 0.06, -3, np.int8)
    pooled = between_integers(net, net.add("GlobalAveragePool", [signed]), 0.03, -10, np.int8)
    scale, zero = net.constant(np.float32(0.03)), net.constant(np.array(-10, np.int8))
    weights = net.constant(net.random.integers(-127, 128, [8, 6, 1, 1]).astype(np.int8))
    more, none = net.constant(np.float32(0.01)), net.constant(np.array(0, np.int8))
    to, at = net.constant(np.float32(0.07)), net.constant(np.array(5, np.int8))
    bias = net.constant(net.random.integers(-900, 900, [8]).astype(np.int32))
    integers = net.add("QuantizeLinear", [pooled, scale, zero])
    made = net.add("QLinearConv", [integers, scale, zero, weights, more, none, to, at, bias])
    flat = net.add("Flatten", [net.add("DequantizeLinear", [made, to, at])])
    flat = between_integers(net, flat, 0.07, 5, np.int8)
    logits = net.add("Gemm", [flat, integer_weights(net, 5, 8, axis=0), net.array(5)], transB=1)
    net.add("Softmax", [between_integers(net, logits, 0.1, 10, np.int8)])
    net.add("Sigmoid", [net.add("Mul", [most, net.array(4, 1, 1)])])


if __name__ == "__main__":
    network = Network()
    if sys.argv[1] == "quantized":
        integer_network(network)
        network.write(sys.argv[2], {"x": [1, 3, 8, 8]})
    else:
        every_operator(network)
        network.write(sys.argv[2], {"x": [1, 3, 6, 7], "v": [1, 5]})
