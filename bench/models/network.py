"""A model file as tenon's shared library, and as something that runs."""

import ctypes
import os
import shutil
import subprocess

import environment

OPTIONS = ["-std=c++20", "-O3", "-march=native", "-DNDEBUG", "-ffp-contract=off",
           "-fconstexpr-ops-limit=4000000000", "-fconstexpr-loop-limit=2000000000"]
# A network needs nothing of the C++ library but guards of static variables, so it brings them along instead of having
# the whole of it loaded; and it shows the functions of library.cpp only, so that its own calls are bound at once.
LIBRARY = ["-fPIC", "-shared", "-fvisibility=hidden", "-static-libstdc++", "-static-libgcc", "-Wl,--exclude-libs,ALL",
           "-Wl,--gc-sections", "-Wl,-z,now"]


def newest(folders):
    return max(os.path.getmtime(os.path.join(where, name))
               for folder in folders for where, _, names in os.walk(folder) for name in names)


def library(model, converter, progress):
    """The shared library of a model: converted and compiled unless it is newer than all that it is made of."""
    stem = os.path.splitext(os.path.basename(model))[0]
    folder = os.path.join(environment.build_folder(), stem)
    target = os.path.join(folder, "library.so")
    made_of = [os.path.join(environment.ROOT, "include"), os.path.join(environment.ROOT, "bench")]
    if os.path.exists(target) and os.path.getmtime(target) > max(newest(made_of), os.path.getmtime(model)):
        return target
    os.makedirs(folder, exist_ok=True)
    progress(f"{stem}: converting and compiling, a minute or more")
    call([converter, model, "-o", os.path.join(folder, "measured.hpp"), "--name", "measured"], stem)
    compiler = [tool for tool in [shutil.which("ccache")] if tool] + [os.environ.get("CXX", "g++")]
    source = os.path.join(environment.FOLDER, "library.cpp")
    include = ["-I", os.path.join(environment.ROOT, "include"), "-I", os.path.dirname(environment.FOLDER), "-I", folder]
    packed = pack([*compiler, *OPTIONS, *include], folder, stem)
    call([*compiler, *OPTIONS, *LIBRARY, *include, source, *packed, "-o", target + ".partial", "-lfmt"], stem)
    os.replace(target + ".partial", target)
    return target


def pack(compiler, folder, stem):
    """The sources that link the kernels of a large network, packed by a program of their own; none of a small one."""
    packed, trained = (os.path.join(folder, name) for name in ("measured_packed.cpp", "measured_weights.cpp"))
    for stale in (packed, os.path.join(folder, "measured_packed.hpp")):
        if os.path.exists(stale):
            os.remove(stale)
    if not os.path.exists(trained):
        return []
    program = os.path.join(folder, "pack")
    source = os.path.join(environment.FOLDER, "pack.cpp")
    call([*compiler, "-O1", source, trained, "-o", program, "-lfmt"], stem)
    call([program, os.path.join(folder, "measured_packed.hpp")], stem)
    return [packed]


def call(command, stem):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if "tenon:" in line or "error" in line] or ["no message"]
        raise environment.Failure(f"{stem}: {lines[0]}")


def twin_of(library):
    """Where the ONNX twin of a .tflite file lies, if it has one."""
    return os.path.join(os.path.dirname(library), "twin.onnx")


def write_twin(python, form, model, twin, progress):
    """Writes a model in another form; where that cannot be done, there is no such file."""
    if os.path.exists(twin) and os.path.getmtime(twin) > max(newest([environment.FOLDER]), os.path.getmtime(model)):
        return
    os.makedirs(os.path.dirname(twin), exist_ok=True)
    command = [python, "-B", os.path.join(environment.FOLDER, "twins.py"), form, model, twin + ".partial"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 0:
        return os.replace(twin + ".partial", twin)
    said = done.stderr.strip().splitlines() or ["no message"]
    progress(f"{os.path.basename(model)} has no {form} twin: {said[-1]}")


class Tenon:
    """A network of tenon's, on arrays that stay where they are."""

    def __init__(self, path):
        self.calls = ctypes.CDLL(path)

    def prepare(self, inputs, outputs):
        """A function that runs once."""
        self.arrays = inputs, outputs
        given, made = addresses(inputs), addresses(outputs)
        run = self.calls.run
        return lambda: run(given, made)

    def figure(self, name, kind=ctypes.c_int64):
        call = getattr(self.calls, name)
        call.restype = kind
        return call()


def addresses(arrays):
    return (ctypes.c_void_p * len(arrays))(*[array.__array_interface__["data"][0] for array in arrays])
