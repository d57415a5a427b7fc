# SPDX-License-Identifier: Apache-2.0
"""Writes models that hold one of every operator that tenon imports: operators.py int8|float32|mixed|streaming|int16 FILE.tflite

Weights are random with a fixed seed; every result that nothing else reads is an output of the network.
"""

import pathlib
import sys

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema

TYPES = {np.dtype(np.float32): schema.TensorType.FLOAT32, np.dtype(np.int8): schema.TensorType.INT8,
         np.dtype(np.int16): schema.TensorType.INT16, np.dtype(np.int64): schema.TensorType.INT64,
         np.dtype(np.uint8): schema.TensorType.UINT8, np.dtype(np.int32): schema.TensorType.INT32,
         np.dtype(object): schema.TensorType.RESOURCE}
SAME, VALID = schema.Padding.SAME, schema.Padding.VALID
RELU, RELU6, RELU1 = (getattr(schema.ActivationFunctionType, name) for name in ("RELU", "RELU6", "RELU_N1_TO_1"))


class Network:
    """Operators in order; `quantized` decides whether activations are int8."""

    def __init__(self, quantized):
        self.quantized, self.integer = quantized, np.int8
        self.random = np.random.default_rng(11)
        self.model, self.graph = schema.ModelT(), schema.SubGraphT()
        self.model.version, self.model.operatorCodes, self.model.buffers = 3, [], [schema.BufferT()]
        self.graph.tensors, self.graph.operators, self.read, self.called = [], [], set(), []

    def tensor(self, name, shape, dtype, scales=None, zero_point=0, axis=0, data=None):
        made = schema.TensorT()
        made.name, made.shape, made.type = name, np.asarray(shape, np.int32), TYPES[np.dtype(dtype)]
        if scales is not None:
            made.quantization = schema.QuantizationParametersT()
            made.quantization.scale = np.atleast_1d(np.asarray(scales, np.float32))
            made.quantization.zeroPoint = np.full(made.quantization.scale.size, zero_point, np.int64)
            made.quantization.quantizedDimension = axis
        if data is not None:
            buffer = schema.BufferT()
            buffer.data = np.frombuffer(np.ascontiguousarray(data, dtype).tobytes(), np.uint8)
            made.buffer = len(self.model.buffers)
            self.model.buffers.append(buffer)
        self.graph.tensors.append(made)
        return len(self.graph.tensors) - 1

    def edge(self, name, shape, code):
        if self.quantized and code is not None:
            return self.tensor(name, shape, self.integer, *code)
        return self.tensor(name, shape, np.float32)

    def bytes_of_weights(self, name, shape, zero_point):
        return self.tensor(name, shape, np.uint8, 0.011, zero_point, data=self.random.integers(0, 256, shape))

    def numbers(self, *values):
        return self.tensor("numbers", [len(values)], np.int32, data=values)

    def weights(self, name, shape, axis=None, zero_point=0):
        """float32, or int8 with a scale a channel along `axis`."""
        if not self.quantized:
            return self.tensor(name, shape, np.float32, data=self.random.normal(0, 0.4, shape))
        scales = self.random.uniform(0.002, 0.02, 1 if axis is None else shape[axis])
        return self.tensor(name, shape, np.int8, scales, zero_point, axis or 0, self.random.integers(-127, 128, shape))

    def bias(self, size, scale=None):
        """LiteRT looks at the scale of a bias beside uint8 only."""
        if self.quantized:
            return self.tensor("bias", [size], np.int32, scale, data=self.random.integers(-4000, 4000, size))
        return self.tensor("bias", [size], np.float32, data=self.random.normal(0, 0.5, size))

    def operand(self, name, shape):
        if self.quantized:
            return self.tensor(name, shape, np.int8, 0.03, 4, data=self.random.integers(-128, 128, shape))
        return self.tensor(name, shape, np.float32, data=self.random.normal(0, 2, shape))

    def add(self, builtin, inputs, output, options=None, **fields):
        """An operator; `output` is a tensor, a list of them, or None."""
        call, code = schema.OperatorT(), schema.OperatorCodeT()
        code.builtinCode = getattr(schema.BuiltinOperator, builtin)
        code.deprecatedBuiltinCode = min(code.builtinCode, 127)
        self.model.operatorCodes.append(code)
        call.opcodeIndex = len(self.model.operatorCodes) - 1
        made = [] if output is None else np.atleast_1d(output)
        call.inputs, call.outputs = np.asarray(inputs, np.int32), np.asarray(made, np.int32)
        if options:
            call.builtinOptions = getattr(schema, options + "T")()
            call.builtinOptionsType = getattr(schema.BuiltinOptions, options)
            for key, value in fields.items():
                assert hasattr(call.builtinOptions, key), key
                setattr(call.builtinOptions, key, value)
        self.graph.operators.append(call)
        self.read |= set(inputs)
        return output

    def write(self, path, inputs):
        made = [int(tensor) for call in self.graph.operators for tensor in call.outputs]
        self.graph.inputs = np.asarray(inputs, np.int32)
        self.graph.outputs = np.asarray([tensor for tensor in made if tensor not in self.read], np.int32)
        self.model.subgraphs = [self.graph, *self.called]
        builder = flatbuffers.Builder(4096)
        builder.Finish(self.model.Pack(builder), b"TFL3")
        pathlib.Path(path).write_bytes(bytes(builder.Output()))


