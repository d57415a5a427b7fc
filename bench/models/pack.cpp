// SPDX-License-Identifier: Apache-2.0
// Packs the kernels of a converted network that are too large for the compiler, for library.cpp.
#include <tenon/backend/kryo.hpp>
#include <tenon/host/pack_weights.hpp>

#include "measured.hpp"

int main(int count, char** arguments) {
  using engine = tenon::engine<measured::model, tenon::on<tenon::kryo, tenon::reference>>;
  return tenon::host::pack_main<engine>({"measured.hpp", "measured::model", "measured::weights"}, count, arguments);
}
