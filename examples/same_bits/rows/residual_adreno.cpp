// SPDX-License-Identifier: Apache-2.0
// The residual network on the adreno backend.
#include "../residual_model.hpp"
#include "../on_opencl.hpp"
#include "../rows.hpp"

namespace same_bits {

answers residual_on_adreno(byte_view inputs) { return run_on_opencl<residual_model, residual_size>(inputs); }

}  // namespace same_bits
