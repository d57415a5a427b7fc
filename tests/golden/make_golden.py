# SPDX-License-Identifier: Apache-2.0
"""Writes the golden vectors beside this file: int8 operators as LiteRT's kernels compute them. See README.md.

python make_golden.py            write the headers
python make_golden.py --check    also compute every case by rules.py; fail on the first difference
"""

import argparse
import pathlib
import sys

import numpy as np

import cases
import dynamic_range_cases
import uint8_cases
from header import write
from rules import RULES

HERE = pathlib.Path(__file__).resolve().parent


def check(operator, made, rule=None):
    for index, (text, case) in enumerate(made):
        want, got = (rule or RULES[operator])(case), case["expected"]
        if want.shape != got.shape or not np.array_equal(want, got):
            differing = np.count_nonzero(want != got) if want.shape == got.shape else "the shape"
            sys.exit(
                f"{operator} case {index} ({text}): LiteRT and rules.py differ in {differing} of {got.size}"
            )
        if got.size > 8 and len(np.unique(got)) < 3:
            sys.exit(f"{operator} case {index} ({text}): nearly constant, shows nothing")
    print(f"{operator}: {len(made)} cases, {sum(c['expected'].size for _, c in made)} elements equal")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    for operator in cases.OPERATORS:
        made = cases.make(operator)
        if args.check:
            check(operator, made)
        write(HERE / f"{operator}.hpp", {operator: made}, "tenon_golden")
    rounded = {operator: cases.make(operator, reference=False) for operator in cases.LINEAR}
    if args.check:
        for operator, made in rounded.items():
            check(operator, made)
    write(HERE / "float32_rounding.hpp", rounded, "tenon_golden::float32_rounding", "int8 by its default resolver")
    unsigned = {operator: uint8_cases.make(operator) for operator in uint8_cases.OPERATORS}
    if args.check:
        for operator, made in unsigned.items():
            check(f"uint8 {operator}", made, uint8_cases.rule)
    hybrid = {operator: dynamic_range_cases.make(operator) for operator in dynamic_range_cases.OPERATORS}
    if args.check:
        for operator, made in hybrid.items():
            check(f"dynamic range {operator}", made, dynamic_range_cases.rule)
    write(HERE / "dynamic_range.hpp", hybrid, "tenon_golden::dynamic_range", "real layers with int8 weights")
    write(HERE / "uint8.hpp", unsigned, "tenon_golden::uint8", "conversions from and to uint8")


if __name__ == "__main__":
    main()
