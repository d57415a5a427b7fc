// SPDX-License-Identifier: Apache-2.0
// Parts: one launch for most kernels; for a sum after a convolution two, the second over what the first wrote.
#include <tenon/backend/adreno/parts.hpp>

#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/adreno/pairwise.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using namespace tenon;
using namespace tenon::adreno_kernels;

namespace {

using backend = adreno<a640>;
constexpr operand image{tensor<i8, 4, 4, 8>::value};

using alone = call<op::conv2d_<filters{8}, window{1, 1}>, rounding::tflite, image, image>;
using parts_alone = parts_of<kernel<backend, alone>, alone>;
static_assert(parts_alone::size == 1 && at<parts_alone, 0>::reads == std::array<int, 1>{0} &&
              at<parts_alone, 0>::has_numbers);

using summed = call<op::conv2d_<filters{8}, window{1, 1}, residual{{0.1f, 3}, {}}>, rounding::tflite, image,
                    image, image>;
using parts_summed = parts_of<kernel<backend, summed>, summed>;
static_assert(parts_summed::size == 2);
static_assert(at<parts_summed, 0>::reads == std::array<int, 1>{0} &&
              at<parts_summed, 0>::numbers_offset == 0);
static_assert(at<parts_summed, 1>::reads == std::array<int, 2>{own_result, 1});
static_assert(at<parts_summed, 1>::numbers_offset == sizeof(kernel<backend, summed>::inner::packed));
static_assert(std::is_same_v<at<parts_summed, 0>::kernel_type::packed, kernel<backend, alone>::packed>);

}  // namespace

TEST_CASE("the numbers of both launches lie in those of the step") {
  using kernel_type = kernel<backend, summed>;
  CHECK(at<parts_summed, 1>::numbers_offset + sizeof(kernel_type::addition::packed) <=
        sizeof(kernel_type::packed));
  CHECK(kernel_type::variant == kernel<backend, alone>::variant);
}
