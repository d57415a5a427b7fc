// SPDX-License-Identifier: Apache-2.0
// The plain convolution network on the reference backend.
#include "../simple_model_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers simple_model_on_reference(byte_view inputs) {
  return run_here<simple_model_model, tenon::reference, simple_model_size>("real, plain C++ of this processor", inputs);
}

}  // namespace same_bits
