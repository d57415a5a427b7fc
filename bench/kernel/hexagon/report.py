"""Usage: report.py COUNTED [--json FILE]

Prints the packets that kernels and the layers of a network took, beside what others take and what the processor allows, and
writes them as records.
"""

import json
import os
import sys
import tempfile

MACHINE = "qemu-hexagon -cpu v67, counted packets"

# What a kernel cannot do with fewer packets of: 256 products a packet, 8 packets to bring 128 sums to the result's scale, one
# load a packet; a sum of 128 bytes takes 8 products that fill a packet each.
# Depthwise windows are measured on channel planes, the order in which the plan stores them where that pays; names that end in
# _rows are of row-major tensors, and conversions between the two have cases of their own.
# The others' packets were counted under the same simulator, their data in layouts of their own that they are not charged for.
# Of several, the first took the fewest and is the peer of the records. Sums have no products, so no record of products a packet.
NNLIB = "Qualcomm nnlib v60 assembly"
XNNPACK = "XNNPACK HVX"
CASES = {
    "conv2d_1x1_56x56x64_128": (125440, [(NNLIB, 154935), (XNNPACK, 252851)]),
    "conv2d_3x3_56x56x64_64": (464128, [(NNLIB, 485148)]),
    "depthwise_conv2d_3x3_56x56x128": (43904, [(NNLIB, 83306)]),
    "depthwise_conv2d_3x3_56x56x128_rows": (43904, [(NNLIB, 83306)]),
    "depthwise_conv2d_3x3_112x112x32": (43904, []),
    "depthwise_conv2d_3x3_112x112x32_rows": (43904, []),
    "conv2d_1x1_56x56x64_128_planes": (125440, [(NNLIB, 154935), (XNNPACK, 252851)]),
    "add": (784 * 8, [(XNNPACK, 784 * 21)]),
}


# The same for the layers of a network, from products, bytes read and bytes written. A dense layer uses each weight once, so it
# waits for them; a pool loads its input. What a softmax cannot do without was not worked out.
LAYER_LIMITS = {
    "conv2d": lambda macs, read, written: macs / 256 + 8 * written / 128,
    "dense": lambda macs, read, written: macs / 128 + 8 * written / 128,
    "max_pool": lambda macs, read, written: read / 128,
}


def record(name, metric, value, unit, better, peer=None, ratio=None):
    return {"name": f"hexagon/{name}", "metric": metric, "value": value, "unit": unit, "better": better, "peer": peer,
            "peer_version": "packets counted under the same simulator" if peer else None, "ratio": ratio, "machine": MACHINE}


def read(path):
    with open(path, encoding="ascii") as file:
        for line in file:
            if line.startswith("layer "):
                continue
            name, packets, instructions, macs, size, _ = line.split()
            yield name, int(packets), int(instructions), int(macs), int(size)


def read_layers(path):
    with open(path, encoding="ascii") as file:
        for line in file:
            if line.startswith("layer "):
                _, name, operator, *numbers = line.split()
                yield name, operator, *map(int, numbers)


def report_layers(path):
    """Prints the layers of the digits network and their sum; returns records."""
    records, total, total_macs, limited, limits = [], 0, 0, 0, 0
    print(f"\n{'digits layer':20} {'operator':10} {'packets':>9} {'HVX instr.':>10} {'MAC/packet':>10} {'limit':>8} {'% of limit':>10}")
    for name, operator, packets, instructions, macs, read_bytes, written in read_layers(path):
        limit = LAYER_LIMITS[operator](macs, read_bytes, written) if operator in LAYER_LIMITS else None
        share = f"{100 * limit / packets:10.1f}" if limit else f"{'-':>10}"
        print(f"{name:20} {operator:10} {packets:9} {instructions:10} {macs / packets:10.1f} {limit or 0:8.0f} {share}")
        records.append(record(f"digits/{name}", "packets", packets, "packets", "lower"))
        if limit:
            records.append(record(f"digits/{name}", "percent_of_limit", 100 * limit / packets, "%", "higher"))
            limited, limits = limited + packets, limits + limit
        total, total_macs = total + packets, total_macs + macs
    print(f"{'whole network':20} {'':10} {total:9} {'':10} {total_macs / total:10.1f} {limits:8.0f} {100 * limits / limited:10.1f}")
    records.append(record("digits", "packets", total, "packets", "lower"))
    records.append(record("digits", "percent_of_limit", 100 * limits / limited, "%", "higher"))
    return records


def main():
    arguments = sys.argv[1:]
    target = arguments[2] if len(arguments) == 3 and arguments[1] == "--json" else None
    records = []
    print("Packets are not cycles: a count is a lower bound on the cycles of one thread.")
    print(f"{'kernel':40} {'packets':>9} {'HVX instr.':>10} {'MAC/packet':>10} {'/128 bytes':>10} {'% of limit':>10}  others")
    for name, packets, instructions, macs, size in read(arguments[0]):
        limit, rivals = CASES.get(name.removesuffix("_relu"), (None, []))
        share = 100 * limit / packets if limit else None
        peer, theirs = rivals[0] if rivals else (None, None)
        ratio = theirs / packets if theirs else None
        each = packets * 128 / size
        limited = f"{share:10.1f}" if share else f"{'-':>10}"
        others = "  " + ", ".join(f"{rival} {count}" for rival, count in rivals) if rivals else ""
        print(f"{name:40} {packets:9} {instructions:10} {macs / packets:10.1f} {each:10.2f} {limited}{others}")
        records.append(record(name, "packets", packets, "packets", "lower", peer, ratio))
        if macs:
            records.append(record(name, "macs_per_packet", macs / packets, "MAC/packet", "higher", peer, ratio))
        records.append(record(name, "packets_per_128_bytes", each, "packets", "lower", peer, ratio))
        if share:
            records.append(record(name, "percent_of_limit", share, "%", "higher"))
    records += report_layers(arguments[0])
    if target:
        folder = os.path.dirname(os.path.abspath(target))
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            json.dump(records, file, indent=1)
        os.replace(file.name, target)


if __name__ == "__main__":
    main()
