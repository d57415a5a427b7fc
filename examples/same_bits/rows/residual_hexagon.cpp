// SPDX-License-Identifier: Apache-2.0
// The residual network on the hexagon backend, with its vector instructions emulated.
#include <tenon/backend/hexagon.hpp>

#include "../residual_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers residual_on_hexagon(byte_view inputs) {
  return run_here<residual_model, tenon::hexagon<tenon::v68>, residual_size>("emulated, each vector instruction a function",
                                                                   inputs);
}

}  // namespace same_bits
