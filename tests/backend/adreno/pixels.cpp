// SPDX-License-Identifier: Apache-2.0
// Convolutions of several pixels an item: the reference's int8 bits and nearly its real numbers, whatever
// leaves the image.
#include <tenon/backend/adreno/pixels.hpp>

#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

using by_fours = adreno<a740, pixels_per_item{4}, vector_width{4}>;
using by_eights = adreno<a740, pixels_per_item{8}, vector_width{2}, real_storage::f16>;

template <class Backend, class Operator, element Type, int Gap, int... Extents>
using case_of = device_case<Backend, Operator, rounding::tflite, Gap, tensor<Type, Extents...>::value>;

using padded = op::conv2d_<filters{12}, window{3, 3}, stride{2, 1}, same_padding>;
using strided = op::conv2d_<filters{4}, window{2, 5}, stride{1, 2}, dilation{1, 2}, padding{0, 1, 5, 3}>;
using pixels = op::conv2d_<filters{5}, window{1, 1}>;
using grouped = op::conv2d_<filters{8}, window{2, 3}, groups{2}, padding{1, 0, 1, 1}>;

template <class Case>
constexpr int pixels_of = kernel<typename Case::backend, typename Case::type>::pixels;
static_assert(pixels_of<case_of<by_fours, padded, i8, 0, 5, 8, 8>> == 4 &&
              pixels_of<case_of<by_fours, padded, i8, 0, 5, 6, 8>> == 2);
static_assert(pixels_of<case_of<by_eights, padded, f32, 0, 5, 8, 8>> == 8 &&
              pixels_of<case_of<by_fours, padded, i8, 0, 5, 7, 8>> == 1);

using row = adreno_kernels::walk;
struct under_tap {
  constexpr void operator()(adreno_kernels::text_writer& out) const noexcept {
    constexpr row over{
        {1, 1, 8, 3}, {1, 1, 4, 2}, {window{1, 2}, stride{1, 2}, dilation{1, 1}, padding{0, 0, 1, 0}}, 2};
    adreno_kernels::put_taps_of_pixels(out, over);
    adreno_kernels::put_pixels_under_tap(out, over, 2, " + 1");
    out.put_line("}");
  }
};

}  // namespace

TEST_CASE("int8 has the reference's bits") {
  using cases =
      type_list<case_of<by_fours, padded, i8, 3, 5, 8, 8>, case_of<by_fours, padded, i8, 0, 2, 5, 6, 3>,
                case_of<by_fours, strided, i8, 0, 4, 17, 2>, case_of<by_fours, pixels, i8, 2, 3, 4, 7>,
                case_of<by_fours, grouped, i8, 1, 4, 8, 6>>;
  CHECK(differences_on_device(cases{}) == 0);
}

TEST_CASE("real numbers are near") {
  using cases =
      type_list<case_of<by_fours, padded, f32, 3, 5, 8, 8>, case_of<by_fours, strided, f32, 0, 4, 17, 2>,
                case_of<by_eights, padded, f32, 0, 3, 8, 5>>;
  CHECK(differences_on_device(cases{}, terms::summed) == 0);
}

TEST_CASE("each pixel has a place and a check of its own") {
  CHECK(adreno_kernels::render<under_tap>().view() == R"(const int from_row = row;
for (int j = 0; j < 2; ++j) {
  const int from_column_0 = column * 2 + j - 1;
  const bool inside_0 = from_column_0 >= 0 && from_column_0 < 8;
  const int from_0 = (from_row * 8 + from_column_0) * 3 + 1;
  const int from_column_1 = column * 2 + j + 1;
  const bool inside_1 = from_column_1 >= 0 && from_column_1 < 8;
  const int from_1 = (from_row * 8 + from_column_1) * 3 + 1;
}
)");
}

TEST_CASE("a group's pixels start at its channels") {
  using called = case_of<by_fours, grouped, i8, 1, 4, 8, 6>::type;
  const auto text = adreno_kernels::source_of<kernel<by_fours, called>>.view();
  CHECK(text.find("const int from_1 = (from_row * 8 + from_column_1) * 6 + o / 4 * 3;") != std::string_view::npos);
}
