# SPDX-License-Identifier: Apache-2.0
"""Builds a .tflite model of one operator in memory and runs it with LiteRT."""

import warnings

import flatbuffers
import numpy as np
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter, OpResolverType

TYPES = {
    np.dtype(np.float32): schema.TensorType.FLOAT32,
    np.dtype(np.int8): schema.TensorType.INT8,
    np.dtype(np.uint8): schema.TensorType.UINT8,
    np.dtype(np.int32): schema.TensorType.INT32,
}


# By whether the reference kernels are asked for; None asks for the faster ones without a delegate.
RESOLVERS = {
    True: OpResolverType.BUILTIN_REF,
    False: OpResolverType.AUTO,
    None: OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES,
}


def _quantization(scales, zero_point, axis):
    q = schema.QuantizationParametersT()
    q.scale = np.asarray(scales, np.float32)
    q.zeroPoint = np.full(len(q.scale), zero_point, np.int64)
    q.quantizedDimension = axis
    return q


class Model:
    """One operator: add tensors in the order of its inputs, then the output, then run."""

    def __init__(self):
        self.buffers, self.tensors, self.fed, self.slots = [schema.BufferT()], [], {}, []

    def _tensor(self, shape, dtype, encoding, axis=0):
        t = schema.TensorT()
        t.shape, t.type, t.name = np.asarray(shape, np.int32), TYPES[np.dtype(dtype)], f"t{len(self.tensors)}"
        if encoding is not None:
            t.quantization = _quantization(np.atleast_1d(encoding[0]), encoding[1], axis)
        self.tensors.append(t)
        return len(self.tensors) - 1

    def input(self, value, encoding=None):
        index = self._tensor(value.shape, value.dtype, encoding)
        self.fed[index] = value
        self.slots.append(index)

    def constant(self, value, encoding=None, axis=0):
        index = self._tensor(value.shape, value.dtype, encoding, axis)
        buffer = schema.BufferT()
        buffer.data = np.frombuffer(value.tobytes(), np.uint8)
        self.tensors[index].buffer = len(self.buffers)
        self.buffers.append(buffer)
        self.slots.append(index)

    def run(self, builtin, options, shape, dtype, encoding, reference=True):
        output = self._tensor(shape, dtype, encoding)
        content = self._pack(builtin, options, output)
        kind = RESOLVERS[reference]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            interpreter = Interpreter(
                model_content=content, experimental_op_resolver_type=kind, num_threads=1
            )
        interpreter.allocate_tensors()
        for index, detail in zip(self.fed, interpreter.get_input_details()):
            interpreter.set_tensor(detail["index"], self.fed[index])
        interpreter.invoke()
        got = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])
        assert got.shape == tuple(shape) and got.dtype == dtype, (builtin, got.shape, shape, got.dtype)
        return got

    def _pack(self, builtin, options, output):
        op, code = schema.OperatorT(), schema.OperatorCodeT()
        code.builtinCode = getattr(schema.BuiltinOperator, builtin)
        code.deprecatedBuiltinCode = min(code.builtinCode, 127)
        op.inputs, op.outputs = np.asarray(self.slots, np.int32), np.asarray([output], np.int32)
        if options is not None:
            name, fields = options
            op.builtinOptions = getattr(schema, name + "T")()
            op.builtinOptionsType = getattr(schema.BuiltinOptions, name)
            for key, value in fields.items():
                assert hasattr(op.builtinOptions, key), key
                setattr(op.builtinOptions, key, value)
        graph, model = schema.SubGraphT(), schema.ModelT()
        graph.tensors, graph.operators = self.tensors, [op]
        graph.inputs, graph.outputs = np.asarray(list(self.fed), np.int32), np.asarray([output], np.int32)
        model.version, model.operatorCodes, model.subgraphs, model.buffers = 3, [code], [graph], self.buffers
        builder = flatbuffers.Builder(4096)
        builder.Finish(model.Pack(builder), b"TFL3")
        return bytes(builder.Output())
