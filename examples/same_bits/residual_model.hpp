// SPDX-License-Identifier: Apache-2.0
// The residual network with int8 inputs and answers.
#pragma once

#include "residual/network.hpp"

namespace same_bits {

using residual_model =
    tenon::model<residual::network, residual::weights, residual::encodings, tenon::border<tenon::i8>>;

}  // namespace same_bits
