// SPDX-License-Identifier: Apache-2.0
// The digits network on the hexagon backend, with its vector instructions emulated.
#include <tenon/backend/hexagon.hpp>

#include "../digits_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers digits_on_hexagon(byte_view inputs) {
  return run_here<digits_model, tenon::hexagon<tenon::v68>, digits_size>("emulated, each vector instruction a function",
                                                                   inputs);
}

}  // namespace same_bits
