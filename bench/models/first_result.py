"""first_result.py WHO MODEL LIBRARY: how long one of them takes from nothing to its first result, and what memory it grows by.

Programs are loaded before and bound to Python: the modules of a rival, and the shared library that tenon's network is,
which has nothing else to prepare. Its code and weights come into memory page by page with the first result. The model
file is in the system's cache. Prints one line of JSON.
"""

import json
import os
import sys
import time

import contenders
import rivals


def resident_bytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main():
    who, model, library = sys.argv[1:]
    inputs, made = contenders.arrays(model)
    for rival in rivals.of(model):
        if rival.name == who:
            __import__(rival.package.replace("ai-edge-litert", "ai_edge_litert.interpreter"))
    bound = contenders.load(who, model, library, made).prepare(inputs) if who == contenders.OfTenon.name else None
    before, start = resident_bytes(), time.perf_counter()
    run = bound or contenders.load(who, model, library, made).prepare(inputs)
    run()
    seconds = time.perf_counter() - start
    for _ in range(10):
        run()
    print(json.dumps({"first_result_us": 1e6 * seconds, "growth_bytes": resident_bytes() - before}))


if __name__ == "__main__":
    main()
