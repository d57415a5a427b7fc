// SPDX-License-Identifier: Apache-2.0
// The networks and the backends that run inside this program; each pair is compiled on its own, in rows/.
#pragma once

#include "answers.hpp"

namespace same_bits {

answers digits_on_reference(byte_view inputs);
answers digits_on_kryo(byte_view inputs);
answers digits_on_hexagon(byte_view inputs);
answers digits_on_adreno(byte_view inputs);

answers simple_model_on_reference(byte_view inputs);
answers simple_model_on_kryo(byte_view inputs);
answers simple_model_on_hexagon(byte_view inputs);
answers simple_model_on_adreno(byte_view inputs);

answers residual_on_reference(byte_view inputs);
answers residual_on_kryo(byte_view inputs);
answers residual_on_hexagon(byte_view inputs);
answers residual_on_adreno(byte_view inputs);

}  // namespace same_bits
