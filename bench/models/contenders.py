"""Everybody who runs a model: tenon's library and the rivals, on the same arrays."""

import importlib.metadata
import os
import sys

import numpy

import network
import rivals


def arrays(model):
    """Random inputs and empty outputs of a model, as its file describes them."""
    random = numpy.random.default_rng(1)
    first = rivals.of(model)[0](model)
    inputs, outputs = first.describe()

    def drawn(shape, kind):
        if numpy.issubdtype(kind, numpy.integer):
            limits = numpy.iinfo(kind)
            return random.integers(limits.min, limits.max, shape, dtype=kind, endpoint=True)
        return random.standard_normal(shape).astype(kind)

    return [drawn(*port) for port in inputs], [numpy.zeros(*port) for port in outputs]


def write_arrays(path, inputs, outputs):
    """Keeps what `arrays` made, for processes in which no rival may have run to describe them."""
    numpy.savez(path, **{f"input{i}": array for i, array in enumerate(inputs)},
                **{f"output{i}": array for i, array in enumerate(outputs)})


def read_arrays(path):
    with numpy.load(path) as kept:
        return [[kept[f"{role}{i}"] for i in range(sum(name.startswith(role) for name in kept))]
                for role in ("input", "output")]


class OfTenon:
    name = "tenon"

    def __init__(self, library, made):
        self.network = network.Tenon(library)
        self.made = made

    def prepare(self, inputs):
        return self.network.prepare(inputs, self.made)

    def outputs(self):
        return self.made


def load(who, model, library, made):
    """One of them, ready to be given inputs. `who` is a name."""
    if who == OfTenon.name:
        return OfTenon(library, made)
    reads_twin = who == rivals.OnnxRuntime.name and model.endswith(".tflite")
    return rival_named(who)(network.twin_of(library) if reads_twin else model)


def rival_named(who):
    return next(each for each in rivals.ALL if each.name == who)


def version(who):
    return "own" if who == OfTenon.name else importlib.metadata.version(rival_named(who).package)


def names(model, library):
    """Those who can be asked for a model; ONNX Runtime only if the model has a twin that it reads."""
    has_none = model.endswith(".tflite") and not os.path.exists(network.twin_of(library))
    read_by = [rival.name for rival in rivals.of(model) if not (has_none and rival is rivals.OnnxRuntime)]
    return [OfTenon.name, *read_by]


def warn(text):
    print(text, file=sys.stderr, flush=True)
