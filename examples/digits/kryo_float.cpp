// SPDX-License-Identifier: Apache-2.0
// The float model on the kryo backend.
#include <tenon/backend/kryo.hpp>
#include <tenon/host/layer_table.hpp>

#include "measure.hpp"
#include "models.hpp"

namespace digits {

measurement measure_kryo_float(const std::vector<image>& images) {
  using engine = tenon::engine<float_model, tenon::on<tenon::kryo, tenon::reference>>;
  measurement result = measure<engine>("kryo", "float", images, 20);
  result.steps = tenon::host::format_steps(engine::steps);
  return result;
}

}  // namespace digits
