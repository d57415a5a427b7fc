// SPDX-License-Identifier: Apache-2.0
// How many runs an array holds for an input.
#include <tenon/host/port_info.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace tenon::host;

const port_info image{"image", {tenon::f32, tenon::shape_of(1, 2, 3)}};

std::string said_of(tenon::element type, const std::vector<std::size_t>& extents) {
  std::size_t runs = 0;
  npy_array array{type, extents, {}};
  const std::string said = tenon_test::refusal([&] { runs = detail::runs_in(array, image, "a.npy"); });
  return said == "accepted" ? std::to_string(runs) : said;
}

}  // namespace

TEST_CASE("the input's extents, N for its leading 1, or N in front") {
  CHECK(said_of(tenon::f32, {1, 2, 3}) == "1");
  CHECK(said_of(tenon::f32, {7, 2, 3}) == "7");
  CHECK(said_of(tenon::f32, {7, 1, 2, 3}) == "7");
  CHECK(said_of(tenon::f32, {0, 2, 3}) == "0");
}

TEST_CASE("arrays in files have the model file's order, running networks their own") {
  const port_info turned{"image", {tenon::i8, tenon::shape_of(1, 2, 3)}, {0, 2, 1}};
  const auto bytes = [](std::vector<int> numbers) {
    std::vector<std::byte> made;
    for (const int number : numbers) made.push_back(static_cast<std::byte>(number));
    return made;
  };
  CHECK(detail::file_extents_of(turned) == std::vector<std::size_t>{1, 3, 2});
  npy_array two{tenon::i8, {2, 3, 2}, bytes({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})};
  CHECK(detail::runs_in(two, turned, "a.npy") == 2);
  CHECK(two.bytes == bytes({1, 3, 5, 2, 4, 6, 7, 9, 11, 8, 10, 12}));
  CHECK(detail::elements_in_file_order(two.bytes.data(), turned) == bytes({1, 2, 3, 4, 5, 6}));
}

TEST_CASE("all else is refused with what it takes") {
  CHECK(said_of(tenon::f32, {2, 3}) ==
        "a.npy: holds f32 2x3, but the input image takes f32 1x2x3; save it with that type and shape");
  CHECK(said_of(tenon::i8, {1, 2, 3}).starts_with("a.npy: holds i8 1x2x3, but"));
  CHECK(said_of(tenon::f32, {}).starts_with("a.npy: holds f32 , but"));
}
