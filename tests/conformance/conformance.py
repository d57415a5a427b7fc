# SPDX-License-Identifier: Apache-2.0
"""Runs the cases of the onnx package's backend tests and writes what came of them.

conformance.py CONVERTER COMPILER SOURCE WORK [--suite light|node|pytorch-converted|pytorch-operator|simple]...
               [--only PATTERN] [--batch N] [--matrix FILE.md] [--floor SUITE=N]... [-- OPTION...]
    converts each case, compiles them in batches of N into programs (kryo, reference for what it lacks), runs these and
    compares with the answers that the package holds: within 1e-3 of each number, or 1e-5. Networks of the light suite are
    a program each, their kernels packed and linked, and their folders are removed when they have run. Prints one line a
    case that failed and one of sums a suite; --matrix writes the cases into a page, where other suites stay as they are.
    OPTIONs, which follow "--", go to the compiler. Ends with status 1 if a case failed, or fewer passed in a suite than
    --floor says.

A case is `passed`, `unsupported` with tenon's own reason, or `failed`. Cases give weights, axes and bounds as inputs; those
become constants here, as they are in files of networks.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

import numpy as np
import onnx
from onnx import numpy_helper

SUITES = ["light", "pytorch-converted", "pytorch-operator", "simple", "node"]

# Operators of which all real inputs are edges; of all others only the first is.
ALL_EDGES = {"Add", "Sub", "Mul", "Div", "Max", "Min", "Sum", "Mean", "MatMul", "Concat", "Equal", "Greater", "Less", "Where"}


class Case:
    def __init__(self, suite, path):
        self.suite, self.path, self.name = suite, path, path.stem.removeprefix("test_").removeprefix("light_")
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
    model = onnx.load(case.path / "model.onnx")
    graph, data = model.graph, case.path / "test_data_set_0"
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
    write_case(case, model, work)
    return None


def prepare_light(case, work):
    """The same of a network, whose weights are constants already and whose input counts from 0 to 1."""
    model = onnx.load(case.path)
    given = {tensor.name for tensor in model.graph.initializer}
    case.inputs = {}
    for port in model.graph.input:
        if port.name not in given:
            shape = [axis.dim_value for axis in port.type.tensor_type.shape.dim]
            case.inputs[port.name] = (np.arange(np.prod(shape)).reshape(shape) / np.prod(shape)).astype(np.float32)
    case.answers = {port.name: tensor_in(case.path.with_name(f"{case.path.stem}_output_{i}.pb"), port.type)
                    for i, port in enumerate(model.graph.output)}
    write_case(case, model, work)
    return None


def write_case(case, model, work):
    case.place = work / "cases" / case.name
    (case.place / "in").mkdir(parents=True, exist_ok=True)
    for name, array in case.inputs.items():
        np.save(case.place / "in" / (plain(name) + ".npy"), np.ascontiguousarray(array))
    onnx.save(model, case.place / "model.onnx")


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
        settle_uncompiled(cases[0], made.stderr)
        return
    half = len(cases) // 2
    compile_cases(cases[:half], f"{number}a", settings)
    compile_cases(cases[half:], f"{number}b", settings)


def settle_uncompiled(case, said):
    """Of a case whose program does not compile: tenon's own reason, if the compiler shows one."""
    texts = re.findall(r'"(tenon: [^"]*)"', said) or re.findall(r"static assertion failed: (tenon: .*)", said)
    texts = [text for text in texts if "expects" not in text]
    if texts:
        case.settle("unsupported", max(texts, key=len))
    else:
        case.settle("failed", "its program does not compile or link")
        (case.place / "compile.log").write_text(said)


PACKING_MAIN = """#include <tenon/backend/kryo.hpp>
#include <tenon/host/pack_weights.hpp>
#include "net.hpp"
int main(int count, char** arguments) {{
  using engine = tenon::engine<{0}::model, tenon::on<tenon::kryo, tenon::reference>>;
  return tenon::host::pack_main<engine>({{"net.hpp", "{0}::model", "{0}::weights"}}, count, arguments);
}}
"""
RUNNING_MAIN = """#include "case_runner.hpp"
#include "packed.hpp"
int main(int, char** arguments) {{
  return tenon_test::run_cases({{{{"{0}", tenon_test::runnable<packed::model>()}}}}, arguments[1]);
}}
"""


