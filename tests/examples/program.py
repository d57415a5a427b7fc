"""program.py CALLED PROGRAM [digits|small]: an example program as its user calls it.

CALLED is the name that the program gives itself. An option that it does not know is one line and status 2, --help tells
its options, and with `digits` or `small` the records that --json writes are those of that example.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

FIELDS = ["name", "metric", "value", "unit", "better", "peer", "peer_version", "ratio", "machine"]
# What every engine of an example tells of itself: unit, and which end is better.
SMALL = {"steps": ("steps", "lower"), "macs": ("MAC", "lower"), "weight_bytes": ("bytes", "lower"),
         "arena_bytes": ("bytes", "lower"), "latency_median_us": ("us", "lower")}
DIGITS = {"accuracy": ("percent", "higher"), "agreement": ("percent", "higher"), "nodes_before": ("nodes", "lower"),
          "nodes_after": ("nodes", "lower"), "macs": ("MAC", "lower"), "weight_bytes": ("bytes", "lower"),
          "arena_bytes": ("bytes", "lower"), "latency_median_us": ("us", "lower"), "latency_p95_us": ("us", "lower"),
          "latency_p99_us": ("us", "lower"), "throughput": ("GMAC/s", "higher")}

faults = []


def expect(holds, text):
    if not holds:
        faults.append(text)


def call(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=600)


def refuses(called, program, status, reason, *arguments, silent=True):
    done = call(program, *arguments)
    lines = done.stderr.splitlines()
    expect(done.returncode == status, f"{arguments}: status {done.returncode} instead of {status}")
    expect(len(lines) == 1 and lines[0].startswith(f"{called}: {reason}"), f"{arguments}: it says {lines[:3]}")
    expect(done.stdout == "" or not silent, f"{arguments}: it prints besides its refusal")


def answers_options(called, program):
    refuses(called, program, 2, f"unknown option --no-such; {called} --help", "--no-such")
    done = call(program, "--help")
    expect(done.returncode == 0 and "--help" in done.stdout and done.stderr == "", "--help does not help")


def records_of(program, folder):
    file = folder / "records.json"
    done = call(program, "--json", str(file))
    expect(done.returncode == 0, f"--json: status {done.returncode}: {done.stderr[-200:]}")
    records = json.loads(file.read_text())
    for record in records:
        expect(list(record) == FIELDS, f"a record has the fields {list(record)}")
        expect([record["peer"], record["peer_version"], record["ratio"]] == [None] * 3, f"{record}: there is no rival")
        expect(record["machine"] != "", f"{record}: no machine")
    return {(record["name"], record["metric"]): record for record in records}


def have(records, names, metrics):
    wanted = {(name, metric) for name in names for metric in metrics}
    expect(wanted <= set(records), f"records lack {sorted(wanted - set(records))}")
    for name, metric in wanted & set(records):
        record = records[name, metric]
        expect((record["unit"], record["better"]) == metrics[metric], f"{record}: unit or better")
        expect(record["value"] > 0, f"{record}: not above 0")


def small(called, program, folder):
    records = records_of(program, folder)
    have(records, [f"{called}/kryo/float", f"{called}/kryo/int8"], SMALL)
    expect(len(records) == 2 * len(SMALL), f"{len(records)} records")
    for less in ("weight_bytes", "arena_bytes"):
        real, integer = (records[f"{called}/kryo/{numbers}", less]["value"] for numbers in ("float", "int8"))
        expect(integer < real / 2, f"{less} of int8: {integer}, of float: {real}")
    unwritable = f"{folder}/none/a.json"
    refuses(called, program, 1, f"{unwritable}: cannot be written", "--json", unwritable, silent=False)


def digits(called, program, folder):
    records = records_of(program, folder)
    have(records, [f"digits/{backend}/{numbers}" for backend in ("reference", "kryo") for numbers in ("float", "int8")],
         DIGITS)
    expect(records["digits", "program_bytes"]["value"] > 0, "no program_bytes")
    value = {key: record["value"] for key, record in records.items()}
    for backend in ("reference", "kryo"):
        real, integer = f"digits/{backend}/float", f"digits/{backend}/int8"
        expect(value[real, "accuracy"] >= 98.0, f"accuracy of {real}: {value[real, 'accuracy']}")
        expect(abs(value[real, "accuracy"] - value[integer, "accuracy"]) <= 0.3, f"int8 on {backend} is less accurate")
        expect(value[integer, "agreement"] >= 99.0, f"agreement of {integer}: {value[integer, 'agreement']}")
        expect(value[integer, "weight_bytes"] + value[integer, "arena_bytes"] < 65536, f"{integer} is too large")
        expect(value[real, "nodes_after"] < value[real, "nodes_before"], f"nothing was fused in {real}")
    time = {name: value[f"digits/{name}", "latency_median_us"] for name in ("reference/int8", "kryo/float", "kryo/int8")}
    expect(time["kryo/int8"] * 10 <= time["reference/int8"], f"int8 on kryo is not 10 times as fast as reference: {time}")
    expect(time["kryo/int8"] < time["kryo/float"], f"int8 on kryo is not faster than float: {time}")
    refuses(called, program, 2, "--method: there is no method 'best'; they are: minmax", "--method", "best")
    refuses(called, program, 1, f"{folder}/none: is no folder", "--calibrate", f"{folder}/none", "--method", "sqnr")


def main():
    called, program, *kind = sys.argv[1:]
    answers_options(called, program)
    with tempfile.TemporaryDirectory() as name:
        if kind:
            {"small": small, "digits": digits}[kind[0]](called, program, pathlib.Path(name))
    print("\n".join(faults) or "clean")
    sys.exit(1 if faults else 0)


main()
