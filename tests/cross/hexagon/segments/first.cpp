// SPDX-License-Identifier: Apache-2.0
// The program for Hexagon: runs the first segment on each input and prints what crosses to the host. It holds no kernel
// of the host's.
#include "network.hpp"

#include "../runtime/runtime.hpp"

namespace {

using namespace segments;

using split = whole<elsewhere<"cpu">>;
using first = segment<split, 0>;
static_assert(departures_of<split, 0>.size() == 2 && departures_of<split, 0>[0].name == "deep" &&
              departures_of<split, 0>[1].name == "stem.relu");

template <class Map>
void print_map(const Map& values) {
  for (const std::int8_t value : values) {
    hexagon_runtime::print(" ");
    hexagon_runtime::print(std::int64_t{value});
  }
  hexagon_runtime::print("\n");
}

}  // namespace

int main() {
  static first machine;
  static narrow_map deep;
  static wide_map stem;
  hexagon_runtime::print(std::int64_t{split::placement.crossing_crc});
  hexagon_runtime::print("\n");
  for (int i = 0; i < inputs; ++i) {
    machine.run(draw_image(i), deep, stem);
    print_map(deep);
    print_map(stem);
  }
  return 0;
}