def every_operator(net):
    x = net.edge("x", [1, 8, 6, 4], (0.05, 3))
    conv = net.add("CONV_2D", [x, net.weights("grouped/Conv2D", [6, 3, 3, 2], 0), net.bias(6)],
                   net.edge("grouped/out", [1, 8, 6, 6], (0.07, -5)), "Conv2DOptions", padding=SAME, strideH=1, strideW=1)
    relu = net.add("RELU", [conv], net.edge("relu", [1, 8, 6, 6], (0.06, -128)))
    net.add("RELU6", [conv], net.edge("relu6", [1, 8, 6, 6], (0.024, -128)))
    net.add("RELU_N1_TO_1", [conv], net.edge("relu1", [1, 8, 6, 6], (0.008, 0)))
    deep = net.add("DEPTHWISE_CONV_2D", [relu, net.weights("deep/depthwise", [1, 3, 2, 12], 3), net.bias(12)],
                   net.edge("deep/out", [1, 4, 3, 12], (0.023, -128)), "DepthwiseConv2DOptions", padding=SAME, strideH=2,
                   strideW=2, depthMultiplier=2, fusedActivationFunction=RELU6)
    wide = net.add("CONV_2D", [x, net.weights("dilated/Conv2D", [12, 2, 3, 4]), net.bias(12)],
                   net.edge("dilated/out", [1, 4, 3, 12], (0.05, 10)), "Conv2DOptions", padding=SAME, strideH=2, strideW=2,
                   fusedActivationFunction=RELU1)
    spread = net.add("DEPTHWISE_CONV_2D", [deep, net.weights("spread/depthwise", [1, 2, 2, 12], 3)],
                     net.edge("spread/out", [1, 2, 1, 12], (0.02, 7)), "DepthwiseConv2DOptions", padding=VALID, strideH=1,
                     strideW=1, depthMultiplier=1, dilationHFactor=2, dilationWFactor=2)
    most = net.add("MAX_POOL_2D", [deep], net.edge("most", [1, 2, 2, 12], (0.023, -128)), "Pool2DOptions", padding=SAME,
                   strideH=2, strideW=2, filterHeight=3, filterWidth=2)
    net.add("AVERAGE_POOL_2D", [wide], net.edge("average", [1, 4, 3, 12], (0.05, 10)), "Pool2DOptions", padding=SAME,
            strideH=1, strideW=1, filterHeight=3, filterWidth=3, fusedActivationFunction=RELU)
    total = net.add("ADD", [deep, wide], net.edge("total", [1, 4, 3, 12], (0.055, -90)), "AddOptions", fusedActivationFunction=RELU)
    offset = net.add("ADD", [total, net.operand("offset/const", [12])], net.edge("offset", [1, 4, 3, 12], (0.06, -20)), "AddOptions")
    less = net.add("SUB", [offset, wide], net.edge("less", [1, 4, 3, 12], (0.06, -60)), "SubOptions")
    times = net.add("MUL", [less, net.operand("factor/const", [1, 4, 3, 1])], net.edge("times", [1, 4, 3, 12], (0.2, 9)),
                    "MulOptions", fusedActivationFunction=RELU)
    net.add("LOGISTIC", [less], net.edge("logistic", [1, 4, 3, 12], (1 / 256, -128)))
    net.add("TANH", [less], net.edge("tanh", [1, 4, 3, 12], (1 / 128, 0)))
    net.add("HARD_SWISH", [less], net.edge("swish", [1, 4, 3, 12], (0.05, -120)), "HardSwishOptions")
    leaky = net.add("LEAKY_RELU", [less], net.edge("leaky", [1, 4, 3, 12], (0.05, -100)), "LeakyReluOptions", alpha=0.1)
    joined = net.add("CONCATENATION", [leaky, same_code(net, times, [1, 4, 3, 12], (0.05, -100))],
                     net.edge("joined", [1, 4, 6, 12], (0.05, -100)), "ConcatenationOptions", axis=2)
    net.add("PAD", [joined, net.tensor("margins", [4, 2], np.int32, data=[[0, 0], [1, 2], [0, 3], [0, 0]])],
            net.edge("padded", [1, 7, 9, 12], (0.05, -100)), "PadOptions")
    net.add("TRANSPOSE", [joined, net.numbers(0, 3, 1, 2)], net.edge("turned", [1, 12, 4, 6], (0.05, -100)), "TransposeOptions")
    net.add("RESIZE_BILINEAR", [most, net.numbers(5, 3)], net.edge("smooth", [1, 5, 3, 12], (0.023, -128)),
            "ResizeBilinearOptions", halfPixelCenters=True)
    net.add("RESIZE_NEAREST_NEIGHBOR", [most, net.numbers(3, 5)], net.edge("blocks", [1, 3, 5, 12], (0.023, -128)),
            "ResizeNearestNeighborOptions", alignCorners=True)
    net.add("STRIDED_SLICE", [joined, net.numbers(0, 3, 1, 2), net.numbers(0, -9, 5, 0), net.numbers(1, -1, 2, 3)],
            net.edge("steps", [1, 4, 2, 4], (0.05, -100)), "StridedSliceOptions", beginMask=1, endMask=0b1011)
    net.add("STRIDED_SLICE", [joined, net.numbers(0, -1), net.numbers(1, 0), net.numbers(1, 1)],
            net.edge("row", [1, 6, 12], (0.05, -100)), "StridedSliceOptions", shrinkAxisMask=2)
    net.add("SLICE", [joined, net.numbers(0, 1, 2, 3), net.numbers(1, 2, -1, 4)], net.edge("piece", [1, 2, 4, 4], (0.05, -100)), "SliceOptions")
    net.add("MEAN", [joined, net.numbers(-1)], net.edge("means", [1, 4, 6, 1], (0.03, 20)), "ReducerOptions", keepDims=True)
    mean = net.add("MEAN", [spread, net.numbers(1, 2)], net.edge("mean", [1, 12], (0.015, 30)), "ReducerOptions")
    flat = net.add("RESHAPE", [most, net.numbers(1, -1)], net.edge("flat", [1, 48], (0.023, -128)), "ReshapeOptions")
    squeezed = net.add("SQUEEZE", [spread], net.edge("squeezed", [1, 2, 12], (0.02, 7)), "SqueezeOptions", squeezeDims=[2])
    net.add("FULLY_CONNECTED", [squeezed, net.weights("kept/MatMul", [5, 12], 0), net.bias(5)],
            net.edge("kept", [1, 2, 5], (0.1, 0)), "FullyConnectedOptions", keepNumDims=True)
    hidden = net.add("FULLY_CONNECTED", [flat, net.weights("hidden/MatMul", [12, 48]), net.bias(12)],
                     net.edge("hidden/out", [1, 12], (0.05, -128)), "FullyConnectedOptions", fusedActivationFunction=RELU)
    both = net.add("MUL", [hidden, mean], net.edge("both", [1, 12], (0.08, -7)), "MulOptions")
    logits = net.add("FULLY_CONNECTED", [both, net.weights("shifted/MatMul", [7, 12], None, 5 if net.quantized else 0), -1],
                     net.edge("logits", [1, 7], (0.09, 12)), "FullyConnectedOptions")
    net.add("SOFTMAX", [logits], net.edge("shares", [1, 7], (1 / 256, -128)), "SoftmaxOptions", beta=0.7)
    net.add("ARG_MAX", [logits, net.tensor("axis", [], np.int32, data=1)], net.tensor("largest", [1], np.int32), "ArgMaxOptions",
            outputType=schema.TensorType.INT32)
    return [x]


