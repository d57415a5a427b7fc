// SPDX-License-Identifier: Apache-2.0
// The float model on the kryo backend.
#include <tenon/backend/kryo.hpp>

#include "measure.hpp"
#include "models.hpp"

namespace digits {

measurement measure_kryo_float(const std::vector<image>& images) {
  using engine = tenon::engine<float_model, tenon::on<tenon::kryo, tenon::reference>>;
  return measure<engine>("kryo", "float", images, 20);
}

}  // namespace digits
