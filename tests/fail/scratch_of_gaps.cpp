// says: tenon: a kernel borrows more memory for a result with gaps between its rows than for one without; let its scratch not depend on the pitch
// SPDX-License-Identifier: Apache-2.0
// A kernel that wants memory for gaps, which the plan did not know of when it asked.
#include <tenon/tenon.hpp>

using namespace tenon;

struct greedy {
  static constexpr std::string_view name = "greedy";
  static constexpr std::size_t alignment = 1;
};

template <class Call>
  requires calls<Call, op::add_>
struct tenon::kernel<greedy, Call> : tenon::kernel<reference, Call> {
  static constexpr std::size_t scratch = static_cast<std::size_t>(Call::result.pitch);
};

struct side_by_side {
  static consteval auto graph() {
    using namespace tenon::op;
    const auto a = input<"a", tensor<f32, 2, 3>>;
    const auto b = input<"b", tensor<f32, 2, 3>>;
    return concat<"both", axis{-1}>(add<"sum">(a, b), mul<"product">(a, b));
  }
};

void run(std::span<const float, 6> a, std::span<const float, 6> b, std::span<float, 12> both) {
  static engine<model<side_by_side>, on<greedy, reference>> refused;
  refused.run(a, b, both);
}