def further_operators(net):
    """Those that fewer networks have."""
    code = (0.05, -100)
    x = net.edge("x", [1, 8, 6, 3], (0.06, -60))
    less = net.add("SPACE_TO_DEPTH", [x], net.edge("less", [1, 4, 3, 12], (0.06, -60)), "SpaceToDepthOptions", blockSize=2)
    leaky = net.add("LEAKY_RELU", [less], net.edge("leaky", [1, 4, 3, 12], code), "LeakyReluOptions", alpha=0.1)
    joined = net.add("TILE", [leaky, net.numbers(1, 1, 2, 1)], net.edge("joined", [1, 4, 6, 12], code), "TileOptions")
    most = net.add("MAX_POOL_2D", [leaky], net.edge("most", [1, 2, 2, 12], code), "Pool2DOptions", padding=SAME,
                   strideH=2, strideW=2, filterHeight=3, filterWidth=2)
    functions(net, less)
    slices(net, joined, most)
    pairs(net, leaky, joined, less)
    up = net.add("TRANSPOSE_CONV", [net.numbers(1, 4, 4, 5), net.weights("up/conv2d_transpose", [5, 3, 3, 12], 0), most, net.bias(5)],
                 net.edge("up/out", [1, 4, 4, 5], (0.2, 3)), "TransposeConvOptions", padding=SAME, strideH=2, strideW=2)
    net.add("TRANSPOSE_CONV", [net.numbers(1, 5, 6, 2), net.weights("wider/conv2d_transpose", [2, 2, 3, 5], 0), up],
            net.edge("wider", [1, 5, 6, 2], (0.3, 0)), "TransposeConvOptions", padding=VALID, strideH=1, strideW=1)
    return [x]


