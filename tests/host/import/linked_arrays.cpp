// SPDX-License-Identifier: Apache-2.0
// Which arrays are linked, and their numbers as bytes.
#include <tenon/host/import/linked_arrays.hpp>

#include <doctest/doctest.h>

#include <cstring>

using namespace tenon::host;

namespace {

imported_array real_array(const std::string& name, std::size_t count) {
  imported_array made{};
  made.name = name;
  made.reals.assign(count, 1.5f);
  return made;
}

}  // namespace

TEST_CASE("networks with many numbers have their kernels linked, unless a user says otherwise") {
  imported_model model;
  model.arrays = {real_array("a.kernel", most_numbers_in_header), real_array("a.bias", 1)};
  CHECK(links_weights(model, weight_place::by_size));
  CHECK(!links_weights(model, weight_place::header));
  model.arrays.pop_back();
  CHECK(!links_weights(model, weight_place::by_size));
  CHECK(links_weights(model, weight_place::linked));
  model.arrays = {real_array("table.value", 2 * most_numbers_in_header)};
  CHECK(!links_weights(model, weight_place::by_size));
  CHECK(!links_weights(model, weight_place::linked));
}

TEST_CASE("kernels are linked, but not what passes look at") {
  CHECK(is_linked_array(real_array("a.kernel", 1)));
  CHECK(!is_linked_array(real_array("a.bias", 1000)));
  CHECK(!is_linked_array(real_array("table.value", 1000)));
}

TEST_CASE("linked arrays follow each other on cache lines, with a checksum") {
  imported_model model;
  model.arrays = {real_array("a.kernel", 257), real_array("a.bias", 300), real_array("b.kernel", 1000)};
  model.arrays[2].reals.clear();
  model.arrays[2].bytes.assign(500, std::int8_t{-3});
  const linked_arrays made = gather_linked_arrays(model);
  REQUIRE(made.offsets.size() == 3);
  CHECK(made.offsets[0] == 0);
  CHECK(made.offsets[2] == 1088);
  REQUIRE(made.bytes.size() == 1588);
  float last = 0;
  std::memcpy(&last, made.bytes.data() + 256 * 4, sizeof last);
  CHECK(last == 1.5f);
  CHECK(made.bytes[1030] == 0);
  CHECK(made.bytes[1088] == static_cast<char>(-3));
  CHECK(made.crc == tenon::crc32({reinterpret_cast<const std::uint8_t*>(made.bytes.data()), made.bytes.size()}));
}
