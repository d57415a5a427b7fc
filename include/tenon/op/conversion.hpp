// SPDX-License-Identifier: Apache-2.0
// The two operators that passes insert where real numbers meet integers. Passes know only their names; including
// op/quantize.hpp and op/dequantize.hpp defines them.
#pragma once

namespace tenon::op {

template <auto... Attributes>
struct quantize_;

template <auto... Attributes>
struct dequantize_;

}  // namespace tenon::op
