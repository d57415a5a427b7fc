// SPDX-License-Identifier: Apache-2.0
// A user's program with networks that were made of a model file: as int8 it answers nearly as in real numbers, and the
// same where its kernels are packed by a program of their own.
#include <array>
#include <cmath>

#include <small-stem.hpp>
#include <small.hpp>
#include <small_int8.hpp>
#include <small_linked_packed.hpp>

namespace {

template <class Model>
using engine_of = tenon::engine<Model, tenon::on<tenon::reference>>;

engine_of<small::model> real;
engine_of<small_int8::model> integers;
engine_of<small_stem::model> stem;
engine_of<small_linked_packed::model> linked;

static_assert(small_int8::model::quantized && !small::model::quantized);
static_assert(decltype(linked)::weight_crc() == decltype(integers)::weight_crc());

}  // namespace

int main() {
  std::array<float, 16> image{};
  for (std::size_t i = 0; i < image.size(); ++i) image[i] = 0.0625f * static_cast<float>(i);
  std::array<float, 3> right{}, near{}, packed_later{};
  std::array<float, 8> inner{};
  real.run(image, right);
  integers.run(image, near);
  stem.run(image, inner);
  linked.run(image, packed_later);
  if (packed_later != near || !linked.weights_intact()) return 2;
  float most = 0, largest = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    most = std::fmax(most, std::fabs(right[i] - near[i]));
    largest = std::fmax(largest, std::fabs(right[i]));
  }
  return largest > 1 && most < 0.1f && most > 0 && inner[0] >= 0 ? 0 : 1;
}
