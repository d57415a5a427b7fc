// SPDX-License-Identifier: Apache-2.0
// The plain convolution network with int8 inputs and answers.
#pragma once

#include "simple_model/encodings.hpp"
#include "simple_model/network.hpp"

namespace same_bits {

using simple_model_model = tenon::model<simple_model::network, simple_model::weights, simple_model::encodings,
                                        tenon::border<tenon::i8>>;

}  // namespace same_bits
