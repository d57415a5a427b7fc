// SPDX-License-Identifier: Apache-2.0
// Programs for one model: options, batches in files, what they write, and one line for everything that does
// not fit.
#include <tenon/host/model_runner.hpp>

#include <engine/small_network.hpp>
#include <host/files.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon_test;
using host::npy_array;
using host::run_options;

npy_array array_of(std::vector<std::size_t> extents, const std::vector<float>& numbers) {
  npy_array made{f32, std::move(extents), std::vector<std::byte>(numbers.size() * sizeof(float))};
  if (!numbers.empty()) std::memcpy(made.bytes.data(), numbers.data(), made.bytes.size());
  return made;
}

std::vector<float> numbers_in(const std::filesystem::path& path, const std::vector<std::size_t>& extents) {
  const npy_array array = host::read_npy(path.string());
  REQUIRE(array.type == f32);
  CHECK(array.extents == extents);
  std::vector<float> numbers(array.size());
  std::memcpy(numbers.data(), array.bytes.data(), array.bytes.size());
  return numbers;
}

/// No engine: the inputs "a" of 1x2 and "b" of 2, and the output "sum/of" of 1x2. Its only step is twice the
/// sum.
host::runnable_model adder() {
  static const std::array<step_info, 1> steps{
      step_info{"twice", "add", "none", "", {}, {f32, shape_of(1, 2)}, 0, 0, 0, 0, {}}};
  const auto sum = [](std::span<const void* const> from, std::size_t i) {
    return static_cast<const float*>(from[0])[i] + static_cast<const float*>(from[1])[i];
  };
  const auto run = [sum](std::span<const void* const> from, std::span<void* const> to) {
    for (std::size_t i = 0; i < 2; ++i) static_cast<float*>(to[0])[i] = sum(from, i);
  };
  const auto watch = [sum, run](const host::detail::step_watcher& tell, std::span<const void* const> from,
                                std::span<void* const> to) {
    run(from, to);
    const std::array<float, 2> twice{2 * sum(from, 0), 2 * sum(from, 1)};
    tell(steps[0], twice.data());
  };
  return {{{"a", {f32, shape_of(1, 2)}}, {"b", {f32, shape_of(2)}}},
          {{"sum/of", {f32, shape_of(1, 2)}}},
          steps,
          0,
          0,
          0,
          0,
          {},
          run,
          watch,
          {}};
}

/// A folder with arrays for both inputs, and what becomes of them.
struct files {
  scratch_folder folder;

  std::string put(const std::string& name, const npy_array& array) const {
    host::write_npy(folder.path / name, array);
    return (folder.path / name).string();
  }
  run_options options(const npy_array& a, const npy_array& b) const {
    return {{{"a", put("a.npy", a)}, {"b", put("b.npy", b)}}, (folder.path / "out").string(), {}, false};
  }
  std::string fault(const run_options& given) const {
    const std::string said = tenon_test::refusal([&] { host::run_model(adder(), given); });
    CHECK(said.find('\n') == std::string::npos);
    return said;
  }
  std::string fault(const npy_array& a, const npy_array& b) const { return fault(options(a, b)); }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

run_options read(const std::vector<const char*>& arguments) { return host::read_run_options(arguments); }

}  // namespace

TEST_CASE("options are read, with what is meant where none are given") {
  const run_options none = read({});
  CHECK(none.inputs.empty());
  CHECK(none.output_folder == ".");
  CHECK(none.step_folder.empty());
  CHECK(none.show_steps);
  const run_options all = read(
      {"--input", "x=a=b.npy", "--input", "plain.npy", "--output-dir", "o", "--steps-dir", "s", "--quiet"});
  CHECK(all.inputs == std::map<std::string, std::string>{{"", "plain.npy"}, {"x", "a=b.npy"}});
  CHECK(all.output_folder == "o");
  CHECK(all.step_folder == "s");
  CHECK(!all.show_steps);
}

TEST_CASE("a file that is there is a file, whatever its name has in it") {
  const files here;
  const std::string path = here.put("x=1.npy", array_of({1}, {1}));
  CHECK(read({"--input", path.c_str()}).inputs == std::map<std::string, std::string>{{"", path}});
}

TEST_CASE("unknown and unfinished options are refused") {
  CHECK(tenon_test::refusal([] { read({"--verbose"}); }) ==
        "--verbose: unknown option; the options are --input --output-dir --steps-dir --quiet");
  CHECK(tenon_test::refusal([] { read({"a.npy"}); }).starts_with("a.npy: unknown option"));
  for (const char* option : {"--input", "--output-dir", "--steps-dir"})
    CHECK(tenon_test::refusal([&] { read({"--quiet", option}); }) == std::string{option} + ": needs a name behind it");
}

TEST_CASE("an input gets one file, and of files without a name there is one") {
  CHECK(tenon_test::refusal([] { read({"--input", "a.npy", "--input", "b.npy"}); }) ==
        "b.npy: is a second input without a name, after a.npy; say --input NAME=FILE for each");
  CHECK(tenon_test::refusal([] { read({"--input", "x=a.npy", "--input", "x=b.npy"}); }) ==
        "x=b.npy: the input x has a file already, a.npy; give it one");
}

TEST_CASE("results whose names stand for one file are refused before anything runs") {
  const files here;
  host::runnable_model model = adder();
  model.outputs.push_back({"sum_of", {f32, shape_of(1, 2)}});
  run_options given = here.options(array_of({1, 2}, {1, 2}), array_of({2}, {10, 20}));
  CHECK(tenon_test::refusal([&] { host::run_model(model, given); }) ==
        "sum/of and sum_of: both results would go to the file sum_of.npy; rename one of them in the network");
  CHECK(!std::filesystem::exists(here.folder.path / "out"));
}