def functions(net, less):
    """One-input functions, and folds of axes."""
    shape = [1, 4, 3, 12]
    size = net.add("ABS", [less], net.edge("size", shape, (0.05, -128)), "AbsOptions")
    net.add("EXP", [less], net.edge("grown", shape, (0.02, -128)), "ExpOptions")
    net.add("SQRT", [size], net.edge("root", shape, (0.02, -128)))
    net.add("GELU", [less], net.edge("gate", shape, (0.04, -120)), "GeluOptions", approximate=True)
    net.add("RELU_0_TO_1", [less], net.edge("share_of_1", shape, (1 / 200, -128)))
    if net.quantized:
        net.add("LOG", [size], net.edge("level", shape, (0.03, 20)))
        net.add("RSQRT", [size], net.edge("inverse_root", shape, (0.05, -128)))
    else:
        one = net.add("ADD", [size, net.tensor("one", [1], np.float32, data=[1])], net.edge("more", shape, None), "AddOptions")
        net.add("LOG", [one], net.edge("level", shape, None))
        net.add("RSQRT", [one], net.edge("inverse_root", shape, None))
        net.add("FLOOR", [less], net.edge("whole", shape, None))
        net.add("NEG", [less], net.edge("turned_sign", shape, None), "NegOptions")
        net.add("SQUARE", [less], net.edge("square", shape, None), "SquareOptions")
        net.add("SUM", [less, net.numbers(1)], net.edge("sum", [1, 3, 12], None), "ReducerOptions")
        net.add("DIV", [less, one], net.edge("share", shape, None), "DivOptions", fusedActivationFunction=RELU)
        net.add("SQUARED_DIFFERENCE", [less, size], net.edge("distance", shape, None), "SquaredDifferenceOptions")
    net.add("REDUCE_MAX", [size, net.numbers(1, 2)], net.edge("peak", [1, 1, 1, 12], (0.05, -128)), "ReducerOptions", keepDims=True)
    net.add("REDUCE_MIN", [size, net.numbers(-1)], net.edge("least", [1, 4, 3], (0.05, -128)), "ReducerOptions")


def slices(net, joined, most):
    """Operators that move values; `joined` is 1x4x6x12, `most` 1x2x2x12."""
    code = (0.05, -100)
    net.add("DEPTH_TO_SPACE", [most], net.edge("wide_blocks", [1, 4, 4, 3], code), "DepthToSpaceOptions", blockSize=2)
    net.add("TILE", [most, net.numbers(1, 2, 1, 3)], net.edge("tiles", [1, 4, 2, 36], code), "TileOptions")
    margins = net.tensor("margins", [4, 2], np.int32, data=[[0, 0], [1, 1], [2, 1], [0, 3]])
    net.add("MIRROR_PAD", [joined, margins], net.edge("mirrored", [1, 6, 9, 15], code), "MirrorPadOptions")
    net.add("MIRROR_PAD", [joined, margins], net.edge("doubled", [1, 6, 9, 15], code), "MirrorPadOptions", mode=1)
    rows = [net.edge(f"row{i}", [1, 2, 12], code) for i in range(2)]
    net.add("UNPACK", [most], rows, "UnpackOptions", num=2, axis=1)
    net.add("PACK", rows[::-1], net.edge("packed", [1, 2, 2, 12], code), "PackOptions", valuesCount=2, axis=-2)
    net.add("REVERSE_V2", [joined, net.numbers(2)], net.edge("backwards", [1, 4, 6, 12], code), "ReverseV2Options")
    net.add("GATHER", [joined, net.numbers(5, 2, 2, 11)], net.edge("picked", [1, 4, 6, 4], code), "GatherOptions", axis=-1)
    net.add("GATHER", [joined, net.numbers(5, 3, 1)], net.edge("odd_columns", [1, 4, 3, 12], code), "GatherOptions", axis=2)
    net.add("GATHER", [joined, net.tensor("index", [], np.int32, data=2)], net.edge("third_row", [1, 6, 12], code),
            "GatherOptions", axis=1)


def pairs(net, leaky, joined, less):
    """Operators that read two edges; `leaky` and `less` are 1x4x3x12."""
    code, shape = (0.05, -100), [1, 4, 3, 12]
    half = net.add("SLICE", [joined, net.numbers(0, 0, 3, 0), net.numbers(1, 4, 3, 12)], net.edge("half", shape, code), "SliceOptions")
    net.add("MAXIMUM", [leaky, half], net.edge("maximum", shape, code), "MaximumMinimumOptions")
    net.add("MINIMUM", [half, leaky], net.edge("minimum", shape, code), "MaximumMinimumOptions")
    net.add("PRELU", [less, net.operand("slopes/const", [1, 1, 12])], net.edge("prelu", shape, (0.08, -20)))
    net.add("BATCH_MATMUL", [leaky, less], net.edge("scores", [1, 4, 3, 3], (0.9, -40)), "BatchMatMulOptions", adjY=True)


def same_code(net, tensor, shape, code):
    """The same numbers in another encoding; real numbers have none."""
    return net.add("QUANTIZE", [tensor], net.edge("requantized", shape, code), "QuantizeOptions") if net.quantized else tensor


