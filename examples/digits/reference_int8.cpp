// SPDX-License-Identifier: Apache-2.0
// The int8 model on the reference backend.

#include "measure.hpp"
#include "models.hpp"

namespace digits {

measurement measure_reference_int8(const std::vector<image>& images) {
  using engine = tenon::engine<int8_model, tenon::on<tenon::reference>>;
  return measure<engine>("reference", "int8", images, 3);
}

}  // namespace digits