TEST_CASE("a backend that shows no steps refuses to write them") {
  const files here;
  host::runnable_model model = adder();
  model.watch = nullptr;
  run_options given = here.options(array_of({1, 2}, {1, 2}), array_of({2}, {10, 20}));
  given.step_folder = (here.folder.path / "steps").string();
  CHECK(tenon_test::refusal([&] { host::run_model(model, given); }) ==
        "--steps-dir: this backend shows no single steps; leave it out, or name another backend");
  CHECK(!std::filesystem::exists(here.folder.path / "steps"));
}

TEST_CASE("one run keeps the network's extents") {
  const files here;
  CHECK(here.fault(array_of({1, 2}, {1, 2}), array_of({2}, {10, 20})) == "accepted");
  CHECK(numbers_in(here.folder.path / "out" / "sum_of.npy", {1, 2}) == std::vector<float>{11, 22});
}

TEST_CASE("many runs stand along the leading axis, and an input of one run serves all") {
  const files here;
  const npy_array three = array_of({3, 2}, {1, 2, 3, 4, 5, 6});
  CHECK(here.fault(three, array_of({2}, {10, 20})) == "accepted");
  CHECK(numbers_in(here.folder.path / "out" / "sum_of.npy", {3, 2}) ==
        std::vector<float>{11, 22, 13, 24, 15, 26});
  CHECK(here.fault(array_of({3, 1, 2}, {1, 2, 3, 4, 5, 6}), array_of({3, 2}, {1, 1, 2, 2, 3, 3})) ==
        "accepted");
  CHECK(numbers_in(here.folder.path / "out" / "sum_of.npy", {3, 2}) == std::vector<float>{2, 3, 5, 6, 8, 9});
}

TEST_CASE("steps of all runs are written where they are asked for") {
  const files here;
  run_options given = here.options(array_of({2, 2}, {1, 2, 3, 4}), array_of({2}, {0, 1}));
  given.step_folder = (here.folder.path / "deep" / "steps").string();
  CHECK(here.fault(given) == "accepted");
  CHECK(numbers_in(here.folder.path / "deep" / "steps" / "twice.npy", {2, 2}) ==
        std::vector<float>{2, 6, 6, 10});
  CHECK(text_of(here.folder.path / "deep" / "steps" / "steps.txt") == "twice\tadd\t0\t0\n");
}

TEST_CASE("arrays that do not fit are refused with what the input takes, and nothing is written") {
  const files here;
  const npy_array pair = array_of({2}, {1, 2});
  CHECK(here.fault(array_of({1, 3}, {1, 2, 3}), pair) ==
        (here.folder.path / "a.npy").string() +
            ": holds f32 1x3, but the input a takes f32 1x2; save it with that type and shape");
  CHECK(holds(here.fault(pair, pair), "a.npy: holds f32 2, but"));
  CHECK(holds(here.fault({i8, {1, 2}, std::vector<std::byte>(2)}, pair),
              "a.npy: holds i8 1x2, but the input a takes f32 1x2"));
  CHECK(holds(here.fault(array_of({1, 2}, {1, 2}), array_of({1, 1, 2}, {1, 2})),
              "b.npy: holds f32 1x1x2, but the input b takes f32 2"));
  CHECK(holds(here.fault(array_of({0, 2}, {}), pair), "a.npy: holds no run; give one or more"));
  CHECK(holds(here.fault(array_of({2, 2}, {1, 2, 3, 4}), array_of({3, 2}, {1, 2, 3, 4, 5, 6})),
              "b.npy: holds 3 runs, but another input holds 2; give all as many"));
  CHECK(!std::filesystem::exists(here.folder.path / "out"));
}

TEST_CASE("files that no input takes are refused") {
  const files here;
  const std::string path = here.put("a.npy", array_of({1, 2}, {1, 2}));
  CHECK(here.fault({{{"c", path}}, (here.folder.path / "out").string(), {}, false}) ==
        path + ": is given for the input c, which the network lacks; its first is a");
  CHECK(here.fault({{{"", path}}, (here.folder.path / "out").string(), {}, false}) ==
        path + ": is given for no input by name; say --input a=" + path);
  CHECK(holds(here.fault({{{"a", path + "x"}}, (here.folder.path / "out").string(), {}, false}),
              "a.npyx: cannot be read"));
}

TEST_CASE("without files, inputs are the same random numbers each time, from -1 to 1") {
  const files here;
  run_options given{{}, (here.folder.path / "out").string(), {}, false};
  CHECK(here.fault(given) == "accepted");
  const auto first = numbers_in(here.folder.path / "out" / "sum_of.npy", {1, 2});
  CHECK(here.fault(given) == "accepted");
  CHECK(numbers_in(here.folder.path / "out" / "sum_of.npy", {1, 2}) == first);
  CHECK(first[0] != first[1]);
  for (const float number : first) CHECK((number > -2.0f && number < 2.0f));
}

TEST_CASE(
    "the main function runs an engine on a file without a name, or tells of what is wrong by its status") {
  using engine = small_network::real_engine;
  const files here;
  const std::string in =
      here.put("in.npy", array_of({4}, {small_network::example.begin(), small_network::example.end()}));
  const std::string out = (here.folder.path / "out").string();
  const std::array<const char*, 6> arguments{"small",        "--input",   in.c_str(),
                                             "--output-dir", out.c_str(), "--quiet"};
  CHECK(host::run_main<engine>("small", 6, arguments.data()) == 0);
  static engine alone;
  std::array<float, 2> wanted{};
  alone.run(small_network::example, wanted);
  CHECK(numbers_in(here.folder.path / "out" / "scores.npy", {2}) == std::vector<float>{wanted[0], wanted[1]});
  CHECK(host::run_main<engine>("small", 2, arguments.data()) == 1);
}
