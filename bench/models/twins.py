"""twins.py float32 MODEL.tflite TWIN.tflite | onnx MODEL.tflite TWIN.onnx: a network in another form, for rivals.

float32 writes an int8 network in real numbers: each constant times its scale, nothing rounded at run time. onnx writes
the network as ONNX, for ONNX Runtime, which reads no .tflite files: int8 as QuantizeLinear and DequantizeLinear around
each operator, which its optimizer joins to operators of integers, with the weights and encodings of the file. On x86
it does so for uint8 only, so int8 become uint8, 128 more, inputs and outputs too. Images stand channels first there, as
that runtime wants them; inputs and outputs keep the file's order. Operators: those of the networks of this bench.
"""

import pathlib
import sys

import numpy

from ai_edge_litert import schema_py_generated as schema

NAMES = {code: name for name, code in vars(schema.BuiltinOperator).items() if isinstance(code, int)}
TYPES = {schema.TensorType.FLOAT32: numpy.float32, schema.TensorType.INT8: numpy.int8,
         schema.TensorType.INT32: numpy.int32, schema.TensorType.INT64: numpy.int64}


class Network:
    """The only subgraph of a .tflite file."""

    def __init__(self, path):
        self.model = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(pathlib.Path(path).read_bytes(), 0))
        self.graph = self.model.subgraphs[0]
        self.tensors = self.graph.tensors

    def word(self, operator):
        code = self.model.operatorCodes[operator.opcodeIndex]
        return NAMES[max(code.builtinCode, code.deprecatedBuiltinCode)]

    def constant(self, index):
        """The values of a tensor in its own type and shape; None for one that is computed."""
        tensor = self.tensors[index]
        data = self.model.buffers[tensor.buffer].data
        if data is None or not len(data):
            return None
        return numpy.frombuffer(bytes(data), TYPES[tensor.type]).reshape([int(axis) for axis in tensor.shape])

    def encoding(self, index):
        """Scales and zero points of a tensor of integers that stand for real numbers; None for another one."""
        code = self.tensors[index].quantization
        is_real = self.tensors[index].type == schema.TensorType.FLOAT32
        if is_real or code is None or code.scale is None or not len(code.scale):
            return None
        zero_points = numpy.asarray(code.zeroPoint, numpy.int64)
        return numpy.asarray(code.scale, numpy.float32), zero_points, code.quantizedDimension

    def real(self, index):
        """The real numbers that a constant stands for."""
        values, code = self.constant(index), self.encoding(index)
        if code is None:
            return values
        scales, zero_points, axis = code
        shape = [1] * values.ndim
        shape[axis] = -1
        return ((values - zero_points.reshape(shape)) * scales.reshape(shape)).astype(numpy.float32)

    def write(self, path):
        import flatbuffers

        builder = flatbuffers.Builder(0)
        builder.Finish(self.model.Pack(builder), b"TFL3")
        pathlib.Path(path).write_bytes(bytes(builder.Output()))


def write_float32(path, twin):
    network = Network(path)
    reals = {i: network.real(i) for i in range(len(network.tensors))
             if network.encoding(i) is not None and network.constant(i) is not None}
    for i, tensor in enumerate(network.tensors):
        if network.encoding(i) is None:
            continue
        tensor.type, tensor.quantization = schema.TensorType.FLOAT32, None
        if i in reals:
            network.model.buffers.append(buffer := schema.BufferT())
            buffer.data = numpy.frombuffer(reals[i].tobytes(), numpy.uint8)
            tensor.buffer = len(network.model.buffers) - 1
    used = {tensor.buffer for tensor in network.tensors}
    for i, buffer in enumerate(network.model.buffers):
        buffer.data = buffer.data if i in used else None
    network.write(twin)


