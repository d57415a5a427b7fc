// SPDX-License-Identifier: Apache-2.0
// The contract on the processor itself: kernels of Hexagon against the reference over drawn weights, encodings, bounds
// and values, without a library. Prints a line an operator; the host's build, whose vectors are emulated, must print
// the same.
#pragma once

#include "contract/distort.hpp"
#include "contract/generator.hpp"
#include "cross/hexagon/runtime/runtime.hpp"

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/reference/backend.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/concept.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace hexagon_contract {

using under_contract = tenon::hexagon<tenon::v68>;

/// Random numbers as the drawing functions of contract tests take them.
class source {
 public:
  explicit source(unsigned seed) : lottery_(seed) {}
  std::uint32_t operator()() { return static_cast<std::uint32_t>(lottery_.next() >> 32); }

 private:
  tenon_test::lottery lottery_;
};

/// A number of [1, 2) times a power of two; one in four is the power itself, with which products end in ties.
inline float draw_scale(source& random, int least, int most) {
  const int exponent = tenon_test::draw_between(random, least, most);
  const std::uint32_t fraction = random() % 4 == 0 ? 0u : random() >> 9;
  return std::bit_cast<float>(static_cast<std::uint32_t>(exponent + 127) << 23 | fraction);
}

inline tenon::encoding draw_code(source& random, int least = -9, int most = 1) {
  const float scale = draw_scale(random, least, most);
  const int end = random() % 2 == 0 ? -128 : 127;
  return {scale, random() % 4 == 0 ? end : tenon_test::draw_between(random, -128, 127)};
}

/// Weights of both signs and one size, or the extremes of it alone.
inline void draw_weights(source& random, std::span<float> values) {
  const float size = draw_scale(random, -4, 0);
  const bool extreme = random() % 4 == 0;
  for (float& value : values) {
    const auto part = static_cast<float>(tenon_test::draw_between(random, -1024, 1024)) / 1024.0f;
    value = extreme ? (random() % 8 == 0 ? -size : size) : part * size;
  }
}

template <class Type>
void draw_values(source& random, std::span<Type> values) {
  const std::uint32_t kind = random() % 6;
  const auto end = static_cast<std::int8_t>(random() % 2 == 0 ? -128 : 127);
  for (Type& value : values) {
    if constexpr (std::is_same_v<Type, float>)
      value = static_cast<float>(static_cast<std::int32_t>(random())) * 0x1p-27f;
    else
      value = kind == 0   ? static_cast<Type>(end)
              : kind == 1 ? static_cast<Type>(random() % 2 == 0 ? -128 : 127)
                          : static_cast<Type>(random());
  }
}

/// What the lines of an operator sum up to.
struct outcome {
  int cases = 0;
  int differ = 0;
  hexagon_runtime::digest digest{};
};

/// Memory that starts at no boundary of a vector, between guards.
template <class Type, std::size_t Size>
class guarded {
 public:
  static constexpr std::size_t guard = 37;

  void reset() noexcept {
    for (Type& value : memory_) value = pattern;
  }
  Type* data() noexcept { return memory_.data() + guard; }
  std::span<Type> values() noexcept { return {data(), Size}; }
  bool guards_hold() const noexcept {
    for (std::size_t i = 0; i < guard; ++i)
      if (memory_[i] != pattern || memory_[guard + Size + i] != pattern) return false;
    return true;
  }

 private:
  static constexpr Type pattern = static_cast<Type>(0x5a);
  alignas(128) std::array<Type, Size + 2 * guard> memory_{};
};

/// One operator on inputs of some types. All of its memory is static, as the processor has little of a stack.
template <class Operator, class Rounding, tenon::tensor_type... Inputs>
class held_call {
  static constexpr std::array<tenon::edge_type, sizeof...(Inputs)> plain{tenon::edge_type{Inputs, {}}...};
  static constexpr tenon::inferred inferred = Operator::infer(plain);
  static_assert(inferred.fault.empty(), "the operator refuses the case");
  static constexpr tenon::tensor_type result = inferred.edge.tensor;
  static constexpr auto size = static_cast<std::size_t>(result.size());
  using call = tenon::call<Operator, Rounding, tenon::operand{result}, tenon::operand{Inputs}...>;
  using parameters = typename Operator::template parameters<call>;
  using value_type = tenon::storage_t<result.type>;

 public:
  /// Weights, encodings and bounds for the values of the next cases.
  static void draw_numbers(source& random) {
    auto inputs = plain;
    for (tenon::edge_type& input : inputs) input.code = draw_code(random);
    static parameters numbers;
    numbers = draw_parameters(random, inputs);
    tenon_test::distort(random, numbers);
    packed_for<tenon::reference> = tenon::kernel<tenon::reference, call>::pack(numbers);
    packed_for<under_contract> = tenon::kernel<under_contract, call>::pack(numbers);
  }

  static void draw_case(source& random, outcome& told) {
    std::apply([&](auto&... each) { (draw_values(random, each.values()), ...); }, x_);
    static guarded<value_type, size> wanted;
    static guarded<value_type, size> got;
    const bool sound = run<tenon::reference>(wanted) && run<under_contract>(got);
    ++told.cases;
    bool same = sound;
    for (std::size_t i = 0; i < size; ++i) same = same && wanted.data()[i] == got.data()[i];
    if (!same) ++told.differ;
    add(told.digest, got.values());
  }

 private:
  static parameters draw_parameters(source& random, const std::array<tenon::edge_type, sizeof...(Inputs)>& inputs) {
    tenon::parameter_source arrays;
    if constexpr (tenon::has_parameters<Operator>) {
      std::size_t next = 0;
      for (const tenon::parameter& one : Operator::parameters_for(plain)) {
        static std::array<std::array<float, 4096>, 3> memory;
        const std::span<float> values = std::span{memory[next++]}.first(static_cast<std::size_t>(one.size));
        draw_weights(random, values);
        if (one.required || random() % 4 != 0) arrays.add(one.name, values);
      }
    }
    return Operator::template prepare<call>(arrays, inputs, {result, result_code(random, inputs)});
  }

  /// As the operator says, or one in which sums of products neither vanish nor always saturate, or any.
  static tenon::encoding result_code(source& random, std::span<const tenon::edge_type> inputs) {
    constexpr tenon::encoding_rule rule = tenon::encoding_rule_of<Operator>();
    const tenon::encoding drawn = draw_code(random, -6, 4);
    if constexpr (rule == tenon::encoding_rule::same_as_input)
      return inputs[0].code;
    else if constexpr (rule == tenon::encoding_rule::fixed)
      return Operator::fixed_encoding;
    else
      return {random() % 8 == 0 ? drawn.scale : drawn.scale * inputs[0].code.scale, drawn.zero_point};
  }

  template <class Backend>
  static bool run(guarded<value_type, size>& y) {
    using chosen = tenon::kernel<Backend, call>;
    alignas(128) static std::array<std::byte, chosen::scratch + 128> borrowed;
    for (std::byte& one : borrowed) one = std::byte{0xc3};
    y.reset();
    std::apply([&](auto&... each) { chosen::run(packed_for<Backend>, borrowed.data(), y.data(), each.data()...); }, x_);
    for (std::size_t i = chosen::scratch; i < borrowed.size(); ++i)
      if (borrowed[i] != std::byte{0xc3}) return false;
    return y.guards_hold();
  }

  static void add(hexagon_runtime::digest& digest, std::span<const value_type> values) noexcept {
    for (const value_type value : values) {
      const auto bytes = std::bit_cast<std::array<std::uint8_t, sizeof(value_type)>>(value);
      digest.add_all(bytes);
    }
  }

  template <class Backend>
  static inline typename tenon::kernel<Backend, call>::packed packed_for;
  static inline std::tuple<guarded<tenon::storage_t<Inputs.type>, static_cast<std::size_t>(Inputs.size())>...> x_;
};

/// Shapes of an operator: each is drawn as often as it takes to see `wanted` cases, half of them under each rounding.
/// What is drawn are values each time, and weights, encodings and bounds for `values` cases each: packing a sum proves
/// its shorter form, which takes a simulator long.
class operator_line {
 public:
  operator_line(std::string_view name, int wanted, int shapes, int values = 1)
      : name_(name), draws_((wanted + 2 * shapes - 1) / (2 * shapes)), values_(values) {}
  operator_line(const operator_line&) = delete;
  operator_line& operator=(const operator_line&) = delete;

  template <class Operator, tenon::tensor_type... Inputs>
  void on() {
    draw<held_call<Operator, tenon::rounding::tflite, Inputs...>>();
    draw<held_call<Operator, tenon::rounding::float32, Inputs...>>();
  }

  /// Prints the line; how many cases differ.
  int end() const {
    using hexagon_runtime::print;
    print(name_);
    print(": ");
    print(told_.cases);
    print(" cases, ");
    print(told_.differ);
    print(" differ from the reference, digest ");
    print(static_cast<std::int64_t>(told_.digest.value()));
    print("\n");
    return told_.differ;
  }

 private:
  template <class Case>
  void draw() {
    for (int i = 0; i < draws_; ++i) {
      if (i % values_ == 0) Case::draw_numbers(random_);
      Case::draw_case(random_, told_);
    }
  }

  std::string_view name_;
  int draws_;
  int values_;
  source random_{1};
  outcome told_;
};

/// Holds an operator on tensors of one type each, `Inputs` standing for the shapes of one case.
template <class Operator, int... Extents>
void on(operator_line& line) {
  line.on<Operator, tenon::tensor<tenon::i8, Extents...>::value>();
}

}  // namespace hexagon_contract