def run_light(case, settings):
    """Packs the kernels of a network in a program of its own, then compiles and runs the network."""
    start = time.monotonic()
    compiler = ["nice", settings.compiler, "-std=c++20", "-march=native", "-ffp-contract=off", *settings.options,
                "-I", settings.source / "include", "-I", settings.source / "tests/conformance"]
    (case.place / "pack.cpp").write_text(PACKING_MAIN.format(case.namespace))
    (case.place / "main.cpp").write_text(RUNNING_MAIN.format(case.name))
    for command in ([*compiler, "-O1", "pack.cpp", "net_weights.cpp", "-lfmt", "-o", "pack"], ["./pack", "packed.hpp"],
                    [*compiler, "-O2", "main.cpp", "packed.cpp", "-lfmt", "-o", "program"]):
        made = subprocess.run(command, capture_output=True, text=True, cwd=case.place)
        if made.returncode != 0:
            return settle_uncompiled(case, made.stderr)
    check(case, subprocess.run(["./program", settings.work / "cases"], capture_output=True, text=True, cwd=case.place))
    print(f"{case.name}: {case.result}, {time.monotonic() - start:.0f} s {case.reason}", flush=True)
    if case.result == "passed":
        shutil.rmtree(case.place)


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


def results_in(page):
    """{suite: {name: (result, reason)}} of a page that write_matrix wrote."""
    results = {}
    for suite, text in re.findall(r"^## ([\w-]+)\n\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL):
        passed = re.search(r"^Passed: (.*)\.$", text, re.MULTILINE).group(1)
        own = {name: ("passed", "") for name in passed.split(", ") if name}
        for reason, names in re.findall(r"^\| (.*) \| (.*) \|$", text, re.MULTILINE)[1:]:
            result = "failed" if reason.startswith("failed: ") else "unsupported"
            own |= {name: (result, reason.removeprefix("failed: ")) for name in names.split(", ")}
        results[suite] = own
    return results


def section_of(results):
    passed = [name for name in sorted(results) if results[name][0] == "passed"]
    reasons = {}
    for name in sorted(results):
        result, reason = results[name]
        if result != "passed":
            reasons.setdefault(("failed: " if result == "failed" else "") + reason, []).append(name)
    lines = ["Passed: " + ", ".join(passed) + "."]
    if reasons:
        lines += ["", "| not passed, as | cases |", "|---|---|"]
        lines += [f"| {reason} | {', '.join(reasons[reason])} |" for reason in sorted(reasons, key=lambda text: (-len(reasons[text]), text))]
    return lines


def write_matrix(path, cases):
    """Cases that did not run stay as the page has them."""
    path = pathlib.Path(path)
    results = results_in(path.read_text()) if path.is_file() else {}
    for case in cases:
        reason = re.sub(r" '[^']*'", "", case.reason).replace("|", "/")
        results.setdefault(case.suite, {})[case.name] = (case.result, reason)
    suites = [suite for suite in SUITES if suite in results]
    lines = ["# Conformance", "",
             "The cases of the `onnx` package (1.20.1, `backend/test/data`), as `tests/conformance/conformance.py` runs them. Each is",
             "passed, or unsupported with the importer's or the compiler's own reason (names of nodes and tensors left out), or",
             "failed. Weights, axes and bounds that a case gives as inputs are constants here, as in files of networks; the light",
             "suite is whole networks, whose weights are all one number. The figures are put together from several runs, each of",
             "which writes the cases that it ran; not all were run again with the last version.", "",
             "| suite | passed | unsupported | failed |", "|---|---|---|---|"]
    for suite in suites:
        counts = [sum(result == wanted for result, _ in results[suite].values()) for wanted in ("passed", "unsupported", "failed")]
        lines.append(f"| {suite} | {counts[0]} | {counts[1]} | {counts[2]} |")
    for suite in suites:
        lines += ["", f"## {suite}", "", *section_of(results[suite])]
    path.write_text("\n".join(lines) + "\n")


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
    settings.source, settings.work = (pathlib.Path(path).resolve() for path in (settings.source, settings.work))
    suites = settings.suite or SUITES[1:]
    data = pathlib.Path(onnx.__file__).parent / "backend/test/data"
    cases = [Case(suite, path) for suite in suites for path in sorted((data / suite).iterdir())
             if (path / "model.onnx").is_file() or path.suffix == ".onnx"]
    cases = [case for case in cases if re.search(settings.only, case.name)]
    for case in cases:
        if case.suite == "light" and not prepare_light(case, settings.work) and not convert(case, settings.converter):
            run_light(case, settings)
    small = [case for case in cases if case.suite != "light"]
    ready = [case for case in small if not prepare(case, settings.work) and not convert(case, settings.converter)]
    print(f"{len(small)} cases, {len(ready)} can be imported", flush=True)
    for start in range(0, len(ready), settings.batch):
        compile_cases(ready[start:start + settings.batch], start, settings)
        passed = sum(case.result == "passed" for case in ready)
        print(f"{min(start + settings.batch, len(ready))} compiled, {passed} passed", flush=True)
    if settings.matrix:
        write_matrix(settings.matrix, cases)
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
