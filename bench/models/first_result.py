"""first_result.py WHO MODEL LIBRARY ARRAYS: how long one of them takes to its first result, and what memory it takes.

Two times end with the first result. `start_up_us` begins in a process that has loaded nothing of the contender: it
counts the modules of a rival with their libraries, and the shared library that tenon's network is. `first_result_us`
begins when these are loaded and bound to Python, and tenon's network, which has nothing else to prepare, is only run.
Nothing of them has run before: code and weights come into memory page by page with the first result, for everybody.
Files are in the system's cache. Prints one line of JSON.
"""

import importlib
import json
import sys
import time

import contenders


def own_bytes():
    """Resident memory that is no page of a file: without programs, and without models that are mapped."""
    with open("/proc/self/status") as file:
        return next(1024 * int(line.split()[1]) for line in file if line.startswith("RssAnon"))


def load_program(who, model, library, inputs, made):
    """Loads what there is before a model is read; of tenon all, as the network is the program, so it is what runs."""
    if who == contenders.OfTenon.name:
        return contenders.load(who, model, library, made).prepare(inputs)
    importlib.import_module(contenders.rival_named(who).module)
    return None


def main():
    who, model, library, arrays = sys.argv[1:]
    inputs, made = contenders.read_arrays(arrays)
    begin = time.perf_counter()
    program = load_program(who, model, library, inputs, made)
    loading = time.perf_counter() - begin
    before, start = own_bytes(), time.perf_counter()
    run = program or contenders.load(who, model, library, made).prepare(inputs)
    run()
    seconds = time.perf_counter() - start
    for _ in range(10):
        run()
    print(json.dumps({"start_up_us": 1e6 * (loading + seconds), "first_result_us": 1e6 * seconds,
                      "growth_bytes": own_bytes() - before}))


if __name__ == "__main__":
    main()
