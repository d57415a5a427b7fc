# SPDX-License-Identifier: Apache-2.0
"""Asks LiteRT what a model answers, and holds tenon's answers to it.

litert.py cut MODEL FILE.tflite                    writes the model without a SOFTMAX at its end, on which LiteRT's reference
                                                   kernel ends the process where many classes are nearly equal
litert.py inputs MODEL COUNT FILE.npy              writes COUNT inputs: extremes first, then noise of two kinds (fixed seed)
litert.py compare MODEL FILE.npy TABLE STEPS [--within F]
    runs MODEL on the inputs in LiteRT's reference kernels and compares every tensor of TABLE ("node<TAB>tensor number") for
    which the folder STEPS holds <node>.npy: integers must be equal, real numbers within F of the tensor's range.
    Prints one line a tensor that differs and one of sums; ends with status 1 if anything differs or nothing was compared.
"""

import pathlib
import sys

import numpy as np
import flatbuffers
from ai_edge_litert import schema_py_generated as schema
from ai_edge_litert.interpreter import Interpreter, OpResolverType


def reference(model):
    runtime = Interpreter(model, experimental_op_resolver_type=OpResolverType.BUILTIN_REF,
                          experimental_preserve_all_tensors=True)
    runtime.allocate_tensors()
    return runtime


def make_inputs(model, count, path):
    details = reference(model).get_input_details()[0]
    shape, kind = details["shape"], details["dtype"]
    random = np.random.default_rng(20240607)
    unsigned, kind = kind == np.uint8, np.int8 if kind == np.uint8 else kind
    made = np.empty((count, *shape), kind)
    for i in range(count):
        if kind == np.int8:
            fixed = {0: -128, 1: 127, 2: 0}
            if i in fixed:
                made[i] = fixed[i]
            elif i == 3:
                made[i] = random.choice(np.array([-128, 127], np.int8), shape)
            elif i % 2:
                made[i] = random.integers(-128, 128, shape)
            else:
                made[i] = np.clip(np.rint(random.normal(0, 40, shape)), -128, 127)
        elif kind == np.int16:
            fixed = {0: -32768, 1: 32767, 2: 0}
            if i in fixed:
                made[i] = fixed[i]
            elif i == 3:
                made[i] = random.choice(np.array([-32768, 32767], np.int16), shape)
            else:
                made[i] = random.integers(-32768, 32768, shape) >> (0 if i % 2 else random.integers(1, 12))
        else:
            made[i] = 0 if i == 0 else random.normal(0, 1, shape)
    np.save(path, made.view(np.uint8) ^ 0x80 if unsigned else made)


def cut_softmax(path, result):
    model = schema.ModelT.InitFromObj(schema.Model.GetRootAsModel(pathlib.Path(path).read_bytes(), 0))
    graph = model.subgraphs[0]
    last = graph.operators[-1]
    if model.operatorCodes[last.opcodeIndex].builtinCode != schema.BuiltinOperator.SOFTMAX:
        sys.exit(f"{path}: does not end in SOFTMAX")
    graph.operators.pop()
    graph.outputs = [last.inputs[0]]
    model.signatureDefs = []
    builder = flatbuffers.Builder(0)
    builder.Finish(model.Pack(builder), b"TFL3")
    pathlib.Path(result).write_bytes(bytes(builder.Output()))


class Score:
    def __init__(self, within):
        self.within, self.compared, self.wrong, self.tensors = within, 0, 0, 0
        self.lines = {}

    def add(self, name, ours, theirs):
        self.compared += theirs.size
        if theirs.dtype.kind == "f":
            reach = max(float(np.ptp(theirs)), 1e-30)
            different = np.abs(ours.astype(np.float64) - theirs) > self.within * reach
        else:
            different = ours != theirs
        wrong = int(different.sum())
        self.wrong += wrong
        if wrong:
            count, most = self.lines.get(name, (0, 0))
            gap = np.abs(ours.astype(np.float64) - theirs.astype(np.float64)).max()
            self.lines[name] = (count + wrong, max(most, gap))


def read_steps(table, folder):
    steps = {}
    for line in pathlib.Path(table).read_text().splitlines():
        node, number = line.split("\t")[:2]
        path = pathlib.Path(folder) / (node.replace("/", "_") + ".npy")
        if path.is_file():
            steps[node] = (int(number), np.load(path))
    return steps


def compare(model, inputs, table, folder, within):
    runtime = reference(model)
    samples = np.load(inputs)
    steps = read_steps(table, folder)
    score, skipped = Score(within), set()
    for i, sample in enumerate(samples):
        runtime.set_tensor(runtime.get_input_details()[0]["index"], sample)
        runtime.invoke()
        for node, (number, ours) in steps.items():
            theirs = runtime.get_tensor(number)
            mine = ours.reshape(len(samples), -1)[i]
            if theirs.dtype == np.uint8 and mine.dtype == np.int8:
                mine = mine.view(np.uint8) ^ 0x80  # what computes with uint8 computes with int8 here
            if mine.size != theirs.size:
                skipped.add(node)  # channels that make no difference are not computed
                continue
            score.add(node, mine, theirs.reshape(-1))
    for node, (count, most) in score.lines.items():
        print(f"{node}: {count} differ, by up to {most}")
    print(f"{pathlib.Path(model).name}: {len(steps) - len(skipped)} tensors, {len(samples)} inputs, {score.wrong} of "
          f"{score.compared} values differ" + (f"; {len(skipped)} tensors have fewer channels here" if skipped else ""))
    return 1 if score.wrong or not score.compared else 0


def main(arguments):
    if arguments[0] == "cut":
        return cut_softmax(*arguments[1:3])
    if arguments[0] == "inputs":
        return make_inputs(arguments[1], int(arguments[2]), arguments[3])
    within = float(arguments[arguments.index("--within") + 1]) if "--within" in arguments else 0.0
    return compare(*arguments[1:5], within)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
