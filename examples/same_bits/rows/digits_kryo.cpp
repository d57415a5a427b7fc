// SPDX-License-Identifier: Apache-2.0
// The digits network on the kryo backend, with the instructions of this processor.
#include <string>

#include <tenon/backend/kryo.hpp>

#include "../digits_model.hpp"
#include "../on_this_processor.hpp"
#include "../rows.hpp"

namespace same_bits {

answers digits_on_kryo(byte_view inputs) {
  return run_here<digits_model, tenon::kryo, digits_size>("real, " + std::string(tenon::isa::native::name), inputs);
}

}  // namespace same_bits
