// SPDX-License-Identifier: Apache-2.0
// Orders of axes: of images, of transpositions, of reshapes.
#include <tenon/host/import/onnx_value.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;
using tenon::shape_of;
using order = std::vector<int>;

TEST_CASE("channels stand last from three axes on") {
  CHECK(channels_last(4) == order{0, 2, 3, 1});
  CHECK(channels_last(3) == order{0, 2, 1});
  CHECK(channels_last(2) == order{0, 1});
  CHECK(permuted(shape_of(1, 3, 4, 5), channels_last(4)) == shape_of(1, 4, 5, 3));
  CHECK(place_of({0, 2, 3, 1}, 1) == 3);
}

TEST_CASE("a transposition of the file undoes that of storage") {
  const onnx_value image{7, shape_of(1, 3, 4, 5), channels_last(4), {}};
  const onnx_value turned = transposed_value(image, {0, 2, 3, 1});
  CHECK(turned.extents == shape_of(1, 4, 5, 3));
  CHECK(turned.is_in_file_order());
  CHECK(turned.stored() == image.stored());
  CHECK(!image.is_in_file_order());
}

TEST_CASE("orders agree if only axes of one element move") {
  CHECK(places_agree(shape_of(1, 3, 1, 1), {0, 1, 2, 3}, {0, 2, 3, 1}));
  CHECK(!places_agree(shape_of(1, 3, 1, 2), {0, 1, 2, 3}, {0, 2, 3, 1}));
}

TEST_CASE("a reshape moves nothing if merged axes are stored side by side") {
  const onnx_value image{0, shape_of(2, 3, 4, 5), channels_last(4), {}};
  CHECK(order_after_reshape(image, shape_of(2, 3, 20)) == order{0, 2, 1});
  CHECK(order_after_reshape(image, shape_of(2, 1, 3, 4, 5)) == order{1, 0, 3, 4, 2});
  CHECK(order_after_reshape(image, shape_of(2, 12, 5)).empty());
  CHECK(order_after_reshape(image, shape_of(120)).empty());
  const onnx_value plain{0, shape_of(6, 4), {0, 1}, {}};
  CHECK(order_after_reshape(plain, shape_of(2, 3, 4)) == order{0, 1, 2});
  CHECK(order_after_reshape(plain, shape_of(24)) == order{0});
  CHECK(order_after_reshape({0, shape_of(1, 1), {0, 1}, {}}, shape_of(1, 1, 1)) == order{0, 1, 2});
}
