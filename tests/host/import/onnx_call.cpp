// SPDX-License-Identifier: Apache-2.0
// Attributes are asked for by name; what nobody asks for is refused.
#include <tenon/host/import/onnx_call.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

namespace {

template <class Function>
std::string why(const Function& function) {
  try {
    function();
  } catch (const not_importable& wrong) {
    return wrong.why;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a call gives what it has, and else what it is told") {
  onnx_node node{"n", "Conv", "", {"x", ""}, {"y"}, {}};
  node.attributes["group"].integer = 2;
  const onnx_call call{node, 11};
  CHECK(call.integer("group", 1) == 2);
  CHECK(call.integer("other", 7) == 7);
  CHECK(call.text("auto_pad", "NOTSET") == "NOTSET");
  CHECK(call.output() == "y");
  CHECK(!call.has_input(1));
  CHECK(why([&] { call.input(1); }).find("missing") != std::string::npos);
  CHECK(why([&] { call.attribute("axis"); }).find("lacks the attribute axis") != std::string::npos);
}

TEST_CASE("every attribute must be asked for or ignored") {
  onnx_node node{"n", "Conv", "", {}, {"y", "z"}, {}};
  node.attributes["a"] = {};
  node.attributes["b"] = {};
  const onnx_call call{node, 11};
  call.ignore({"a"});
  CHECK(why([&] { call.require_all_asked(); }).find("its attribute b") != std::string::npos);
  call.has("b");
  CHECK(why([&] { call.require_all_asked(); }) == "accepted");
  CHECK(why([&] { call.output(); }).find("more than one output") != std::string::npos);
}
