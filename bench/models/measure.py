"""measure.py MODEL LIBRARY ROUNDS: times tenon and its rivals on a model and prints the figures as one line of JSON.

All on one thread of one core, in turn: each round gives everybody a row of runs, so that what else the machine does
hits all alike. The clock stands around single calls from Python, which adds the same half microsecond to everybody.
"""

import ctypes
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy

import contenders

ROW_SECONDS = 0.02
STARTS = 7


def row(run, count):
    found = []
    for _ in range(count):
        start = time.perf_counter_ns()
        run()
        found.append((time.perf_counter_ns() - start) / 1000)
    return found


def load_all(model, library, made):
    """Those who can read the file; who cannot is named."""
    loaded = {}
    for name in contenders.names(model, library):
        try:
            loaded[name] = contenders.load(name, model, library, made)
        except RuntimeError as error:
            said = str(error).strip().splitlines()[-1]
            contenders.warn(f"  {name} is left out, as it cannot load the file: {said}")
    return loaded


def time_all(runs, rounds):
    """Microseconds of every run, of each contender."""
    counts = {}
    for name, run in runs.items():
        row(run, 3)
        counts[name] = max(3, min(2000, int(ROW_SECONDS * 1e6 / min(row(run, 5)))))
    times = {name: [] for name in runs}
    for number in range(rounds):
        contenders.warn(f"  round {number + 1} of {rounds}") if number % 10 == 0 else None
        for name, run in runs.items():
            row(run, 2)
            times[name] += row(run, counts[name])
    return times


def start_up(who, model, library, arrays):
    """The least times of the start, in processes of its own: other programs only add to them. Growth is a median."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "first_result.py")
    command = [sys.executable, "-B", script, who, model, library, arrays]
    found = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
             for _ in range(STARTS)]
    return {key: (min if key.endswith("_us") else statistics.median)(one[key] for one in found) for key in found[0]}


def difference(loaded):
    """The largest difference between outputs of tenon and of each rival, after as many runs; None where axes differ."""
    own = loaded["tenon"].outputs()
    found = {}
    for name, one in loaded.items():
        pairs = [(numpy.asarray(a), numpy.asarray(b)) for a, b in zip(own, one.outputs())]
        same = all(a.shape == b.shape for a, b in pairs)
        gaps = [float(numpy.max(numpy.abs(a.astype(float) - b.astype(float)))) for a, b in pairs] if same else []
        found[name] = max(gaps, default=None)
    return found


def main():
    model, library, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    inputs, made = contenders.arrays(model)
    loaded = load_all(model, library, made)
    runs = {name: one.prepare(inputs) for name, one in loaded.items()}
    for run in runs.values():
        run()
    apart = difference(loaded)
    times = time_all(runs, rounds)
    with tempfile.TemporaryDirectory() as folder:
        kept = os.path.join(folder, "arrays.npz")
        contenders.write_arrays(kept, inputs, made)
        starts = {name: start_up(name, model, library, kept) for name in loaded}
    own = loaded["tenon"].network
    print(json.dumps({
        "contenders": {name: {"version": contenders.version(name), "median_us": statistics.median(times[name]),
                              "minimum_us": min(times[name]), "difference": apart[name],
                              **starts[name]} for name in loaded},
        **{name: own.figure(name) for name in ("macs", "arena_bytes", "weight_bytes")},
        "peak_macs_per_second": own.figure("peak_macs_per_second", ctypes.c_double)}))


if __name__ == "__main__":
    main()
