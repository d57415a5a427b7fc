// SPDX-License-Identifier: Apache-2.0
// softmax on the adreno backend.
#pragma once

#include <array>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/helpers.hpp>
#include <tenon/op/softmax.hpp>

namespace tenon {
namespace adreno_kernels {

/// `tenon::reciprocal_of_one_plus` and the share of one input.
inline constexpr std::string_view softmax_helper = R"(// 4 * x, and 2 * x, saturated.
int times_four(int x) {
  return convert_int_sat((long)x * 4);
}
int times_two(int x) {
  return convert_int_sat((long)x * 2);
}

// 1 / (1 + f) for f in 0 .. 1 (Q0.31), in Q0.31: three Newton steps.
int reciprocal_of_one_plus(int f) {
  const int half_of = (int)(((long)f + 0x80000000L) >> 1);
  int y = wrapping_add(1515870810, high_multiply(half_of, -1010580540));
  for (int step = 0; step < 3; ++step) {
    const int error = wrapping_subtract(1 << 29, high_multiply(half_of, y));
    y = wrapping_add(y, times_four(high_multiply(y, error)));
  }
  return times_two(y);
}
)";

/// The item's row, from `start` on.
template <class Backend, class Call>
constexpr void put_row(text_writer& out) noexcept {
  constexpr int length = Call::x.extents.from_end(0);
  out.fill("const int row = get_global_id(0);\nif (row >= $rows) return;\nconst int start = row * $length;\n",
           {{"rows", Call::x.size() / length}, {"length", length}});
}

}  // namespace adreno_kernels

/// One item for each row.
template <class Chip, auto... Policies, calls<op::softmax_> Call>
  requires all_elements<Call, f32>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = no_parameters;
  static constexpr int length = Call::x.extents.from_end(0);
  static constexpr std::string_view variant = "formula";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::x.size() / length);
  static constexpr std::array<std::string_view, 1> helpers{adreno_kernels::one_lane_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    constexpr std::string_view type = stored_type<backend>(f32);
    const real_literal factor{Call::op::factor};
    const word words[]{{"length", length},
                       {"vload", load_word<backend>(f32)},
                       {"vstore", store_word<backend>(f32)},
                       {"factor", factor.view()}};
    put_head<kernel>(out, type, type, false);
    put_row<backend, Call>(out);
    out.fill(R"(
float largest = $(vload)1(start, x);
for (int i = 1; i < $length; ++i) largest = fmax(largest, $(vload)1(start + i, x));
float sum = 0.0f;
for (int i = 0; i < $length; ++i) sum += exp(($(vload)1(start + i, x) - largest) * $factor);
for (int i = 0; i < $length; ++i) {
const float part = exp(($(vload)1(start + i, x) - largest) * $factor);
$(vstore)1(part / sum, start + i, y);
}
}
)",
             words);
  }
};

template <class Chip, auto... Policies, calls<op::softmax_> Call>
  requires all_elements<Call, i8>
struct kernel<adreno<Chip, Policies...>, Call> : adreno_kernels::on_device {
  using backend = adreno<Chip, Policies...>;
  using packed = op::softmax_parameters;
  static constexpr int length = Call::x.extents.from_end(0);
  static constexpr std::string_view variant = "table";
  static constexpr adreno_kernels::launch size = adreno_kernels::launch_of<backend>(Call::x.size() / length);
  static constexpr std::array<std::string_view, 3> helpers{
      adreno_kernels::store_helper, adreno_kernels::fixed_point_helper, adreno_kernels::softmax_helper};

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  static constexpr void write(adreno_kernels::text_writer& out) noexcept {
    using namespace adreno_kernels;
    const word words[]{{"length", length}, {"kernel", "$kernel"}};
    out.fill("typedef struct {\nint exponentials[256];\n} numbers_of_$kernel;\n\n", words);
    put_head<kernel>(out, "char", "char", true);
    put_row<backend, Call>(out);
    out.fill(R"(
int largest = x[start];
for (int i = 1; i < $length; ++i) largest = max(largest, (int)x[start + i]);
long sum = 0;
for (int i = 0; i < $length; ++i) sum += rounding_shift_right(w->exponentials[largest - x[start + i]], 12);
// The sum as 1 + f times a power of two.
const uint bounded = (uint)min(sum, 0x40000000L);
const int zeros = (int)clz(bounded);
const int reciprocal = reciprocal_of_one_plus(as_int((bounded << zeros) - 0x80000000u));
const int shift = 12 - zeros + 31 - 8;
for (int i = 0; i < $length; ++i) {
const int share = high_multiply(reciprocal, w->exponentials[largest - x[start + i]]);
y[start + i] = store_int8(rounding_shift_right(share, shift), -128, -128, 127);
}
}
)",
             words);
  }
};

}  // namespace tenon
