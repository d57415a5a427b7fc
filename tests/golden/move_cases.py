# SPDX-License-Identifier: Apache-2.0
"""The cases of operators that move values between rows, columns and channels, or repeat them, answered by LiteRT."""

import numpy as np

from common import times
from one_input import one_input, same_code


def moved(name, options, field, shapes, out_of):
    def make(rng, _):
        for shape, size in shapes:
            c = dict(**same_code(rng, shape, 0.05, -3), block=size)
            out = out_of(shape, size)
            yield one_input(f"{times(shape)} -> {times(out)}", c, name, (options, {field: size}), out)

    return make


depth_to_space = moved(
    "DEPTH_TO_SPACE",
    "DepthToSpaceOptions",
    "blockSize",
    [((1, 2, 4, 8), 2), ((2, 3, 3, 9), 3), ((1, 4, 2, 12), 2), ((1, 3, 3, 2), 1)],
    lambda s, b: (s[0], s[1] * b, s[2] * b, s[3] // (b * b)),
)
space_to_depth = moved(
    "SPACE_TO_DEPTH",
    "SpaceToDepthOptions",
    "blockSize",
    [((1, 4, 6, 3), 2), ((2, 3, 6, 2), 3), ((1, 4, 2, 1), 2), ((1, 3, 3, 2), 1)],
    lambda s, b: (s[0], s[1] // b, s[2] // b, s[3] * b * b),
)


def mirror_pad(rng, _):
    for shape, before, after, symmetric in [
        ((1, 3, 4, 2), (0, 1, 1, 0), (0, 1, 1, 0), False),
        ((4, 5), (2, 0), (3, 4), False),
        ((4, 5), (2, 0), (4, 5), True),
        ((1, 2, 3, 3), (0, 0, 2, 1), (0, 1, 2, 2), True),
        ((7,), (6,), (1,), False),
    ]:
        c = dict(**same_code(rng, shape, 0.05, -3), before=before, after=after, symmetric=symmetric)
        out = [b + n + a for b, n, a in zip(before, shape, after)]
        text = f"{times(shape)} -> {times(out)}, {'symmetric' if symmetric else 'reflect'}"
        yield one_input(
            text, c, "MIRROR_PAD", ("MirrorPadOptions", dict(mode=int(symmetric))), out, [list(zip(before, after))]
        )


def gather(rng, _):
    for shape, axis, indices in [
        ((5, 3), 0, (4, 0, 0, 2)),
        ((2, 3, 4), 1, (2, 1)),
        ((1, 2, 3, 8), 3, (0, 4, 1, 5, 2, 6, 3, 7)),
        ((6,), 0, (3,)),
    ]:
        c = dict(**same_code(rng, shape, 0.05, -3), axis=axis, indices=indices)
        out = (*shape[:axis], len(indices), *shape[axis + 1 :])
        yield one_input(
            f"{times(shape)} along axis {axis}", c, "GATHER", ("GatherOptions", dict(axis=axis)), out, [indices]
        )


def tile(rng, _):
    for shape, repeats in [((3, 5), (2, 1)), ((2, 3, 4), (1, 2, 3)), ((1, 2, 1, 3), (2, 1, 4, 1)), ((7,), (3,))]:
        c = dict(**same_code(rng, shape, 0.05, -3), repeats=repeats)
        out = [n * r for n, r in zip(shape, repeats)]
        yield one_input(f"{times(shape)} by {times(repeats)}", c, "TILE", ("TileOptions", {}), out, [repeats])