def mixed_numbers(net):
    x = net.tensor("x", [1, 6, 6, 2], np.float32)
    q = net.add("QUANTIZE", [x], net.edge("q", [1, 6, 6, 2], (0.02, 5)), "QuantizeOptions")
    conv = net.add("CONV_2D", [q, net.weights("conv/Conv2D", [4, 3, 3, 2], 0), net.bias(4)], net.edge("conv/out", [1, 3, 3, 4], (0.03, 1)),
                   "Conv2DOptions", padding=SAME, strideH=2, strideW=2)
    again = net.add("QUANTIZE", [conv], net.edge("again", [1, 3, 3, 4], (0.05, -20)), "QuantizeOptions")
    mean = net.add("MEAN", [again, net.numbers(1, 2)], net.edge("mean", [1, 4], (0.02, 3)), "ReducerOptions")
    net.add("QUANTIZE", [mean], net.edge("coarse", [1, 4], (0.1, 0)), "QuantizeOptions")
    real = net.add("DEQUANTIZE", [mean], net.tensor("real", [1, 4], np.float32), "DequantizeOptions")
    net.add("SOFTMAX", [real], net.tensor("shares", [1, 4], np.float32), "SoftmaxOptions", beta=1.0)
    return [x]


class Variables:
    """The variables of a network, which a graph of its own sets up before the first run."""

    def __init__(self, net):
        self.net, self.setup = net, schema.SubGraphT()
        self.setup.tensors, self.setup.operators, self.setup.inputs, self.setup.outputs = [], [], [], []
        net.called.append(self.setup)
        net.add("CALL_ONCE", [], None, "CallOnceOptions", initSubgraphIndex=1)

    def handle(self, name):
        tensor = self.net.tensor(name, [], object)
        return self.net.add("VAR_HANDLE", [], tensor, "VarHandleOptions", container="", sharedName=name)

    def make(self, name, shape, code, initial):
        """A variable of int8; gives its handle in the main graph."""
        self.net.graph, main = self.setup, self.net.graph
        self.net.add("ASSIGN_VARIABLE", [self.handle(name), self.net.tensor("first", shape, np.int8, *code, data=initial)], None)
        self.net.graph = main
        return self.handle(name)


def unsigned_layers(net, x):
    """Operators of uint8, from int8 to an output of uint8; `x` is [1, 8, 6, 4]."""
    net.integer = np.uint8
    q = net.add("QUANTIZE", [x], net.edge("bytes", [1, 8, 6, 4], (0.06, 140)), "QuantizeOptions")
    conv = net.add("CONV_2D", [q, net.bytes_of_weights("bytes.conv/Conv2D", [8, 3, 3, 4], 117), net.bias(8, 0.06 * 0.011)],
                   net.edge("bytes.conv/out", [1, 8, 6, 8], (0.024, 0)), "Conv2DOptions", padding=SAME, strideH=1, strideW=1,
                   fusedActivationFunction=RELU6)
    deep = net.add("DEPTHWISE_CONV_2D", [conv, net.bytes_of_weights("bytes.deep/depthwise", [1, 3, 3, 8], 140), net.bias(8, 0.024 * 0.011)],
                   net.edge("bytes.deep/out", [1, 4, 3, 8], (0.03, 90)), "DepthwiseConv2DOptions", padding=SAME, strideH=2,
                   strideW=2, depthMultiplier=1)
    most = net.add("MAX_POOL_2D", [conv], net.edge("bytes.most", [1, 4, 3, 8], (0.024, 0)), "Pool2DOptions", padding=VALID,
                   strideH=2, strideW=2, filterHeight=2, filterWidth=2)
    both = net.add("ADD", [deep, most], net.edge("bytes.both", [1, 4, 3, 8], (0.05, 60)), "AddOptions")
    less = net.add("SUB", [both, deep], net.edge("bytes.less", [1, 4, 3, 8], (0.04, 110)), "SubOptions")
    times = net.add("MUL", [less, both], net.edge("bytes.times", [1, 4, 3, 8], (0.1, 128)), "MulOptions")
    joined = net.add("CONCATENATION", [deep, net.add("RELU", [times], net.edge("bytes.relu", [1, 4, 3, 8], (0.03, 90)))],
                     net.edge("bytes.joined", [1, 4, 3, 16], (0.03, 90)), "ConcatenationOptions", axis=3)
    middle = net.add("AVERAGE_POOL_2D", [joined], net.edge("bytes.middle", [1, 4, 3, 16], (0.03, 90)), "Pool2DOptions",
                     padding=SAME, strideH=1, strideW=1, filterHeight=2, filterWidth=3)
    mean = net.add("MEAN", [middle, net.numbers(1, 2)], net.edge("bytes.mean", [1, 16], (0.025, 100)), "ReducerOptions")
    logits = net.add("FULLY_CONNECTED", [mean, net.bytes_of_weights("bytes.logits/MatMul", [7, 16], 131), net.bias(7, 0.025 * 0.011)],
                     net.edge("bytes.logits", [1, 7], (0.09, 120)), "FullyConnectedOptions")
    net.add("LOGISTIC", [logits], net.edge("bytes.logistic", [1, 7], (1 / 256, 0)))
    net.add("SOFTMAX", [logits], net.edge("bytes.shares", [1, 7], (1 / 256, 0)), "SoftmaxOptions", beta=1.0)
    net.integer = np.int8


