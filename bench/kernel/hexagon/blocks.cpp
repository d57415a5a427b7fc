// SPDX-License-Identifier: Apache-2.0
// The packets that the first blocks of a small MobileNet take: with edges in the storage orders that the plan chooses,
// and row by row.
#include "measure.hpp"

#include <tenon/backend/hexagon.hpp>
#include <tenon/op/operators.hpp>
#include <tenon/tenon.hpp>

using namespace tenon;
using namespace tenon_bench;

namespace {

/// Hexagon without what its kernels offer besides row-major tensors.
struct rows_only : hexagon<v68> {};

}  // namespace

template <class Call>
  requires has_kernel<hexagon<v68>, Call>
struct tenon::kernel<rows_only, Call> : tenon::kernel<tenon::hexagon<tenon::v68>, Call> {
  static constexpr std::array<tenon::layout_offer, 0> layouts{};
};

namespace {

template <std::size_t Size>
constexpr std::array<float, Size> drawn(std::uint32_t seed, float scale) {
  std::array<float, Size> made{};
  for (float& value : made) {
    seed = seed * 1664525u + 1013904223u;
    value = static_cast<float>(static_cast<std::int32_t>(seed)) / 2147483648.0f * scale;
  }
  return made;
}

inline constexpr auto stem = drawn<9 * 3 * 8>(1, 0.5f);
inline constexpr auto mix_1 = drawn<9 * 8>(2, 0.5f);
inline constexpr auto depth_1 = drawn<8 * 16>(3, 0.5f);
inline constexpr auto mix_2 = drawn<9 * 16>(4, 0.5f);
inline constexpr auto depth_2 = drawn<16 * 32>(5, 0.4f);
inline constexpr auto mix_3 = drawn<9 * 32>(6, 0.5f);
inline constexpr auto depth_3 = drawn<32 * 32>(7, 0.3f);
inline constexpr auto mix_4 = drawn<9 * 32>(8, 0.5f);
inline constexpr auto depth_4 = drawn<32 * 64>(9, 0.3f);

/// MobileNetV1 of a quarter of its width on 96 x 96 pixels, up to its fourth block.
struct topology {
  static consteval auto graph() {
    using namespace tenon::op;
    constexpr window three{3, 3};
    constexpr stride two{2, 2};
    return input<"image", tensor<f32, 96, 96, 3>> | conv2d<"stem", filters{8}, three, two, same_padding> |
           relu<"stem.relu"> | depthwise_conv2d<"mix.1", three, same_padding> | relu<"mix.1.relu"> |
           conv2d<"depth.1", filters{16}, window{1, 1}> | relu<"depth.1.relu"> |
           depthwise_conv2d<"mix.2", three, two, same_padding> | relu<"mix.2.relu"> |
           conv2d<"depth.2", filters{32}, window{1, 1}> | relu<"depth.2.relu"> |
           depthwise_conv2d<"mix.3", three, same_padding> | relu<"mix.3.relu"> |
           conv2d<"depth.3", filters{32}, window{1, 1}> | relu<"depth.3.relu"> |
           depthwise_conv2d<"mix.4", three, two, same_padding> | relu<"mix.4.relu"> |
           conv2d<"depth.4", filters{64}, window{1, 1}> | relu<"depth.4.relu">;
  }
};

struct net_weights
    : weights<bind<"stem.kernel", stem>, bind<"mix.1.kernel", mix_1>, bind<"depth.1.kernel", depth_1>,
              bind<"mix.2.kernel", mix_2>, bind<"depth.2.kernel", depth_2>, bind<"mix.3.kernel", mix_3>,
              bind<"depth.3.kernel", depth_3>, bind<"mix.4.kernel", mix_4>, bind<"depth.4.kernel", depth_4>> {};

template <fixed_string Name>
using half_open = encode<Name, scale{0.011f}, zero_point{-128}>;
struct net_encodings
    : encodings<encode<"image", scale{0.0078f}, zero_point{0}>, half_open<"stem.relu">, half_open<"mix.1.relu">,
                half_open<"depth.1.relu">, half_open<"mix.2.relu">, half_open<"depth.2.relu">, half_open<"mix.3.relu">,
                half_open<"depth.3.relu">, half_open<"mix.4.relu">, half_open<"depth.4.relu">> {};

using net = model<topology, net_weights, net_encodings, border<i8>>;

template <class Backend>
[[gnu::noinline]] void measure_network(std::string_view name) noexcept {
  using machine = engine<net, on<Backend>>;
  constexpr std::size_t pixels = 96 * 96 * 3;
  constexpr std::size_t results = 12 * 12 * 64;
  static_assert(machine::arena_bytes <= sizeof scratch);
  const auto start = hexagon_runtime::read_counters();
  machine::run_in(std::span<std::byte, machine::arena_bytes>{scratch, machine::arena_bytes},
                  std::span<const std::int8_t, pixels>{first_input, pixels},
                  std::span<std::int8_t, results>{result, results});
  const auto taken = hexagon_runtime::read_counters().since(start);
  print_line(name, taken, machine::macs, results, {result, results});
}

}  // namespace

int main() {
  fill_inputs();
  static_assert(engine<net, on<hexagon<v68>>>::layout_conversions > 0);
  static_assert(engine<net, on<rows_only>>::layout_conversions == 0);
  measure_network<hexagon<v68>>("mobilenet_front_96x96");
  measure_network<rows_only>("mobilenet_front_96x96_rows");
  return 0;
}
