// SPDX-License-Identifier: Apache-2.0
// The digits network with int8 inputs and answers.
#pragma once

#include "digits/models.hpp"

namespace same_bits {

using digits_model = tenon::model<digits::network, digits::weights, digits::encodings, tenon::border<tenon::i8>>;

}  // namespace same_bits
