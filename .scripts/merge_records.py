"""Usage: merge_records.py FILE PART...

Joins the lists of records in PART.json, ... into FILE, which is replaced in one step or not at all.
"""

import json
import math
import os
import sys
import tempfile

KEYS = ["name", "metric", "value", "unit", "better", "peer", "peer_version", "ratio", "machine"]


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def record_fault(record):
    if not isinstance(record, dict) or sorted(record) != sorted(KEYS):
        return f"a record must have the keys {' '.join(KEYS)}"
    if record["better"] not in ("lower", "higher"):
        return 'better must be "lower" or "higher"'
    if not number(record["value"]):
        return "value must be a finite number"
    if record["ratio"] is not None and not number(record["ratio"]):
        return "ratio must be a finite number or null"
    if (record["peer"] is None) != (record["ratio"] is None):
        return "peer and ratio must both be given or both be null"
    return None


def read_part(path):
    try:
        with open(path) as file:
            records = json.load(file)
    except (OSError, ValueError) as error:
        sys.exit(f"bench/run: cannot read the records of {os.path.basename(path)}: {error}")
    if not isinstance(records, list):
        sys.exit(f"bench/run: {os.path.basename(path)} is not a list of records")
    for record in records:
        fault = record_fault(record)
        if fault:
            sys.exit(f"bench/run: {os.path.basename(path)}: {fault}: {json.dumps(record)[:200]}")
    return records


def mode_of_new_files():
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_whole(path, records):
    folder = os.path.dirname(os.path.abspath(path))
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".tenon.")
        try:
            with os.fdopen(handle, "w") as file:
                json.dump(records, file, indent=1)
                file.write("\n")
            os.chmod(temporary, mode_of_new_files())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        sys.exit(f"bench/run: cannot write {path}: {error.strerror}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    write_whole(sys.argv[1], [record for part in sys.argv[2:] for record in read_part(part + ".json")])
