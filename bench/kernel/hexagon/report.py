"""Usage: report.py COUNTED [--json FILE]

Prints the packets that kernels took, beside what others take and what the processor allows, and writes them as records.
"""

import json
import os
import sys
import tempfile

MACHINE = "qemu-hexagon -cpu v67, counted packets"

# What a kernel cannot do with fewer packets of: 256 products a packet, 8 packets to bring 128 sums to the result's scale, one
# load a packet; a sum of 128 bytes takes 8 products that fill a packet each.
# The others' packets were counted under the same simulator, their data in layouts of their own that they are not charged for.
CASES = {
    "conv2d_1x1_56x56x64_128": (125440, "Qualcomm nnlib v60 assembly", 154935),
    "conv2d_3x3_56x56x64_64": (464128, "Qualcomm nnlib v60 assembly", 485148),
    "depthwise_conv2d_3x3_56x56x128": (43904, "Qualcomm nnlib v60 assembly", 83306),
    "add": (784 * 8, "XNNPACK HVX", 784 * 21),
}


def record(name, metric, value, unit, better, peer=None, ratio=None):
    return {"name": f"hexagon/{name}", "metric": metric, "value": value, "unit": unit, "better": better, "peer": peer,
            "peer_version": "packets counted under the same simulator" if peer else None, "ratio": ratio, "machine": MACHINE}


def read(path):
    with open(path, encoding="ascii") as file:
        for line in file:
            name, packets, instructions, macs, size, _ = line.split()
            yield name, int(packets), int(instructions), int(macs), int(size)


def main():
    arguments = sys.argv[1:]
    target = arguments[2] if len(arguments) == 3 and arguments[1] == "--json" else None
    records = []
    print("Packets are not cycles: a count is a lower bound on the cycles of one thread.")
    print(f"{'kernel':40} {'packets':>9} {'HVX instr.':>10} {'MAC/packet':>10} {'/128 bytes':>10} {'% of limit':>10}  others")
    for name, packets, instructions, macs, size in read(arguments[0]):
        limit, peer, theirs = CASES.get(name.removesuffix("_relu"), (None, None, None))
        share = 100 * limit / packets if limit else None
        each = packets * 128 / size
        print(f"{name:40} {packets:9} {instructions:10} {macs / packets:10.1f} {each:10.2f} {share or 0:10.1f}  {peer} {theirs}")
        records.append(record(name, "packets", packets, "packets", "lower", peer, theirs / packets))
        if macs:
            records.append(record(name, "macs_per_packet", macs / packets, "MAC/packet", "higher"))
        records.append(record(name, "packets_per_128_bytes", each, "packets", "lower"))
        records.append(record(name, "percent_of_limit", share, "%", "higher"))
    if target:
        folder = os.path.dirname(os.path.abspath(target))
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            json.dump(records, file, indent=1)
        os.replace(file.name, target)


if __name__ == "__main__":
    main()
