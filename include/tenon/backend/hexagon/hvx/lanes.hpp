// SPDX-License-Identifier: Apache-2.0
// A vector of 128 bytes as a host holds it, and how it is read as numbers of one width.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tenon::hvx {

/// Not aligned by its type: only memory that is loaded from and stored to has to be.
struct vector {
  std::array<std::uint8_t, 128> bytes{};
};

struct pair {
  vector lower{};
  vector upper{};
};

/// The numbers of a vector.
template <class Number>
using lanes = std::array<Number, 128 / sizeof(Number)>;

template <class Number>
[[gnu::always_inline]] inline lanes<Number> as(const vector& x) noexcept {
  return std::bit_cast<lanes<Number>>(x.bytes);
}
template <class Number>
[[gnu::always_inline]] inline vector from(const lanes<Number>& x) noexcept {
  return {std::bit_cast<std::array<std::uint8_t, 128>>(x)};
}

/// The nearest value that the narrower type holds.
template <class Narrow, class Wide>
[[gnu::always_inline]] constexpr Narrow saturate(Wide x) noexcept {
  constexpr auto bits = static_cast<int>(8 * sizeof(Narrow) - 1);
  constexpr Wide most = (Wide{1} << bits) - 1;
  return static_cast<Narrow>(x < -most - 1 ? -most - 1 : x > most ? most : x);
}

/// The function of each lane of one vector, or of the same lanes of several.
template <class Number, class Function, class... Vectors>
[[gnu::always_inline]] inline vector map(const Function& function, const Vectors&... x) noexcept {
  lanes<Number> result{};
  const auto apply = [&](const auto&... each) {
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = static_cast<Number>(function(each[i]...));
  };
  apply(as<Number>(x)...);
  return from<Number>(result);
}

/// The low half of two vectors' lanes narrowed: `lower` fills the first half of the result, `upper` the
/// second.
template <class Narrow, class Wide>
[[gnu::always_inline]] inline vector pack(const vector& upper, const vector& lower) noexcept {
  const auto first = as<Wide>(lower);
  const auto second = as<Wide>(upper);
  lanes<Narrow> result{};
  for (std::size_t i = 0; i < first.size(); ++i) {
    result[i] = saturate<Narrow>(std::int64_t{first[i]});
    result[i + first.size()] = saturate<Narrow>(std::int64_t{second[i]});
  }
  return from<Narrow>(result);
}

/// Lanes shifted right and narrowed: those of `lower` go to the even places, those of `upper` to the odd
/// ones.
template <class Narrow, class Wide>
[[gnu::always_inline]] inline vector narrow(const vector& upper, const vector& lower, std::int32_t count,
                                            std::int64_t half) noexcept {
  const auto even = as<Wide>(lower);
  const auto odd = as<Wide>(upper);
  lanes<Narrow> result{};
  for (std::size_t i = 0; i < even.size(); ++i) {
    result[2 * i] = saturate<Narrow>((std::int64_t{even[i]} + half) >> count);
    result[2 * i + 1] = saturate<Narrow>((std::int64_t{odd[i]} + half) >> count);
  }
  return from<Narrow>(result);
}

/// Lanes widened in their order: the first half fills the lower vector.
template <class Wide, class Narrow>
[[gnu::always_inline]] inline pair widen(const vector& x) noexcept {
  const auto narrow_lanes = as<Narrow>(x);
  lanes<Wide> lower{};
  lanes<Wide> upper{};
  for (std::size_t i = 0; i < lower.size(); ++i) {
    lower[i] = static_cast<Wide>(narrow_lanes[i]);
    upper[i] = static_cast<Wide>(narrow_lanes[i + lower.size()]);
  }
  return {from<Wide>(lower), from<Wide>(upper)};
}

/// Lanes widened: the even ones fill the lower vector, the odd ones the upper.
template <class Wide, class Narrow>
[[gnu::always_inline]] inline pair split(const vector& x) noexcept {
  const auto narrow_lanes = as<Narrow>(x);
  lanes<Wide> lower{};
  lanes<Wide> upper{};
  for (std::size_t i = 0; i < lower.size(); ++i) {
    lower[i] = static_cast<Wide>(narrow_lanes[2 * i]);
    upper[i] = static_cast<Wide>(narrow_lanes[2 * i + 1]);
  }
  return {from<Wide>(lower), from<Wide>(upper)};
}

/// Two vectors' numbers in turn: even, odd, even, odd ...
template <class Number>
[[gnu::always_inline]] inline pair interleave(const vector& odd, const vector& even) noexcept {
  const auto first = as<Number>(even);
  const auto second = as<Number>(odd);
  lanes<Number> lower{};
  lanes<Number> upper{};
  constexpr std::size_t half = lanes<Number>{}.size() / 2;
  for (std::size_t i = 0; i < half; ++i) {
    lower[2 * i] = first[i], lower[2 * i + 1] = second[i];
    upper[2 * i] = first[i + half], upper[2 * i + 1] = second[i + half];
  }
  return {from<Number>(lower), from<Number>(upper)};
}

/// The numbers of the even places of two vectors next to each other, and those of the odd places.
template <class Number>
[[gnu::always_inline]] inline pair pair_places(const vector& second, const vector& first) noexcept {
  const auto left = as<Number>(first);
  const auto right = as<Number>(second);
  lanes<Number> even{};
  lanes<Number> odd{};
  for (std::size_t i = 0; i < left.size(); i += 2) {
    even[i] = left[i], even[i + 1] = right[i];
    odd[i] = left[i + 1], odd[i + 1] = right[i + 1];
  }
  return {from<Number>(even), from<Number>(odd)};
}

}  // namespace tenon::hvx
