# SPDX-License-Identifier: Apache-2.0
"""Asks ONNX Runtime what a model answers, and holds tenon's answers to it.

onnx_runtime.py inputs MODEL COUNT TABLE FOLDER [NAME:1,3,48,192]...
    writes COUNT inputs of noise (fixed seed) for each input of the model to FOLDER, and FOLDER/arguments, which names them
    to a program of tenon's, an argument a line
onnx_runtime.py compare MODEL TABLE FOLDER STEPS [--within F]
    runs MODEL on these inputs and compares every tensor of TABLE ("node<TAB>tensor<TAB>axes") for which the folder STEPS
    holds <node>.npy: real numbers within F of the tensor's range, integers within two steps, and as a rule equal: ONNX
    Runtime rounds sums of float32, tenon sums of integers. Prints one line a tensor that differs and one of sums; ends with
    status 1 if anything differs or nothing was compared.
"""

import pathlib
import sys

import numpy as np
import onnx
import onnxruntime


def read_table(path):
    """node -> (tensor of the file, the node's axes as the file numbers them or None)"""
    rows = {}
    for line in pathlib.Path(path).read_text().splitlines():
        node, tensor, *axes = line.split("\t")
        rows[node] = (tensor, [int(axis) for axis in axes[0].split(",")] if axes else None)
    return rows


def session(path, tensors):
    """The model with these of its tensors as outputs, run as it is written."""
    model = onnx.load(path)
    made = {name for node in model.graph.node for name in node.output} - {port.name for port in model.graph.output}
    for name in sorted(made & set(tensors)):
        model.graph.output.append(onnx.helper.make_empty_tensor_value_info(name))
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def make_inputs(model, count, table, folder, shapes):
    given = dict(text.rsplit(":", 1) for text in shapes)
    nodes = {tensor: node for node, (tensor, _) in read_table(table).items()}
    random = np.random.default_rng(20240607)
    arguments = []
    for index, port in enumerate(session(model, []).get_inputs()):
        extents = [int(extent) for extent in given[port.name].split(",")] if port.name in given else port.shape
        extents = [extent if isinstance(extent, int) else 1 for extent in extents]
        stacked = [count, *extents]
        path = pathlib.Path(folder) / f"input{index}.npy"
        np.save(path, random.normal(0, 1, stacked).astype(np.float32))
        arguments += ["--input", f"{nodes[port.name]}={path}"]
    (pathlib.Path(folder) / "arguments").write_text("\n".join(arguments) + "\n")


def read_scales(steps):
    """node -> (scale, zero point) of nodes whose results are integers"""
    lines = (line.split("\t") for line in (pathlib.Path(steps) / "steps.txt").read_text().splitlines())
    return {name: (float(scale), int(zero)) for name, _, scale, zero in lines if float(scale) > 0}


# Of integers, one in so many may stand a step beside ONNX Runtime's.
RARELY = 200


def compare(model, table, folder, steps, within):
    rows = read_table(table)
    ours = {}
    for node, (tensor, axes) in rows.items():
        path = pathlib.Path(steps) / (node.replace("/", "_") + ".npy")
        if path.is_file():
            ours[tensor] = (node, np.load(path), axes)
    runtime = session(model, ours)
    names = [port.name for port in runtime.get_outputs() if port.name in ours]
    inputs = {port.name: np.load(pathlib.Path(folder) / f"input{i}.npy") for i, port in enumerate(runtime.get_inputs())}
    count = len(next(iter(inputs.values())))
    scales = read_scales(steps)
    compared, worst, wrong, skipped, beside, integers = 0, 0.0, {}, set(), 0, 0
    for run in range(count):
        answers = runtime.run(names, {name: array[run] for name, array in inputs.items()})
        for name, theirs in zip(names, answers):
            node, array, axes = ours[name]
            theirs = np.asarray(theirs, np.float64)
            theirs = (theirs.transpose(axes) if axes else theirs).reshape(-1)
            mine = array.reshape(count, -1)[run]
            if mine.size != theirs.size:
                skipped.add(node)  # channels that make no difference are not computed
                continue
            compared += theirs.size
            if array.dtype.kind != "f":
                scale, zero = scales[node]
                gap = np.abs((mine.astype(np.float64) - zero) * scale - theirs) / scale
                beside, integers = beside + int((gap > 0.01).sum()), integers + gap.size
                if gap.max() > 2.01:
                    wrong[node] = max(wrong.get(node, 0.0), float(gap.max()))
                continue
            gap = float(np.abs(mine - theirs).max() / max(np.ptp(theirs), 1e-30))
            worst = max(worst, gap)
            if not gap <= within:
                wrong[node] = max(wrong.get(node, 0.0), gap)
    for node, gap in wrong.items():
        print(f"{node}: differs by up to {gap:.3g} of its range, or so many steps")
    if beside * RARELY > integers:
        wrong["integers"] = beside
    print(f"{pathlib.Path(model).name}: {len(names) - len(skipped)} tensors, {count} inputs, {compared} values, worst difference "
          f"{worst:.3g} of a tensor's range; {beside} of {integers} integers a step beside" + (f"; {len(skipped)} tensors have fewer channels here" if skipped else ""))
    return 1 if wrong or not compared else 0


def main(arguments):
    if arguments[0] == "inputs":
        return make_inputs(arguments[1], int(arguments[2]), *arguments[3:5], arguments[5:])
    within = float(arguments[arguments.index("--within") + 1]) if "--within" in arguments else 0.0
    return compare(*arguments[1:5], within)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
