// SPDX-License-Identifier: Apache-2.0
// The plain convolution network on the kryo backend, with the instructions of this processor.
#include <string>

#include <tenon/backend/kryo.hpp>

#include "../simple_model_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers simple_model_on_kryo(byte_view inputs) {
  return run_here<simple_model_model, tenon::kryo, simple_model_size>("real, " + std::string(tenon::isa::native::name), inputs);
}

}  // namespace same_bits
