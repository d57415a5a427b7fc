"""Usage: report.py CORTEX_A76.s I8MM.s [--json FILE]

Finds the loops of kernels in assembly, has llvm-mca estimate their cycles, prints a table and writes it as records.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

LABEL = re.compile(r"^(\.L\w+):")
BRANCH = re.compile(r"^\s+(?:b(?:\.\w+)?|cbn?z|tbn?z)\s+(?:.*,\s*)?(\.L\w+)\s*(?://.*)?$")
ROUNDS = 100
# Multiply-adds that a core can do in a cycle: 16 a sdot, 32 a smmla, so many of which start in each.
PEAKS = {("neoverse-n1", "sdot"): 32, ("neoverse-v2", "sdot"): 64, ("neoverse-v2", "smmla"): 128}
PRODUCTS = {"sdot": 16, "smmla": 32}
# What nobody else's loop of the same job was estimated to take less for, by the same tool; cycles for 16 outputs.
WANTED = {("requantize_relu", "neoverse-n1"): 13.0, ("depthwise_3x3_relu", "neoverse-n1"): 24.5}


def functions(path):
    name, body = None, []
    with open(path, encoding="ascii", errors="replace") as file:
        for line in file:
            start = re.match(r"^([a-z]\w*):", line)
            if start:
                name, body = start.group(1), []
            elif line.startswith("\t.size") and name:
                yield name, body
                name = None
            else:
                body.append(line.rstrip())


def innermost_loops(body):
    """The instructions between a label and a branch back to it, where no other such pair lies inside."""
    at = {match.group(1): i for i, line in enumerate(body) if (match := LABEL.match(line))}
    spans = [(at[match.group(1)], i) for i, line in enumerate(body)
             if (match := BRANCH.match(line)) and at.get(match.group(1), i) < i]
    for span in spans:
        if not any(other != span and span[0] <= other[0] and other[1] <= span[1] for other in spans):
            yield [line for line in body[span[0]:span[1] + 1] if re.match(r"^\s+[a-z]", line)]


def count(loop, word):
    return sum(1 for line in loop if re.match(rf"\s+{word}\b", line))


def outputs(loop):
    """Sixteen int8 leave a loop with each narrowing of two registers to bytes."""
    return 16 * sum(1 for line in loop if re.match(r"\s+sqxtn2\s+v\d+\.16b", line))


def cycles(loop, core):
    done = subprocess.run(["llvm-mca-19", "-mtriple=aarch64", f"-mcpu={core}", f"-iterations={ROUNDS}"],
                          input="\n".join(loop) + "\n", capture_output=True, text=True, check=True)
    return int(re.search(r"Total Cycles:\s+(\d+)", done.stdout).group(1)) / ROUNDS


def main_loop(body, word):
    """The loop that does most of the work."""
    work = (lambda loop: count(loop, word)) if word else outputs
    loop = max(innermost_loops(body), key=work, default=[])
    return loop if loop and work(loop) else None


def product_row(name, loop, core, word):
    taken = cycles(loop, core)
    rate = PRODUCTS[word] * count(loop, word) / taken
    return {"loop": name, "core": core, "set": word, "instructions": len(loop), "cycles": taken,
            "metric": "macs_per_cycle", "value": rate, "share": 100 * rate / PEAKS[core, word],
            "requantized": 4 * count(loop, "sqrdmulh")}


def output_row(name, loop, core):
    taken = cycles(loop, core)
    return {"loop": name, "core": core, "set": "sdot" if count(loop, "sdot") else "", "instructions": len(loop),
            "cycles": taken, "metric": "cycles_per_16_outputs", "value": 16 * taken / outputs(loop), "share": None}


def rows(path, word, cores):
    for name, body in functions(path):
        products = name.startswith(("conv2d", "dense"))
        if not products and word == "smmla":
            continue
        loop = main_loop(body, word if products else None)
        if loop is None:
            sys.exit(f"bench/kernel/arm: {name} has no loop that does its work; look at {path}")
        for core in cores:
            yield product_row(name, loop, core, word) if products else output_row(name, loop, core)


def record(row):
    return {"name": f"arm/{row['loop']}/{row['core']}" + ("/smmla" if row["set"] == "smmla" else ""),
            "metric": row["metric"], "value": row["value"],
            "unit": "MAC/cycle" if row["share"] else "cycles", "better": "higher" if row["share"] else "lower",
            "peer": None, "peer_version": None, "ratio": None, "machine": f"llvm-mca-19 -mcpu={row['core']}, an estimate"}


def write_records(path, records):
    folder = os.path.dirname(os.path.abspath(path))
    with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
        json.dump(records, file, indent=1)
    os.replace(file.name, path)


def main():
    arguments = sys.argv[1:]
    table = [*rows(arguments[0], "sdot", ["neoverse-n1", "neoverse-v2"]), *rows(arguments[1], "smmla", ["neoverse-v2"])]
    print("An estimate, not a measurement: llvm-mca knows the pipelines of a core, and finds all data in its first cache.")
    print(f"{'loop':20} {'core':12} {'uses':6} {'instr.':>6} {'cycles':>7}  result")
    for row in table:
        if row["share"]:
            result = f"{row['value']:.1f} MAC/cycle, {row['share']:.0f}% of the peak"
            if row["requantized"]:
                result += f", the requantization of {row['requantized']} results in it"
        else:
            wanted = WANTED.get((row["loop"], row["core"]))
            result = f"{row['value']:.1f} cycles for 16 outputs" + (f" (to beat: {wanted})" if wanted else "")
        print(f"{row['loop']:20} {row['core']:12} {row['set']:6} {row['instructions']:6} {row['cycles']:7.1f}  {result}")
    if len(arguments) == 4 and arguments[2] == "--json":
        write_records(arguments[3], [record(row) for row in table])


if __name__ == "__main__":
    main()
