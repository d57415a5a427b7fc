// SPDX-License-Identifier: Apache-2.0
// The digits network on the adreno backend.
#include "../digits_model.hpp"
#include "../on_opencl.hpp"
#include "../rows.hpp"

namespace same_bits {

answers digits_on_adreno(byte_view inputs) { return run_on_opencl<digits_model, digits_size>(inputs); }

}  // namespace same_bits
