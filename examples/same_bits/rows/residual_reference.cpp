// SPDX-License-Identifier: Apache-2.0
// The residual network on the reference backend.
#include "../residual_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers residual_on_reference(byte_view inputs) {
  return run_here<residual_model, tenon::reference, residual_size>("real, plain C++ of this processor", inputs);
}

}  // namespace same_bits
