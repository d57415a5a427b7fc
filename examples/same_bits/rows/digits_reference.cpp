// SPDX-License-Identifier: Apache-2.0
// The digits network on the reference backend.
#include "../digits_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers digits_on_reference(byte_view inputs) {
  return run_here<digits_model, tenon::reference, digits_size>("real, plain C++ of this processor", inputs);
}

}  // namespace same_bits
