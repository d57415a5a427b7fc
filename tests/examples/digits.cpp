// SPDX-License-Identifier: Apache-2.0
// The digits network: float logits against the training framework's, sizes, and the same bits on every backend. Accuracy
// is told by the program, which is tested as its users call it.
#include <array>
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include <tenon/backend/kryo.hpp>

#include "golden/digits_logits.hpp"
#include "images.hpp"
#include "logits_network.hpp"
#include "models.hpp"

namespace {

using tenon::on;
using int8_border = tenon::model<digits::network, digits::weights, digits::encodings, tenon::border<tenon::i8>>;
using float_engine = tenon::engine<digits::float_model, on<tenon::kryo, tenon::reference>>;
using int8_engine = tenon::engine<digits::int8_model, on<tenon::kryo, tenon::reference>>;
using reference_int8 = tenon::engine<int8_border, on<tenon::reference>>;
using kryo_int8 = tenon::engine<int8_border, on<tenon::kryo, tenon::reference>>;

static_assert(int8_engine::weight_bytes + int8_engine::arena_bytes < 64 * 1024);
static_assert(reference_int8::arena_bytes == reference_int8::plan.peak_bytes, "a chain needs no more than its live peak");
static_assert(float_engine::step_count < tenon::graph_of<digits::network>::size);

const std::string folder = DIGITS_FOLDER;

}  // namespace

TEST_CASE("the float engine gives the training framework's logits") {
  static tenon::engine<digits::logits_model, on<tenon::reference>> engine;
  const auto images = digits::read_contact_sheet(folder + "/test_digits.png", 40, 25);
  for (std::size_t i = 0; i < golden::digits_logits.size(); ++i) {
    std::array<float, 10> logits{};
    engine.run(digits::as_input(images[i]), logits);
    for (std::size_t k = 0; k < logits.size(); ++k) CHECK(std::abs(logits[k] - golden::digits_logits[i][k]) < 1e-4f);
  }
}

TEST_CASE("kryo and reference give the same int8 bits for 300 digits") {
  static reference_int8 reference;
  static kryo_int8 kryo;
  const auto images = digits::read_contact_sheet(folder + "/test_digits.png", 40, 25);
  int different = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    std::array<std::int8_t, 784> input{};
    for (std::size_t k = 0; k < input.size(); ++k) input[k] = static_cast<std::int8_t>(images[i][k] - 128);
    std::array<std::int8_t, 10> first{};
    std::array<std::int8_t, 10> second{};
    reference.run(input, first);
    kryo.run(input, second);
    different += first != second;
  }
  CHECK(different == 0);
}

TEST_CASE("the weights in memory are those that the compiler made") {
  CHECK(kryo_int8::weights_intact());
  CHECK(reference_int8::weights_intact());
}
