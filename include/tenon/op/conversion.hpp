// SPDX-License-Identifier: Apache-2.0
// The operators that are inserted where real numbers meet integers, where kernels meet that store their operands in
// different orders, and where a step is made band by band. Who inserts them knows only their names; including
// op/quantize.hpp, op/dequantize.hpp, op/reorder.hpp, op/rows.hpp and op/concat.hpp defines them.
#pragma once

namespace tenon::op {

template <auto... Attributes>
struct quantize_;

template <auto... Attributes>
struct dequantize_;

template <auto... Attributes>
struct reorder_;

template <auto... Attributes>
struct rows_;

template <auto... Attributes>
struct concat_;

}  // namespace tenon::op