def every_operator_and_states(net):
    x = every_operator(net)
    unsigned_layers(net, *x)
    rows = net.add("RESHAPE", [*x, net.numbers(1, 24, 8)], net.edge("all.rows", [1, 24, 8], (0.05, 3)), "ReshapeOptions")
    newest = net.add("SLICE", [rows, net.numbers(0, 11, 0), net.numbers(1, 2, 8)], net.edge("new.rows", [1, 2, 8], (0.05, 3)),
                     "SliceOptions")
    streaming(net, newest)
    return x


def streaming(net, x=None):
    """A window over the newest rows, a sum over all runs, what that was a run ago, and a gain that no run changes."""
    variables, code, sums = Variables(net), (0.05, 3), (0.1, -20)
    window_of = variables.make("stream/window/states", [1, 3, 1, 8], code, net.random.integers(-128, 128, [1, 3, 1, 8]))
    sum_of = variables.make("stream/sum/states", [1, 1, 1, 8], sums, np.full([1, 1, 1, 8], -20))
    delay_of = variables.make("stream/delay/states", [1, 1, 1, 8], sums, np.arange(8))
    gain_of = variables.make("stream/gain/states", [1, 1, 1, 8], (0.03, 0), np.arange(-40, 40, 10))
    x = net.tensor("x", [1, 2, 8], np.int8, *code) if x is None else x
    rows = net.add("RESHAPE", [x, net.numbers(1, 2, 1, 8)], net.edge("rows", [1, 2, 1, 8], code), "ReshapeOptions")
    past = net.add("READ_VARIABLE", [window_of], net.edge("past", [1, 3, 1, 8], code))
    window = net.add("CONCATENATION", [past, rows], net.edge("window", [1, 5, 1, 8], code), "ConcatenationOptions", axis=1)
    newest = net.add("STRIDED_SLICE", [window, net.numbers(0, -3, 0, 0), net.numbers(0, 0, 0, 0), net.numbers(1, 1, 1, 1)],
                     net.edge("newest", [1, 3, 1, 8], code), "StridedSliceOptions", beginMask=0b1101, endMask=0b1111)
    net.add("ASSIGN_VARIABLE", [window_of, newest], None)
    mixed = net.add("DEPTHWISE_CONV_2D", [window, net.weights("mixed/depthwise", [1, 5, 1, 8], 3), net.bias(8)],
                    net.edge("mixed/out", [1, 1, 1, 8], (0.06, -5)), "DepthwiseConv2DOptions", padding=VALID, strideH=1, strideW=1,
                    depthMultiplier=1)
    before = net.add("READ_VARIABLE", [sum_of], net.edge("before", [1, 1, 1, 8], sums))
    delayed = net.add("READ_VARIABLE", [delay_of], net.edge("delayed", [1, 1, 1, 8], sums))
    total = net.add("ADD", [mixed, before], net.edge("total", [1, 1, 1, 8], sums), "AddOptions")
    net.add("ASSIGN_VARIABLE", [sum_of, total], None)
    net.add("ASSIGN_VARIABLE", [delay_of, before], None)
    after = net.add("READ_VARIABLE", [sum_of], net.edge("after", [1, 1, 1, 8], sums))
    net.add("RESHAPE", [after, net.numbers(8)], net.edge("after.flat", [8], sums), "ReshapeOptions")
    net.add("RESHAPE", [delayed, net.numbers(8)], net.edge("delayed.flat", [8], sums), "ReshapeOptions")
    gain = net.add("READ_VARIABLE", [gain_of], net.edge("gain", [1, 1, 1, 8], (0.03, 0)))
    louder = net.add("MUL", [total, gain], net.edge("louder", [1, 1, 1, 8], (0.15, 9)), "MulOptions")
    left, right = net.edge("left", [1, 1, 1, 4], (0.15, 9)), net.edge("right", [1, 1, 1, 4], (0.15, 9))
    net.add("SPLIT", [net.tensor("axis", [], np.int32, data=3), louder], [left, right], "SplitOptions", numSplits=2)
    share = net.add("LOGISTIC", [left], net.edge("share", [1, 1, 1, 4], (1 / 256, -128)))
    net.add("QUANTIZE", [share], net.tensor("share.bytes", [1, 1, 1, 4], np.uint8, 1 / 256, 0), "QuantizeOptions")
    parts = [net.edge(f"part{i}", [1, 1, 1, size], (0.15, 9)) for i, size in enumerate((1, 2, 1))]
    net.add("SPLIT_V", [right, net.numbers(1, -1, 1), net.tensor("axis", [], np.int32, data=-1)], parts, "SplitVOptions",
            numSplits=3)
    return [x]


