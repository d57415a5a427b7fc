// SPDX-License-Identifier: Apache-2.0
// The two models of the digits network: in real numbers, and with int8 weights and activations.
#pragma once

#include <tenon/tenon.hpp>

#include "encodings.hpp"
#include "network.hpp"
#include "weights.hpp"

namespace digits {

using float_model = tenon::model<network, weights>;
using int8_model = tenon::model<network, weights, encodings>;

}  // namespace digits
