// SPDX-License-Identifier: Apache-2.0
// average_pool on an OpenCL device against the reference, over drawn windows and gaps.
#include <tenon/backend/adreno/average_pool.hpp>
#include <tenon/backend/reference/average_pool.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/windows.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <unsigned Seed>
struct drawn {
  static constexpr window_case window = draw_window_case(Seed);
  static_assert(!is_padded_by_a_window(window));
  using cases = all_cases<pool_from<op::average_pool_, window>, window.extents(), window.gap>;
};

using uneven = all_cases<op::average_pool_<window{3, 2}, stride{2, 1}, same_padding>, shape_of(2, 7, 5, 12)>;

}  // namespace

TEST_CASE("average_pool has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(together<drawn<4>::cases, drawn<13>::cases, uneven>{}, terms::summed) == 0);
  CHECK(
      differences_on_device(
          all_cases<op::average_pool_<window{3, 2}, same_padding, count_padding{true}>, shape_of(5, 4, 6)>{},
          terms::summed) == 0);
}
