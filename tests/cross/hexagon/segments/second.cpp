// SPDX-License-Identifier: Apache-2.0
// The program for the host: reads from standard input what Hexagon's program printed, runs the second segment on kryo,
// and compares its answers with those of the whole network on the reference backend.
#include "network.hpp"

#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/kryo/mean.hpp>
#include <tenon/backend/kryo/pairwise.hpp>

#include <cstdio>

namespace {

using namespace segments;

using split = whole<kryo>;
using second = segment<split, 1>;
static_assert(arrivals_of<split, 1>.size() == 2 && arrivals_of<split, 1>[0].name == "stem.relu");
static_assert(split::placement.segments.size() == 2 && split::placement.segments[1].processor == "cpu");
static_assert(split::placement.crossing_bytes == sizeof(wide_map) + sizeof(narrow_map));

template <class Map>
bool read_map(Map& values) {
  for (std::int8_t& value : values) {
    int number = 0;
    if (std::scanf("%d", &number) != 1 || number < -128 || number > 127) return false;
    value = static_cast<std::int8_t>(number);
  }
  return true;
}

int differences(const logits& got, const logits& wanted) {
  int count = 0;
  for (std::size_t i = 0; i < got.size(); ++i) count += got[i] != wanted[i];
  return count;
}

}  // namespace

int main() {
  unsigned crc = 0;
  if (std::scanf("%u", &crc) != 1 || crc != split::placement.crossing_crc)
    return std::puts("the program for Hexagon hands over other tensors than this one takes"), 1;
  static second machine;
  static engine<trained, on<reference>> judge;
  int differing = 0;
  for (int i = 0; i < inputs; ++i) {
    narrow_map deep{};
    wide_map stem{};
    if (!read_map(deep) || !read_map(stem)) return std::puts("the program for Hexagon ended early"), 1;
    logits got{}, wanted{};
    machine.run(stem, deep, got);
    judge.run(draw_image(i), wanted);
    differing += differences(got, wanted);
  }
  std::printf("%d inputs, %d logits that differ from the reference\n", inputs, differing);
  return differing == 0 ? 0 : 1;
}
