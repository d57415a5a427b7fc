# SPDX-License-Identifier: Apache-2.0
"""Runs the cases of the onnx package's backend tests and writes what came of them.

conformance.py CONVERTER COMPILER SOURCE WORK [--suite node|pytorch-converted|pytorch-operator|simple]... [--only PATTERN]
               [--batch N] [--matrix FILE.md] [--floor SUITE=N]... [OPTION...]
    converts each case, compiles them in batches of N into programs (kryo, reference for what it lacks), runs these and
    compares with the answers that the package holds: within 1e-3 of each number, or 1e-5. Prints one line a case that
    failed and one of sums a suite; --matrix writes all cases as a page. OPTIONs, which follow "--", go to the compiler.
    Ends with status 1 if a case failed, or fewer passed in a suite than --floor says.

A case is `passed`, `unsupported` with tenon's own reason, or `failed`. Cases give weights, axes and bounds as inputs; those
become constants here, as they are in files of networks.
"""

import argparse
import pathlib
import re
import subprocess
import sys

import numpy as np
import onnx
from onnx import numpy_helper

# Operators of which all real inputs are edges; of all others only the first is.
ALL_EDGES = {"Add", "Sub", "Mul", "Div", "Max", "Min", "Sum", "Mean", "MatMul", "Concat", "Equal", "Greater", "Less", "Where"}


class Case:
    def __init__(self, suite, folder):
        self.suite, self.folder, self.name = suite, folder, folder.name.removeprefix("test_")
        self.result, self.reason = "failed", "was not run"

    def settle(self, result, reason=""):
        self.result, self.reason = result, reason
        return self


def tensor_in(path, type_proto):
    """The array in a .pb file, or None for what is no tensor."""
    if type_proto.WhichOneof("value") != "tensor_type":
        return None
    tensor = onnx.TensorProto()
    tensor.ParseFromString(path.read_bytes())
    return numpy_helper.to_array(tensor)


def prepare(case, work):
    """Writes the case's model with constants for what is no edge, its inputs, and keeps the answers."""
    model = onnx.load(case.folder / "model.onnx")
    graph, data = model.graph, case.folder / "test_data_set_0"
    given = {tensor.name for tensor in graph.initializer}
    ports = [port for port in graph.input if port.name not in given]
    arrays = {port.name: tensor_in(data / f"input_{i}.pb", port.type) for i, port in enumerate(ports)}
    answers = {port.name: tensor_in(data / f"output_{i}.pb", port.type) for i, port in enumerate(graph.output)}
    if any(array is None for array in [*arrays.values(), *answers.values()]):
        return case.settle("unsupported", "it takes or gives sequences, maps or optional values; tenon has tensors")
    firsts = {node.input[0] for node in graph.node if node.input}
    edges = {name for node in graph.node if node.op_type in ALL_EDGES for name in node.input} | firsts
    for port in ports:
        array = arrays[port.name]
        if array.dtype == np.float32 and array.ndim and port.name in edges:
            continue
        if array.dtype == object:
            return case.settle("unsupported", "it computes with text; tenon computes with numbers")
        graph.initializer.append(numpy_helper.from_array(array, port.name))
    constants = {tensor.name for tensor in graph.initializer}
    case.inputs = {name: array for name, array in arrays.items() if name not in constants}
    case.answers = answers
    case.place = work / "cases" / case.name
    (case.place / "in").mkdir(parents=True, exist_ok=True)
    for name, array in case.inputs.items():
        np.save(case.place / "in" / (plain(name) + ".npy"), np.ascontiguousarray(array))
    onnx.save(model, case.place / "model.onnx")
    return None


def plain(name):
    """A name as the importer writes it."""
    return re.sub(r"[^A-Za-z0-9_.:-]", "_", name.replace("/", "."))[:60] or "unnamed"


def convert(case, converter):
    shapes = [f"--input-shape={name}:{','.join(map(str, array.shape))}" for name, array in case.inputs.items()]
    made = subprocess.run([converter, case.place / "model.onnx", "-o", case.place / "net.hpp", "--name", "case_" + case.name, *shapes],
                          capture_output=True, text=True)
    if made.returncode == 1:
        reason = made.stderr.strip().split("model.onnx: ", 1)[-1]
        return case.settle("unsupported", re.sub(r"^\d+ things? cannot be imported: ", "", reason).split(" | ")[0])
    if made.returncode != 0:
        return case.settle("failed", f"the converter ended with status {made.returncode}")
    found = re.search(r"^namespace (\w+) {$", (case.place / "net.hpp").read_text(), re.MULTILINE)
    case.namespace = found.group(1)
    return None


def source_of(cases):
    lines = ['#include "case_runner.hpp"', *(f'#include "{case.place}/net.hpp"' for case in cases)]
    entries = ",\n      ".join(f'{{"{case.name}", tenon_test::runnable<{case.namespace}::model>()}}' for case in cases)
    return "\n".join(lines) + "\nint main(int, char** arguments) {\n  return tenon_test::run_cases({\n      " + entries + "},\n      arguments[1]);\n}\n"


