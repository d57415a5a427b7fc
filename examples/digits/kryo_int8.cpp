// SPDX-License-Identifier: Apache-2.0
// The int8 model on the kryo backend.
#include <tenon/backend/kryo.hpp>

#include "measure.hpp"
#include "models.hpp"

namespace digits {

measurement measure_kryo_int8(const std::vector<image>& images) {
  using engine = tenon::engine<int8_model, tenon::on<tenon::kryo, tenon::reference>>;
  return measure<engine>("kryo", "int8", images, 20);
}

}  // namespace digits