def wide_layers(net, x):
    """What has weights, of int16; sums in int64 and int32. `x` is [1, 8, 6, 4]."""
    def long_bias(size):
        return net.tensor("bias", [size], np.int64, data=net.random.integers(-(1 << 22), 1 << 22, size))

    def wild_bias(size):
        """Biases that no int32 holds beside small ones."""
        made = net.random.integers(-(1 << 40), 1 << 40, size)
        made[::2] >>= 24
        return net.tensor("bias", [size], np.int64, data=made)

    small = net.edge("small", [1, 8, 6, 4], (2.0 ** -11, 0))
    net.add("QUANTIZE", [x], small, "QuantizeOptions")
    conv = net.add("CONV_2D", [x, net.weights("grouped/Conv2D", [6, 3, 3, 2], 0), long_bias(6)],
                   net.edge("grouped/out", [1, 8, 6, 6], (0.0007, 0)), "Conv2DOptions", padding=SAME, strideH=1, strideW=1)
    deep = net.add("DEPTHWISE_CONV_2D", [conv, net.weights("deep/depthwise", [1, 3, 2, 12], 3), long_bias(12)],
                   net.edge("deep/out", [1, 4, 3, 12], (0.0002, 0)), "DepthwiseConv2DOptions", padding=SAME, strideH=2,
                   strideW=2, depthMultiplier=2, fusedActivationFunction=RELU6)
    wide = net.add("CONV_2D", [small, net.weights("dilated/Conv2D", [12, 2, 3, 4]), net.bias(12)],
                   net.edge("dilated/out", [1, 4, 3, 12], (0.0004, 0)), "Conv2DOptions", padding=SAME, strideH=2, strideW=2,
                   fusedActivationFunction=RELU1, quantizedBiasType=schema.TensorType.INT32)
    net.add("CONV_2D", [wide, net.weights("wild/Conv2D", [9, 1, 1, 12], 0), wild_bias(9)],
            net.edge("wild/out", [1, 4, 3, 9], (0.01, 0)), "Conv2DOptions", padding=VALID, strideH=1, strideW=1)
    net.add("CONV_2D", [wide, net.weights("loud/Conv2D", [9, 1, 1, 12], 0), long_bias(9)], net.edge("loud/out", [1, 4, 3, 9], (1e-6, 0)),
            "Conv2DOptions", padding=VALID, strideH=1, strideW=1)
    net.add("DEPTHWISE_CONV_2D", [wide, net.weights("plain/depthwise", [1, 2, 2, 12], 3), wild_bias(12)],
            net.edge("plain/out", [1, 3, 2, 12], (0.003, 0)), "DepthwiseConv2DOptions", padding=VALID, strideH=1, strideW=1,
            depthMultiplier=1)
    net.add("TRANSPOSE_CONV", [net.numbers(1, 8, 6, 5), net.weights("up/conv2d_transpose", [5, 3, 3, 12], 0), wide, long_bias(5)],
            net.edge("up/out", [1, 8, 6, 5], (0.002, 0)), "TransposeConvOptions", padding=SAME, strideH=2, strideW=2)
    flat = net.add("RESHAPE", [wide, net.numbers(1, -1)], net.edge("flat", [1, 144], (0.0004, 0)), "ReshapeOptions")
    hidden = net.add("FULLY_CONNECTED", [flat, net.weights("hidden/MatMul", [12, 144]), long_bias(12)],
                     net.edge("hidden/out", [1, 12], (0.0009, 0)), "FullyConnectedOptions", fusedActivationFunction=RELU)
    net.add("FULLY_CONNECTED", [flat, net.weights("wild/MatMul", [7, 144], 0), wild_bias(7)],
            net.edge("wild.dense", [1, 7], (100.0, 0)), "FullyConnectedOptions")
    logits = net.add("FULLY_CONNECTED", [hidden, net.weights("words/MatMul", [7, 12], 0), net.bias(7)],
                     net.edge("logits", [1, 7], (0.0003, 0)), "FullyConnectedOptions", quantizedBiasType=schema.TensorType.INT32)
    net.add("SOFTMAX", [logits], net.edge("shares", [1, 7], (2.0 ** -15, 0)), "SoftmaxOptions", beta=0.7)
    net.add("SOFTMAX", [x], net.edge("many_shares", [1, 8, 6, 4], (2.0 ** -15, 0)), "SoftmaxOptions", beta=1.0)
    return deep, wide


