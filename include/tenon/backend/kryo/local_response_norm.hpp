// SPDX-License-Identifier: Apache-2.0
// local_response_norm on the kryo backend.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/backend/kryo/backend.hpp>
#include <tenon/backend/kryo/batches.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/local_response_norm.hpp>

namespace tenon {

/// A batch of channels at a time; within 1e-5 of the reference.
template <class Isa, calls<op::local_response_norm_> Call>
  requires all_elements<Call, f32>
struct kernel<kryo_on<Isa>, Call> {
  using op = typename Call::op;
  using packed = no_parameters;
  using floats = kryo_kernels::floats;
  static constexpr std::string_view variant = "batches";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, float* y, const float* x) noexcept {
    for (int pixel = 0; pixel < Call::x.size() / channels; ++pixel, x += channels, y += channels)
      for (int first = 0; first < channels; first += lanes) {
        const bool inside = first >= op::below && first + lanes + op::above <= channels;
        if (inside) normalized(x + first - op::below).store_unaligned(y + first);
        else normalize_at_end(y, x, first);
      }
  }

 private:
  static constexpr int channels = Call::x.extents.from_end(0);
  static constexpr int lanes = kryo_kernels::float_lanes;
  /// Channels that a batch of results depends on.
  static constexpr int reach = op::below + lanes + op::above;

  /// A batch of results; `x` is the first channel that it depends on.
  [[gnu::always_inline]] static floats normalized(const float* x) noexcept {
    floats sum(0.0f);
    for (int i = 0; i < op::given.channels; ++i) {
      const floats value = floats::load_unaligned(x + i);
      sum += value * value;
    }
    return floats::load_unaligned(x + op::below) / powered(sum * op::weight + op::given.bias);
  }

  /// Most networks have powers that are made of square roots.
  [[gnu::always_inline]] static floats powered(floats base) noexcept {
    constexpr float beta = op::given.beta;
    if constexpr (beta == 1.0f) return base;
    else if constexpr (beta == 0.5f) return xsimd::sqrt(base);
    else if constexpr (beta == 0.75f) return xsimd::sqrt(base) * xsimd::sqrt(xsimd::sqrt(base));
    else return xsimd::pow(base, floats(beta));
  }

  /// The same where channels are missing, which count as 0.
  [[gnu::always_inline]] static void normalize_at_end(float* y, const float* x, int first) noexcept {
    std::array<float, static_cast<std::size_t>(reach)> around{};
    const int from = std::max(first - op::below, 0);
    const int to = std::min(first + lanes + op::above, channels);
    std::copy(x + from, x + to, around.data() + (from - (first - op::below)));
    kryo_kernels::store_part(normalized(around.data()), y + first, std::min(lanes, channels - first));
  }
};

}  // namespace tenon
