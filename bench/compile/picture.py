"""Draws compile time against size as an SVG, two charts beside each other."""

import math

WIDTH, HEIGHT, MARGIN = 430, 330, 60
COLOURS = ["#1f5fa8", "#c2571a", "#4a8f3c", "#8a3fa0", "#555555", "#b8860b"]


def curves(found, kinds):
    """{"chain, clang++-19": [(10, 0.2), ...]} of the figures of some kinds."""
    lines = {}
    for figure in found:
        parts = figure.name.split("/")
        if figure.metric == "compile_seconds" and len(parts) == 4 and parts[1] in kinds:
            lines.setdefault(f"{parts[1].replace('_', ' ')}, {parts[3]}", []).append((int(parts[2]), figure.value))
    return lines


def round_up(value):
    """A number of one or two digits that is not below the value, for the end of an axis."""
    power = 10 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * power >= value)


def text(x, y, words, anchor="middle", size=12, extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" {extra}>{words}</text>'


def axes(left, title, unit, most_x, most_y):
    right, bottom, top = left + WIDTH - MARGIN, HEIGHT - MARGIN, MARGIN
    shapes = [text((left + right) / 2, 28, title, size=14), text((left + right) / 2, HEIGHT - 14, unit),
              text(left - 42, (top + bottom) / 2, "seconds", extra=f'transform="rotate(-90 {left - 42} {(top + bottom) / 2})"')]
    for part in range(6):
        x, y = left + (right - left) * part / 5, bottom - (bottom - top) * part / 5
        shapes.append(f'<path d="M{left} {y:.1f}H{right}" stroke="#ddd"/>')
        shapes.append(text(left - 6, y + 4, f"{most_y * part / 5:g}", "end", 11))
        shapes.append(text(x, bottom + 16, f"{most_x * part / 5:g}", size=11))
    return shapes + [f'<path d="M{left} {top}V{bottom}H{right}" stroke="#333" fill="none"/>']


def chart(left, title, unit, lines):
    if not lines:
        return []
    most_x = max(x for line in lines.values() for x, _ in line)
    most_y = round_up(max(y for line in lines.values() for _, y in line))
    across, up = (WIDTH - MARGIN) / most_x, (HEIGHT - 2 * MARGIN) / most_y
    shapes = axes(left, title, unit, most_x, most_y)
    for index, (name, line) in enumerate(lines.items()):
        colour = COLOURS[index % len(COLOURS)]
        points = [(left + x * across, HEIGHT - MARGIN - max(y, 0) * up) for x, y in line]
        shapes.append(f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        shapes += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        shapes.append(text(left + 12, MARGIN + 14 + 16 * index, name, "start", 12, f'fill="{colour}"'))
    return shapes


def draw(found, machine):
    shapes = chart(70, "Networks, from shapes to memory plan", "nodes", curves(found, ["chain", "residual", "residual_int8"]))
    shapes += chart(70 + WIDTH + 30, "Dense layer, quantized and packed", "float weights", curves(found, ["dense"]))
    width = 2 * WIDTH + 100
    body = "\n".join(shapes)
    note = text(width - 12, HEIGHT + 14, f"processor seconds over an include of tenon.hpp; {machine}", "end", 11)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT + 24}" font-family="sans-serif">\n'
            f'<rect width="100%" height="100%" fill="white"/>\n{body}\n{note}\n</svg>\n')
