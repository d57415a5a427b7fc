// SPDX-License-Identifier: Apache-2.0
// Run time does not depend on data: inputs are marked as unknown, and the memory sanitizer ends the program at the first
// branch that an unknown value decides. What a table gives counts as known, as looking up is allowed.
#include <tenon/tenon.hpp>

#include "laws/networks.hpp"
#include "laws/numbers.hpp"

#include <sanitizer/msan_interface.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <tuple>
#include <utility>

namespace {

using namespace tenon;

template <class Port>
using memory_of = std::array<typename Port::value_type, Port::size>;

/// Runs an engine on inputs that nobody knows. Returns whether what it gives is unknown too.
template <class Engine, class... Inputs, class... Outputs>
bool depends_on_unknown_inputs(type_list<Inputs...>, type_list<Outputs...>) {
  static Engine engine;
  static std::tuple<memory_of<Inputs>...> inputs{};
  static std::tuple<memory_of<Outputs>...> outputs{};
  __msan_poison(&inputs, sizeof inputs);
  std::apply([&](auto&... x) { std::apply([&](auto&... y) { engine.run(x..., y...); }, outputs); }, inputs);
  return __msan_test_shadow(&std::get<0>(outputs), sizeof std::get<0>(outputs)) != -1;
}

template <class Topology, class Encodings, class... Policies>
bool runs_blindly() {
  using made = model<Topology, tenon_laws::made_up_weights<Topology>, Encodings, Policies...>;
  using run = engine<made, on<reference>>;
  using ports = tenon::detail::ports<typename run::graph_type>;
  return depends_on_unknown_inputs<run>(typename ports::template list<true>::type{},
                                        typename ports::template list<false>::type{});
}

template <class Topology>
bool real_runs_blindly() {
  return runs_blindly<Topology, encodings<>>();
}
template <class Topology, class... Policies>
bool int8_runs_blindly() {
  return runs_blindly<Topology, tenon_laws::made_up_encodings, Policies...>();
}

/// Whether the sanitizer ends a process that branches on an unknown value: else nothing here could fail.
bool branches_are_seen() {
  const pid_t child = fork();
  if (child == 0) {
    volatile int unknown = 3;
    __msan_poison(const_cast<int*>(&unknown), sizeof unknown);
    std::fclose(stderr);
    if (unknown > 2) std::puts("");
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

int tell(const char* what, bool holds) {
  std::printf("%s: %s\n", holds ? "ok" : "NOT SO", what);
  return holds ? 0 : 1;
}

}  // namespace

int main() {
  using namespace tenon_laws;
  using rounding::float32;
  using bytes = border<i8>;
  int faults = tell("a branch on an unknown value is seen", branches_are_seen());
  faults += tell("float32", real_runs_blindly<residual_blocks>() && real_runs_blindly<digits_like>() &&
                                real_runs_blindly<functions>() && real_runs_blindly<chain>());
  faults += tell("int8, conversions included", int8_runs_blindly<residual_blocks>());
  faults += tell("int8, LiteRT's rounding", int8_runs_blindly<branches, bytes>() && int8_runs_blindly<digits_like, bytes>() &&
                                                int8_runs_blindly<several_ports, bytes>() &&
                                                int8_runs_blindly<constants, bytes>());
  faults += tell("int8, float32 rounding", int8_runs_blindly<branches, bytes, float32>() &&
                                               int8_runs_blindly<digits_like, bytes, float32>());
  // What tables gave is known.
  int8_runs_blindly<chain, bytes>();
  int8_runs_blindly<functions, bytes>();
  return faults;
}