def compile_cases(cases, number, settings):
    """A program of some cases; where one does not compile, halves are tried until it is found."""
    if not cases:
        return
    source = settings.work / f"batch{number}.cpp"
    program = source.with_suffix("")
    source.write_text(source_of(cases))
    command = ["nice", settings.compiler, "-std=c++20", "-O0", "-ffp-contract=off", *settings.options, "-I", settings.source / "include",
               "-I", settings.source / "tests/conformance", source, "-lfmt", "-o", program]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode == 0:
        run = subprocess.run([program, settings.work / "cases"], capture_output=True, text=True)
        for case in cases:
            check(case, run)
        program.unlink()
        return
    if len(cases) == 1:
        said = re.findall(r'"(tenon: [^"]*)"', made.stderr) or re.findall(r"static assertion failed: (tenon: .*)", made.stderr)
        texts = [text for text in said if "expects" not in text]
        if texts:
            cases[0].settle("unsupported", max(texts, key=len))
        else:
            cases[0].settle("failed", "its header does not compile")
            (cases[0].place / "compile.log").write_text(made.stderr)
        return
    half = len(cases) // 2
    compile_cases(cases[:half], f"{number}a", settings)
    compile_cases(cases[half:], f"{number}b", settings)


def check(case, run):
    said = [line for line in run.stderr.splitlines() if line.startswith(case.name + ": ")]
    if said or run.returncode != 0:
        return case.settle("failed", said[0] if said else f"its program ended with status {run.returncode}")
    for name, wanted in case.answers.items():
        path = case.place / "out" / (plain(name) + ".npy")
        if not path.is_file():
            return case.settle("failed", f"it has no output {plain(name)}")
        made = np.load(path)
        if made.shape != wanted.shape:
            return case.settle("failed", f"its output has the shape {made.shape}, not {wanted.shape}")
        if not np.allclose(made.astype(np.float64), wanted.astype(np.float64), rtol=1e-3, atol=1e-5, equal_nan=True):
            gap = np.abs(made.astype(np.float64) - wanted.astype(np.float64)).max()
            return case.settle("failed", f"its output differs by up to {gap:.3g}")
    return case.settle("passed")


def listed(cases):
    return ", ".join(case.name for case in cases)


def write_matrix(path, cases, suites):
    lines = ["# Conformance", "",
             "The cases of the `onnx` package (1.20.1, `backend/test/data`), as `tests/conformance/conformance.py` runs them. Each is",
             "passed, or unsupported with the importer's or the compiler's own reason (names of nodes and tensors left out), or",
             "failed. Weights, axes and bounds that a case gives as inputs are constants here, as in files of networks.", "",
             "| suite | passed | unsupported | failed |", "|---|---|---|---|"]
    for suite in suites:
        counts = [sum(case.suite == suite and case.result == result for case in cases) for result in ("passed", "unsupported", "failed")]
        lines.append(f"| {suite} | {counts[0]} | {counts[1]} | {counts[2]} |")
    for suite in suites:
        own = [case for case in cases if case.suite == suite]
        reasons = {}
        for case in own:
            if case.result != "passed":
                reason = re.sub(r" '[^']*'", "", case.reason).replace("|", "/")
                reasons.setdefault(("failed: " if case.result == "failed" else "") + reason, []).append(case)
        lines += ["", f"## {suite}", "", "Passed: " + listed(case for case in own if case.result == "passed") + ".", "",
                  "| not passed, as | cases |", "|---|---|"]
        lines += [f"| {reason} | {listed(reasons[reason])} |" for reason in sorted(reasons, key=lambda text: (-len(reasons[text]), text))]
    pathlib.Path(path).write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser()
    for name in ("converter", "compiler", "source", "work"):
        parser.add_argument(name)
    parser.add_argument("--suite", action="append")
    parser.add_argument("--only", default="")
    parser.add_argument("--batch", type=int, default=20)
    parser.add_argument("--matrix")
    parser.add_argument("--floor", action="append", default=[])
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    settings = parser.parse_args(sys.argv[1:split])
    settings.options = sys.argv[split + 1:]
    settings.source, settings.work = pathlib.Path(settings.source), pathlib.Path(settings.work)
    suites = settings.suite or ["node", "simple", "pytorch-converted", "pytorch-operator"]
    data = pathlib.Path(onnx.__file__).parent / "backend/test/data"
    cases = [Case(suite, folder) for suite in suites for folder in sorted((data / suite).iterdir())
             if (folder / "model.onnx").is_file() and re.search(settings.only, folder.name)]
    ready = [case for case in cases if not prepare(case, settings.work) and not convert(case, settings.converter)]
    print(f"{len(cases)} cases, {len(ready)} can be imported", flush=True)
    for start in range(0, len(ready), settings.batch):
        compile_cases(ready[start:start + settings.batch], start, settings)
        passed = sum(case.result == "passed" for case in ready)
        print(f"{min(start + settings.batch, len(ready))} compiled, {passed} passed", flush=True)
    if settings.matrix:
        write_matrix(settings.matrix, cases, suites)
    status = 0
    for case in cases:
        if case.result == "failed":
            print(f"failed: {case.suite}/{case.name}: {case.reason}")
            status = 1
    floors = dict(text.split("=") for text in settings.floor)
    for suite in suites:
        own = [case.result for case in cases if case.suite == suite]
        print(f"{suite}: {own.count('passed')} passed, {own.count('unsupported')} unsupported, {own.count('failed')} failed")
        status |= own.count("passed") < int(floors.get(suite, 0))
    return status


if __name__ == "__main__":
    sys.exit(main())
