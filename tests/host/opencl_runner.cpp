// SPDX-License-Identifier: Apache-2.0
// Whole networks on this machine's OpenCL device: the reference's int8 bits, and nearly its real numbers.
#include <tenon/host/opencl_runner.hpp>

#include <tenon/backend/adreno.hpp>
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/mean.hpp>

#include "backend/adreno/networks.hpp"
#include "backend/adreno/test_device.hpp"

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace tenon;
using namespace device_networks;

namespace {

template <class Engine>
std::array<float, 4> on_reference(const std::array<float, 60>& image) {
  static Engine engine;
  std::array<float, 4> scores{};
  engine.run(image, scores);
  return scores;
}

/// The largest distance from the reference over some images.
template <class Model, class Backend>
double distance_from_reference() {
  host::opencl_runner<engine<Model, on<Backend>>> runner(tenon_test::test_device());
  double largest = 0;
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto image = image_of(seed);
    const auto wanted = on_reference<engine<Model, on<reference>>>(image);
    std::array<float, 4> scores{};
    runner.run(image, scores);
    for (std::size_t i = 0; i < 4; ++i)
      largest = std::fmax(largest, std::fabs(double{scores[i]} - double{wanted[i]}));
  }
  return largest;
}

using integer_engine = engine<integer_model, on<adreno<a640>>>;

/// A network of which the device makes features and the host the rest.
struct divided {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"image", tensor<f32, 5, 6, 2>> | conv2d<"first", filters{8}, window{3, 3}, same_padding> |
           relu<"first.relu"> | global_average_pool<"average"> | dense<"last", units{2}>;
  }
};
inline constexpr auto divided_last = sequence<16>(6, 0.4f);
struct divided_weights : tenon::weights<bind<"first.kernel", first>, bind<"last.kernel", divided_last>> {};
struct divided_encodings
    : tenon::encodings<encode<"image", scale{1.0f / 64.0f}, zero_point{3}>,
                       encode<"first.relu", scale{0.02f}, zero_point{-128}>,
                       encode<"average", scale{0.02f}, zero_point{-20}>,
                       encode<"last", scale{0.05f}, zero_point{0}>> {};
using divided_model = model<divided, divided_weights, divided_encodings, border<i8>>;
using divided_engine =
    engine<divided_model, on<adreno<a740>, kryo>, pinned<"average", kryo>, pinned<"last", kryo>>;
static_assert(divided_engine::placement.segments.size() == 2 && divided_engine::placement.crossing_bytes == 240);
static_assert(divided_engine::placement.segments[0].processor == "adreno" &&
              divided_engine::placement.segments[1].processor == "cpu");

}  // namespace

TEST_CASE("an int8 network has the reference's bits, under both roundings and every policy") {
  using rounded_model =
      model<branched, device_networks::weights, device_networks::encodings, rounding::float32>;
  CHECK(distance_from_reference<integer_model, adreno<a640>>() == 0.0);
  CHECK(distance_from_reference<rounded_model, adreno<a640, integer_dot_product::on>>() == 0.0);
  CHECK(distance_from_reference<integer_model,
                                adreno<a740, vector_width{8}, work_group{2, 2, 1}, sub_group::half>>() ==
        0.0);
}

TEST_CASE("a network in real numbers is near the reference, stored as float32 and as halves") {
  CHECK(distance_from_reference<real_model, adreno<a640>>() <= 1e-5);
  CHECK(distance_from_reference<real_model, adreno<a640, real_storage::f16>>() <= 1e-2);
  CHECK(distance_from_reference<real_model, adreno<a640, weight_storage::image2d>>() <= 1e-5);
  CHECK(distance_from_reference<real_model, adreno<a640, weight_storage::image2d, real_storage::f16>>() <=
        1e-2);
}

TEST_CASE("int8 beside halves: what is quantized is rounded to a half before, and nothing is mixed up") {
  CHECK(distance_from_reference<integer_model, adreno<a640, real_storage::f16>>() <= 0.05);
}

TEST_CASE("the device runs one segment of a network and this processor the next") {
  host::opencl_runner<segment<divided_engine, 0>> device(tenon_test::test_device());
  static segment<divided_engine, 1> processor;
  static engine<divided_model, on<reference>> judge;
  for (int seed = 0; seed < 20; ++seed) {
    std::array<std::int8_t, 60> image{};
    for (int i = 0; i < 60; ++i)
      image[static_cast<std::size_t>(i)] = static_cast<std::int8_t>((37 + 91 * i + 53 * seed) * i + seed);
    std::array<std::int8_t, 240> features{};
    std::array<std::int8_t, 2> scores{}, wanted{};
    device.run(image, features);
    processor.run(features, scores);
    judge.run(image, wanted);
    CHECK(scores == wanted);
  }
}

TEST_CASE("timed runs tell of every launch") {
  host::opencl_runner<integer_engine> runner(tenon_test::test_device(), true);
  std::array<float, 4> scores{};
  runner.run(image_of(1), scores);
  const auto times = runner.times();
  REQUIRE(times.size() == program<integer_engine>::table.launches.size());
  for (const host::launch_time& each : times) CHECK(each.microseconds > 0.0);
  CHECK(times.front().node == program<integer_engine>::table.launches.front().node);
  host::opencl_runner<integer_engine> untimed(tenon_test::test_device());
  CHECK(untimed.times().empty());
}

TEST_CASE_TEMPLATE("laws", Topology, divided) { tenon_laws::check_topology<Topology>(); }
