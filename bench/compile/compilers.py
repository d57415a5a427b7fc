"""Runs a compiler on one source and measures its processor time and its memory."""

import os
import shutil
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMMON = ["-std=c++20", "-O2", "-ffp-contract=off", "-I" + os.path.join(ROOT, "include")]
# As the CMake target has them: weights are quantized and packed by the compiler.
LIMITS = {
    "gcc": ["-fconstexpr-ops-limit=4000000000", "-fconstexpr-loop-limit=2000000000"],
    "clang": ["-fconstexpr-steps=4000000000", "-fbracket-depth=4096"],
}
CANDIDATES = {"gcc": ["g++-12", "g++"], "clang": ["clang++-19", "clang++"]}


class CompileError(Exception):
    pass


def available():
    """The compilers that are installed, as {"gcc": "g++-12", "clang": "clang++-19"}."""
    found = {}
    for family, names in CANDIDATES.items():
        name = next((name for name in names if shutil.which(name)), None)
        if name:
            found[family] = name
    return found


def version(compiler):
    line = subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    return line.strip()


def compile_once(family, compiler, source, options, object_file):
    """Returns (seconds of user and system time, peak megabytes) of the compiler and the programs that it started."""
    command = [compiler, *COMMON, *LIMITS[family], *options, "-c", source, "-o", object_file]
    with tempfile.TemporaryFile(mode="w+") as messages:
        process = subprocess.Popen(command, stdout=messages, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            messages.seek(0)
            raise CompileError(f"{compiler} refused {os.path.basename(source)}:\n{messages.read()[:2000]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compile_file(family, compiler, source, options=(), repeat=2, object_file=None):
    """The best of `repeat` compilations."""
    with tempfile.TemporaryDirectory() as folder:
        target = object_file or os.path.join(folder, "object.o")
        runs = [compile_once(family, compiler, source, list(options), target) for _ in range(repeat)]
    return min(run[0] for run in runs), min(run[1] for run in runs)


def compile_text(family, compiler, text, options=(), repeat=2):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "program.cpp")
        with open(source, "w") as file:
            file.write(text)
        return compile_file(family, compiler, source, options, repeat)


def longest_symbol(object_file):
    """The number of characters of the longest name of tenon's in an object file; other libraries have longer ones."""
    names = subprocess.run(["nm", object_file], capture_output=True, text=True, check=True).stdout.split("\n")
    return max((len(line.split()[-1]) for line in names if "tenon" in line), default=0)