def wide_values(net, deep, wide):
    """What has none. Both are [1, 4, 3, 12]."""
    shape, code = [1, 4, 3, 12], (0.0003, 0)
    operand = net.tensor("offset/const", [12], np.int16, 0.0005, data=net.random.integers(-32768, 32768, 12))
    total = net.add("ADD", [deep, wide], net.edge("total", shape, (0.00037, 0)), "AddOptions", potScaleInt16=False,
                    fusedActivationFunction=RELU)
    offset = net.add("ADD", [wide, operand], net.edge("offset", shape, code), "AddOptions", potScaleInt16=False)
    less = net.add("SUB", [offset, deep], net.edge("less", shape, code), "SubOptions", potScaleInt16=False)
    net.add("MUL", [less, operand], net.edge("times", shape, (0.0011, 0)), "MulOptions", fusedActivationFunction=RELU)
    for name, scale in (("coarse", 0.0021), ("twelfth", 2.0 ** -12), ("eleventh", 2.0 ** -11), ("fine", 3e-6)):
        edge = net.add("QUANTIZE", [less], net.edge(name, shape, (scale, 0)), "QuantizeOptions")
        net.add("LOGISTIC", [edge], net.edge(name + ".logistic", shape, (2.0 ** -15, 0)))
        net.add("TANH", [edge], net.edge(name + ".tanh", shape, (2.0 ** -15, 0)))
    net.add("EXP", [less], net.edge("grown", shape, (0.004, 0)), "ExpOptions")
    net.add("ABS", [less], net.edge("size", shape, (0.00025, 0)), "AbsOptions")
    net.add("LEAKY_RELU", [less], net.edge("leaky", shape, (0.0002, 0)), "LeakyReluOptions", alpha=0.1)
    net.add("GELU", [less], net.edge("gate", shape, (0.0003, 0)), "GeluOptions", approximate=True)
    net.add("GELU", [less], net.edge("exact_gate", shape, (0.0002, 0)), "GeluOptions")
    net.add("RELU", [less], net.edge("relu", shape, (0.0002, 0)))
    net.add("RELU6", [less], net.edge("relu6", shape, (0.0004, 0)))
    most = net.add("MAX_POOL_2D", [less], net.edge("most", [1, 2, 2, 12], code), "Pool2DOptions", padding=SAME, strideH=2,
                   strideW=2, filterHeight=3, filterWidth=2)
    net.add("AVERAGE_POOL_2D", [less], net.edge("average", shape, code), "Pool2DOptions", padding=SAME, strideH=1, strideW=1,
            filterHeight=3, filterWidth=3, fusedActivationFunction=RELU)
    net.add("MEAN", [less, net.numbers(1, 2)], net.edge("mean", [1, 12], (0.00017, 0)), "ReducerOptions")
    net.add("REDUCE_MAX", [less, net.numbers(1, 2)], net.edge("peak", [1, 12], code), "ReducerOptions")
    half = net.add("SLICE", [less, net.numbers(0, 1, 0, 2), net.numbers(1, 3, 3, 8)], net.edge("half", [1, 3, 3, 8], code), "SliceOptions")
    net.add("PAD", [half, net.tensor("margins", [4, 2], np.int32, data=[[0, 0], [1, 2], [0, 3], [0, 0]])],
            net.edge("padded", [1, 6, 6, 8], code), "PadOptions")
    net.add("CONCATENATION", [less, offset], net.edge("joined", [1, 4, 6, 12], code), "ConcatenationOptions", axis=2)
    margins = net.tensor("margins", [4, 2], np.int32, data=[[0, 0], [1, 1], [2, 1], [0, 3]])
    net.add("MIRROR_PAD", [less, margins], net.edge("mirrored", [1, 6, 6, 15], code), "MirrorPadOptions")
    net.add("PADV2", [half, margins, net.tensor("fill", [], np.int16, code[0], data=-20000)], net.edge("filled", [1, 5, 6, 11], code),
            "PadV2Options")
    net.add("SPLIT_V", [half, net.numbers(1, -1), net.tensor("axis", [], np.int32, data=-1)],
            [net.edge("part0", [1, 3, 3, 1], code), net.edge("part1", [1, 3, 3, 7], code)], "SplitVOptions", numSplits=2)
    net.add("GATHER", [less, net.numbers(5, 2, 2, 11)], net.edge("picked", [1, 4, 3, 4], code), "GatherOptions", axis=-1)
    net.add("TRANSPOSE", [less, net.numbers(0, 3, 1, 2)], net.edge("turned", [1, 12, 4, 3], code), "TransposeOptions")
    net.add("RESIZE_BILINEAR", [most, net.numbers(5, 3)], net.edge("smooth", [1, 5, 3, 12], code), "ResizeBilinearOptions",
            halfPixelCenters=True)
    net.add("RESIZE_NEAREST_NEIGHBOR", [most, net.numbers(3, 5)], net.edge("blocks", [1, 3, 5, 12], code),
            "ResizeNearestNeighborOptions", alignCorners=True)
    net.add("MAXIMUM", [less, offset], net.edge("maximum", shape, code), "MaximumMinimumOptions")
    net.add("MINIMUM", [offset, less], net.edge("minimum", shape, code), "MaximumMinimumOptions")
    narrow = net.add("QUANTIZE", [total], net.tensor("narrow", shape, np.int8, 0.05, -7), "QuantizeOptions")
    net.add("QUANTIZE", [narrow], net.edge("wide_again", shape, (0.0004, 0)), "QuantizeOptions")
    net.add("DEQUANTIZE", [total], net.tensor("real", shape, np.float32), "DequantizeOptions")


def int16_operators(net):
    net.integer = np.int16
    x = net.edge("x", [1, 8, 6, 4], (0.0003, 0))
    wide_values(net, *wide_layers(net, x))
    return [x]


BUILDERS = {"int8": every_operator_and_states, "float32": every_operator, "mixed": mixed_numbers, "streaming": streaming,
            "further_int8": further_operators, "further_float32": further_operators, "int16": int16_operators}

if __name__ == "__main__":
    network = Network(not sys.argv[1].endswith("float32"))
    network.write(sys.argv[2], BUILDERS[sys.argv[1]](network))
