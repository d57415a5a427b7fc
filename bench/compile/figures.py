"""What is measured, and what it may cost."""

import glob
import os
import tempfile
from dataclasses import dataclass

import compilers
import sources

SIZES = {
    "chain": [10, 25, 50, 100, 200],
    "residual": [10, 25, 50, 100, 200],
    "residual_int8": [10, 25, 50, 100, 200],
    "dense": [1000, 3000, 10000, 30000, 100000, 300000],
}
QUICK_SIZES = {"residual": [100], "residual_int8": [100], "dense": [300000]}
TENON = "#include <tenon/tenon.hpp>\n"
KRYO = "#include <tenon/backend/kryo.hpp>\n"
XSIMD = "#include <xsimd/xsimd.hpp>\n"


@dataclass
class Figure:
    """One measured number; `budget` is the most it may be, if there is a limit."""

    name: str
    metric: str
    value: float
    unit: str
    budget: float | None = None

    def kept(self):
        return self.budget is None or self.value < self.budget


def seconds_and_megabytes(name, seconds, megabytes, most_seconds=None, most_megabytes=None):
    return [Figure(name, "compile_seconds", round(seconds, 3), "s", most_seconds),
            Figure(name, "peak_megabytes", round(megabytes, 1), "MB", most_megabytes)]


def budgets(kind, size):
    """The most seconds and megabytes of a program, over an include of tenon.hpp alone."""
    if kind.startswith("residual") and size == 100:
        return 1.5, None
    if kind == "dense" and size == 300000:
        return 10.0, 1500.0
    return None, None


def runs_of(kind, size, repeat):
    """A figure that has a budget is the best of five runs, unless one run is asked for."""
    return 5 if repeat > 1 and budgets(kind, size) != (None, None) else repeat


def network_figures(label, family, compiler, sizes, repeat, report):
    """Every kind of network in every size, over an include of tenon.hpp; the memory is the compiler's whole."""
    base, _ = compilers.compile_text(family, compiler, TENON, repeat=5 if repeat > 1 else 1)
    for kind, counts in sizes.items():
        for count in counts:
            text = sources.program(kind, count)
            seconds, megabytes = compilers.compile_text(family, compiler, text, repeat=runs_of(kind, count, repeat))
            report(seconds_and_megabytes(f"compile/{kind}/{count}/{label}", seconds - base, megabytes, *budgets(kind, count)))


def include_figures(label, family, compiler, repeat, report):
    def seconds(text, options=()):
        return compilers.compile_text(family, compiler, text, options, repeat)

    empty, _ = seconds("")
    alone, megabytes = seconds(TENON)
    report(seconds_and_megabytes(f"compile/include/tenon/{label}", alone - empty, megabytes, 0.7))
    if os.path.exists(os.path.join(compilers.ROOT, "include/tenon/backend/kryo.hpp")):
        native = ["-march=native"]
        xsimd, _ = seconds(TENON + XSIMD, native)
        kryo, megabytes = seconds(TENON + KRYO, native)
        report(seconds_and_megabytes(f"compile/include/kryo/{label}", kryo - xsimd, megabytes, 0.5))


def digits_figures(label, family, compiler, repeat, report):
    folder = os.path.join(compilers.ROOT, "examples/digits")
    options = ["-O3", "-march=native", "-DNDEBUG", f'-DEXAMPLE_FOLDER="{folder}"', "-I" + os.path.dirname(folder)]
    longest = 0
    for source in sorted(glob.glob(os.path.join(folder, "*.cpp"))):
        name = os.path.basename(source)[: -len(".cpp")]
        # As examples/CMakeLists.txt builds it.
        own = [*options, "-O0"] if name == "arguments" else options
        with tempfile.TemporaryDirectory() as made:
            target = os.path.join(made, "object.o")
            seconds, megabytes = compilers.compile_file(family, compiler, source, own, repeat, target)
            longest = max(longest, compilers.longest_symbol(target))
        report(seconds_and_megabytes(f"compile/digits/{name}/{label}", seconds, megabytes, 10.0))
    report([Figure(f"compile/digits/symbols/{label}", "longest_symbol", longest, "characters", 301)])
