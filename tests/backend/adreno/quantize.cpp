// SPDX-License-Identifier: Apache-2.0
// quantize on an OpenCL device against the reference: ties and their neighbours, what is no number.
#include <tenon/backend/adreno/quantize.hpp>
#include <tenon/backend/reference/quantize.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/ugly_numbers.hpp"

using namespace tenon;
using namespace tenon_test;

#include <random>

namespace {

template <element Made>
using case_of = device_case<plain_adreno, op::quantize_<encoded{{0.1f, 3}}, Made>, rounding::tflite, 0,
                            tensor<f32, 1024>::value>;

/// Whether ugly numbers become the reference's integers on the device.
template <element Made>
void check_ugly_numbers(std::mt19937& random, encoding code) {
  using Case = case_of<Made>;
  const auto x = ugly_numbers(code, random);
  const op::encoding_parameters numbers{code};
  std::vector<storage_t<Made>> wanted(x.size());
  kernel<reference, typename Case::type>::run(numbers, nullptr, wanted.data(), x.data());
  const calls_program program = program_of<typename Case::on_device>();
  CHECK(run_on_device<typename Case::on_device>({program.text, program.names}, numbers, x) == wanted);
  count_case_of<typename Case::op, plain_adreno, float>();
}

}  // namespace

static_assert(adreno_kernels::pack_encoding({1.0f, 0}).least[129] == 0.5f);

TEST_CASE("quantize has the reference's bits on all ugly numbers") {
  std::mt19937 random(seed_of_round(3));
  for (int draw = 0; draw < 12; ++draw) {
    const encoding code = draw_code(random);
    check_ugly_numbers<i8>(random, code);
    check_ugly_numbers<u8>(random, {code.scale, code.zero_point + 128});
  }
}
