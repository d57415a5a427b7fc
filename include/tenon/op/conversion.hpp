// SPDX-License-Identifier: Apache-2.0
// The operators that are inserted where real numbers meet integers, and where kernels meet that store their operands in
// different orders. Who inserts them knows only their names; including op/quantize.hpp, op/dequantize.hpp and
// op/reorder.hpp defines them.
#pragma once

namespace tenon::op {

template <auto... Attributes>
struct quantize_;

template <auto... Attributes>
struct dequantize_;

template <auto... Attributes>
struct reorder_;

}  // namespace tenon::op
