// SPDX-License-Identifier: Apache-2.0
// The residual network on the kryo backend, with the instructions of this processor.
#include <string>

#include <tenon/backend/kryo.hpp>

#include "../residual_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers residual_on_kryo(byte_view inputs) {
  return run_here<residual_model, tenon::kryo, residual_size>("real, " + std::string(tenon::isa::native::name), inputs);
}

}  // namespace same_bits
