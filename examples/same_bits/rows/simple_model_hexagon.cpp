// SPDX-License-Identifier: Apache-2.0
// The plain convolution network on the hexagon backend, with its vector instructions emulated.
#include <tenon/backend/hexagon.hpp>

#include "../simple_model_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers simple_model_on_hexagon(byte_view inputs) {
  return run_here<simple_model_model, tenon::hexagon<tenon::v68>, simple_model_size>("emulated, each vector instruction a function",
                                                                   inputs);
}

}  // namespace same_bits
