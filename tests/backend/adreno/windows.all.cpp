// SPDX-License-Identifier: Apache-2.0
// conv2d, depthwise_conv2d and dense on an OpenCL device against the reference: the shapes that the contracts of the
// other backends draw, int8.
#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/adreno/dense.hpp>
#include <tenon/backend/adreno/depthwise_conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/windows.hpp"

#include <utility>

using namespace tenon_test;

namespace {

template <class Operator, tenon::shape Extents, int Gap>
using integers =
    device_case<plain_adreno, Operator, tenon::rounding::tflite, Gap, tenon::tensor_type{tenon::i8, Extents}>;

template <unsigned Seed>
struct conv2d_drawn {
  static constexpr window_case window = draw_grouped_case(Seed);
  using type = integers<conv2d_from<tenon::op::conv2d_, window>, window.extents(), window.gap>;
};
template <unsigned Seed>
struct depthwise_drawn {
  static constexpr window_case window = draw_window_case(Seed);
  using type = integers<depthwise_from<tenon::op::depthwise_conv2d_, window>, window.extents(), window.gap>;
};
template <unsigned Seed>
struct dense_drawn {
  static constexpr dense_case layer = draw_dense_case(Seed);
  using type = integers<tenon::op::dense_<tenon::units{layer.units}>, layer.extents, layer.gap>;
};

using ten = std::make_integer_sequence<unsigned, 10>;

template <unsigned... Seed>
int conv2d_differences(std::integer_sequence<unsigned, Seed...>) {
  return differences_on_device(tenon::type_list<typename conv2d_drawn<Seed>::type...>{});
}
template <unsigned... Seed>
int depthwise_differences(std::integer_sequence<unsigned, Seed...>) {
  return differences_on_device(tenon::type_list<typename depthwise_drawn<Seed>::type...>{});
}
template <unsigned... Seed>
int dense_differences(std::integer_sequence<unsigned, Seed...>) {
  return differences_on_device(tenon::type_list<typename dense_drawn<Seed>::type...>{});
}

}  // namespace

TEST_CASE("conv2d has the reference's int8 bits over drawn shapes") { CHECK(conv2d_differences(ten{}) == 0); }

TEST_CASE("depthwise_conv2d has the reference's int8 bits over drawn shapes") {
  CHECK(depthwise_differences(ten{}) == 0);
}

TEST_CASE("dense has the reference's int8 bits over drawn shapes") { CHECK(dense_differences(ten{}) == 0); }