class OnnxTwin:
    """Walks over a network and writes its nodes as ONNX."""

    def __init__(self, network):
        import onnx

        self.helper, self.numbers, self.types = onnx.helper, onnx.numpy_helper, onnx.TensorProto
        self.network, self.nodes, self.constants = network, [], []
        self.is_of_integers = network.encoding(network.graph.inputs[0]) is not None
        self.edges = {}  # of each tensor its values in real numbers, by the order of axes of ONNX

    def node(self, word, inputs, **attributes):
        """Writes a node and names its only result."""
        name = f"{word}_{len(self.nodes)}"
        self.nodes.append(self.helper.make_node(word, inputs, [name], name=name, **attributes))
        return name

    def number(self, values):
        name = f"constant_{len(self.constants)}"
        self.constants.append(self.numbers.from_array(numpy.asarray(values, order="C"), name))
        return name

    def parameter(self, index, arrange):
        """A constant of a layer as real numbers, its axes arranged; in networks of integers the file holds these."""
        values, code = self.network.constant(index), self.network.encoding(index)
        if code is None or not self.is_of_integers:
            return self.number(arrange(self.network.real(index)))
        scales, zero_points, _ = code
        zero = numpy.zeros(len(scales), values.dtype)
        assert not zero_points.any()
        single = len(scales) == 1
        inputs = [arrange(values), scales[0] if single else scales, zero[0] if single else zero]
        axis = {} if single else {"axis": 0}
        return self.node("DequantizeLinear", [self.number(each) for each in inputs], **axis)

    def keep(self, index, edge):
        """What a node made is the tensor, rounded to its encoding and back if it has one."""
        code = self.network.encoding(index)
        self.edges[index] = edge if code is None else self.dequantized(self.quantized(edge, code), code)

    def quantized(self, edge, code):
        return self.node("QuantizeLinear", [edge, *self.pair(code)])

    def dequantized(self, edge, code):
        return self.node("DequantizeLinear", [edge, *self.pair(code)])

    def pair(self, code):
        return self.number(code[0][0]), self.number(numpy.uint8(code[1][0] + 128))

    def shape(self, index):
        return [int(axis) for axis in self.network.tensors[index].shape]

    def activated(self, edge, activation):
        kinds = schema.ActivationFunctionType
        if activation == kinds.RELU:
            return self.node("Relu", [edge])
        if activation == kinds.RELU6:
            return self.node("Clip", [edge, self.number(numpy.float32(0)), self.number(numpy.float32(6))])
        assert activation == kinds.NONE, activation
        return edge

    def window(self, options, kernel, height="strideH", width="strideW"):
        same = options.padding == schema.Padding.SAME
        return {"kernel_shape": kernel, "strides": [getattr(options, height), getattr(options, width)],
                "auto_pad": "SAME_UPPER" if same else "VALID"}

    # The operators, by their words in the file.

    def conv_2d(self, operator, options):
        kernel = self.shape(operator.inputs[1])
        self.convolve(operator, options, lambda values: values.transpose(0, 3, 1, 2), kernel, group=1)

    def depthwise_conv_2d(self, operator, options):
        kernel = self.shape(operator.inputs[1])
        assert options.depthMultiplier == 1 or self.shape(operator.inputs[0])[3] == 1
        channels = self.shape(operator.inputs[0])[3]
        self.convolve(operator, options, lambda values: values.transpose(3, 0, 1, 2), kernel, group=channels)

    def convolve(self, operator, options, arrange, kernel, group):
        x, w, bias = operator.inputs[:3]
        inputs = [self.edges[x], self.parameter(w, arrange), self.parameter(bias, lambda values: values)]
        made = self.node("Conv", inputs, group=group, **self.window(options, kernel[1:3]))
        self.keep(operator.outputs[0], self.activated(made, options.fusedActivationFunction))

    def fully_connected(self, operator, options):
        inputs = [self.edges[operator.inputs[0]]]
        inputs += [self.parameter(i, lambda values: values) for i in operator.inputs[1:] if i >= 0]
        made = self.node("Gemm", inputs, transB=1)
        self.keep(operator.outputs[0], self.activated(made, options.fusedActivationFunction))

    def add(self, operator, options):
        made = self.node("Add", [self.edges[i] for i in operator.inputs])
        self.keep(operator.outputs[0], self.activated(made, options.fusedActivationFunction))

    def average_pool_2d(self, operator, options):
        window = self.window(options, [options.filterHeight, options.filterWidth])
        made = self.node("AveragePool", [self.edges[operator.inputs[0]]], **window)
        self.keep(operator.outputs[0], self.activated(made, options.fusedActivationFunction))

    def mean(self, operator, options):
        assert sorted(self.network.constant(operator.inputs[1]).tolist()) == [1, 2]
        made = self.node("GlobalAveragePool", [self.edges[operator.inputs[0]]])
        self.keep(operator.outputs[0], made if options.keepDims else self.node("Flatten", [made]))

    def reshape(self, operator, _):
        before, after = self.shape(operator.inputs[0]), self.shape(operator.outputs[0])
        is_plain = len(before) < 4 or before[1:3] == [1, 1]
        assert is_plain and len(after) == 2, "an image of several pixels is not flattened here"
        self.keep(operator.outputs[0], self.node("Flatten", [self.edges[operator.inputs[0]]]))

    def softmax(self, operator, _):
        self.keep(operator.outputs[0], self.node("Softmax", [self.edges[operator.inputs[0]]], axis=-1))

    def port(self, name, index):
        kind = {numpy.float32: self.types.FLOAT, numpy.int8: self.types.UINT8}[TYPES[self.network.tensors[index].type]]
        return self.helper.make_tensor_value_info(name, kind, self.shape(index))

    def begin(self, index):
        """An input of the network, in the file's type and order."""
        code, edge = self.network.encoding(index), f"input_{index}"
        port = self.port(edge, index)
        if len(self.shape(index)) == 4:
            edge = self.node("Transpose", [edge], perm=[0, 3, 1, 2])
        self.edges[index] = edge if code is None else self.dequantized(edge, code)
        return port

    def end(self, index):
        """An output, which has no image here."""
        assert len(self.shape(index)) == 2
        if self.network.encoding(index) is None:
            return self.port(self.edges[index], index)
        last = self.nodes.pop()  # what would make real numbers of it
        assert last.output[0] == self.edges[index]
        return self.port(last.input[0], index)

    def model(self):
        graph = self.network.graph
        inputs = [self.begin(index) for index in graph.inputs]
        for operator in graph.operators:
            write = getattr(self, self.network.word(operator).lower(), None)
            if write is None:
                sys.exit(f"{self.network.word(operator)} is none of the operators that are translated")
            write(operator, operator.builtinOptions)
        outputs = [self.end(index) for index in graph.outputs]
        read = {name for node in self.nodes for name in node.input}
        constants = [constant for constant in self.constants if constant.name in read]
        return self.helper.make_model(self.helper.make_graph(self.nodes, "twin", inputs, outputs, constants),
                                      opset_imports=[self.helper.make_opsetid("", 19)], ir_version=9)


def write_onnx(path, twin):
    import onnx

    onnx.save(OnnxTwin(Network(path)).model(), twin)


if __name__ == "__main__":
    {"float32": write_float32, "onnx": write_onnx}[sys.argv[1]](*sys.argv[2:4])
