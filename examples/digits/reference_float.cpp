// SPDX-License-Identifier: Apache-2.0
// The float model on the reference backend.

#include "measure.hpp"
#include "models.hpp"

namespace digits {

measurement measure_reference_float(const std::vector<image>& images) {
  using engine = tenon::engine<float_model, tenon::on<tenon::reference>>;
  return measure<engine>("reference", "float", images, 3);
}

}  // namespace digits
