"""The rivals behind one face: each loads a model, takes its inputs once and then runs, on one thread."""


class LiteRT:
    """LiteRT with its default kernels for this machine (XNNPACK)."""

    name = "LiteRT"
    package = "ai-edge-litert"
    module = "ai_edge_litert.interpreter"
    endings = (".tflite",)

    def __init__(self, path):
        from ai_edge_litert.interpreter import Interpreter

        self.interpreter = Interpreter(model_path=path, num_threads=1)
        self.interpreter.allocate_tensors()

    def describe(self):
        """The shapes and types of inputs and outputs, as two lists."""
        return [[(tuple(map(int, one["shape"])), one["dtype"]) for one in details]
                for details in (self.interpreter.get_input_details(), self.interpreter.get_output_details())]

    def prepare(self, inputs):
        for details, array in zip(self.interpreter.get_input_details(), inputs):
            self.interpreter.set_tensor(details["index"], array)
        return self.interpreter.invoke

    def outputs(self):
        return [self.interpreter.get_tensor(details["index"]) for details in self.interpreter.get_output_details()]


class OpenVINO:
    name = "OpenVINO"
    package = module = "openvino"
    endings = (".tflite", ".onnx")

    def __init__(self, path):
        import openvino

        settings = {"INFERENCE_NUM_THREADS": 1, "NUM_STREAMS": 1, "PERFORMANCE_HINT": "LATENCY"}
        self.request = openvino.Core().compile_model(path, "CPU", settings).create_infer_request()

    def prepare(self, inputs):
        import openvino

        self.tensors = [openvino.Tensor(array, shared_memory=True) for array in inputs]
        for index, tensor in enumerate(self.tensors):
            self.request.set_input_tensor(index, tensor)
        start, wait = self.request.start_async, self.request.wait
        return lambda: (start(), wait())

    def outputs(self):
        return [tensor.data for tensor in self.request.output_tensors]


class OnnxRuntime:
    """ONNX Runtime; of a .tflite file it reads the twin that twins.py wrote, in which int8 are uint8, 128 more."""

    name = "ONNX Runtime"
    package = module = "onnxruntime"
    endings = (".onnx", ".tflite")

    def __init__(self, path):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def describe(self):
        import numpy

        types = {"tensor(float)": numpy.float32, "tensor(int8)": numpy.int8, "tensor(uint8)": numpy.uint8}
        return [[(tuple(one.shape), types[one.type]) for one in ports]
                for ports in (self.session.get_inputs(), self.session.get_outputs())]

    def prepare(self, inputs):
        binding = self.session.io_binding()
        ports = self.session.get_inputs()
        self.moved = [port.type == "tensor(uint8)" and array.dtype == "int8" for port, array in zip(ports, inputs)]
        for port, array, moved in zip(ports, inputs, self.moved):
            binding.bind_cpu_input(port.name, array.view("uint8") ^ 128 if moved else array)
        for port in self.session.get_outputs():
            binding.bind_output(port.name)
        self.binding = binding
        return lambda: self.session.run_with_iobinding(binding)

    def outputs(self):
        made = self.binding.copy_outputs_to_cpu()
        return [(array ^ 128).view("int8") if array.dtype == "uint8" and any(self.moved) else array for array in made]


ALL = [LiteRT, OpenVINO, OnnxRuntime]


def of(model):
    """Those that read this model file; the first one describes it."""
    found = [rival for rival in ALL if model.endswith(rival.endings)]
    return sorted(found, key=lambda rival: not hasattr(rival, "describe"))
