// SPDX-License-Identifier: Apache-2.0
// conv2d on an OpenCL device against the reference, over drawn windows, groups and gaps; and the text of one.
#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/windows.hpp"

using namespace tenon_test;

namespace {

template <unsigned Seed>
struct drawn {
  static constexpr window_case window = draw_grouped_case(Seed);
  using cases = all_cases<conv2d_from<tenon::op::conv2d_, window>, window.extents(), window.gap>;
};

}  // namespace

TEST_CASE("conv2d has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(together<drawn<2>::cases, drawn<8>::cases, drawn<13>::cases>{},
                              terms::summed) == 0);
}

TEST_CASE("vectors and groups of other sizes change nothing") {
  using narrow = tenon::adreno<tenon::a640, tenon::vector_width{2}, tenon::work_group{4, 2, 1}>;
  using wide = tenon::adreno<tenon::a740, tenon::vector_width{16}>;
  using op = tenon::op::conv2d_<tenon::filters{32}, tenon::window{3, 2}, tenon::same_padding>;
  constexpr tenon::tensor_type x = tenon::tensor<tenon::i8, 5, 6, 8>::value;
  using cases = tenon::type_list<device_case<narrow, op, tenon::rounding::tflite, 3, x>,
                                 device_case<wide, op, tenon::rounding::tflite, 0, x>>;
  CHECK(differences_on_device(cases{}) == 0);
}

TEST_CASE("weights in a texture make the same sums") {
  using floats = tenon::adreno<tenon::a640, tenon::weight_storage::image2d>;
  using halves = tenon::adreno<tenon::a640, tenon::weight_storage::image2d, tenon::real_storage::f16>;
  using op = tenon::op::conv2d_<tenon::filters{12}, tenon::window{3, 2}, tenon::same_padding>;
  constexpr tenon::tensor_type x = tenon::tensor<tenon::f32, 5, 6, 7>::value;
  using cases = tenon::type_list<device_case<floats, op, tenon::rounding::tflite, 3, x>,
                                 device_case<halves, op, tenon::rounding::tflite, 0, x>>;
  static_assert(
      tenon::kernel<floats, device_case<floats, op, tenon::rounding::tflite, 3, x>::type>::image.width == 42);
  CHECK(differences_on_device(cases{}, terms::summed) == 0);
}
