// SPDX-License-Identifier: Apache-2.0
// A description without contents says nothing: no encoding, no tensor, real numbers.
#include <tenon/host/import/imported_model.hpp>

#include <doctest/doctest.h>

TEST_CASE("what is not said is not known") {
  const tenon::host::imported_node node;
  CHECK(!node.code.known());
  CHECK(node.tensor == -1);
  CHECK(!node.kept);
  const tenon::host::imported_model model;
  CHECK(!model.quantized);
  CHECK(model.nodes.empty());
  CHECK(tenon::host::imported_array{}.zero_point == 0);
}
