# SPDX-License-Identifier: Apache-2.0
"""Writes digits.hpp: the first ten test digits as int8, grey value minus 128. Needs pillow."""
import pathlib

from PIL import Image

HERE = pathlib.Path(__file__).parent
sheet = Image.open(HERE.parent / "digits" / "test_digits.png")
text = ["// SPDX-License-Identifier: Apache-2.0",
        "// The first ten digits of examples/digits/test_digits.png as int8: grey value - 128. Written by make_digits.py.",
        "#pragma once", "", "#include <array>", "#include <cstdint>", "", "namespace firmware {", "",
        "inline constexpr std::array<std::array<std::int8_t, 784>, 10> ten_digits{{"]
for i in range(10):
    cell = sheet.crop((28 * i, 0, 28 * i + 28, 28))
    values = [str(value - 128) for value in cell.getdata()]
    text.append("    {" + ",\n     ".join(", ".join(values[k:k + 21]) for k in range(0, 784, 21)) + "},")
text += ["}};", "", "}  // namespace firmware", ""]
(HERE / "digits.hpp").write_text("\n".join(text))
