"""first_result.py WHO MODEL LIBRARY ARRAYS: how long one of them takes to its first result, and what memory it grows by.

Programs are loaded before and bound to Python: the modules of a rival, and the shared library that tenon's network is,
which has nothing else to prepare. Nothing of them has run: code and weights come into memory page by page with the
first result, for everybody. Files are in the system's cache. Prints one line of JSON.
"""

import importlib
import json
import sys
import time

import contenders
import rivals


def own_bytes():
    """Resident memory that is no page of a file: without programs, and without models that are mapped."""
    with open("/proc/self/status") as file:
        return next(1024 * int(line.split()[1]) for line in file if line.startswith("RssAnon"))


def load_program(who, model, library, inputs, made):
    """Loads what there is before a model is read; of tenon all, as the network is the program, so it is what runs."""
    if who == contenders.OfTenon.name:
        return contenders.load(who, model, library, made).prepare(inputs)
    rival = next(each for each in rivals.of(model) if each.name == who)
    importlib.import_module(rival.module)
    return None


def main():
    who, model, library, arrays = sys.argv[1:]
    inputs, made = contenders.read_arrays(arrays)
    program = load_program(who, model, library, inputs, made)
    before, start = own_bytes(), time.perf_counter()
    run = program or contenders.load(who, model, library, made).prepare(inputs)
    run()
    seconds = time.perf_counter() - start
    for _ in range(10):
        run()
    print(json.dumps({"first_result_us": 1e6 * seconds, "growth_bytes": own_bytes() - before}))


if __name__ == "__main__":
    main()
