// SPDX-License-Identifier: Apache-2.0
// Functions, folds, pairs and slices: attributes out of options and constants, types, encodings and indices that are
// refused. One program reads files for both headers, as the reader is slow to compile.
#include <tenon/host/import/tflite_functions.hpp>

#include <tenon/host/import/tflite_slices.hpp>

#include <host/import/refused.hpp>

#include <doctest/doctest.h>

using namespace tenon_test;

namespace {

/// One operator from an int8 1x4x4x2, or a real one where the scale is 0.
std::vector<std::uint8_t> one(const std::string& word, float scale, const std::vector<std::int32_t>& constant = {},
                              bool keeps = false) {
  tflite_writer file;
  const auto tensor = [&](const char* name, std::vector<std::int32_t> shape) {
    return scale == 0.0f ? file.real(name, shape) : file.int8(name, shape, scale, 3);
  };
  const int x = tensor("x", {1, 4, 4, 2});
  std::vector<std::int32_t> inputs{x};
  if (!constant.empty()) inputs.push_back(file.int32("constant", constant));
  const int y =
      tensor("y", constant.empty() ? std::vector<std::int32_t>{1, 4, 4, 2} : std::vector<std::int32_t>{1, 1, 1, 2});
  if (constant.empty())
    file.call(word, inputs, {y});
  else
    file.call(word, inputs, {y}, tflite::options::reducer_options, tflite::Createreducer_options(file.builder, keeps));
  return file.finish({x}, {y});
}

/// One operator from two int8 matrices, the second and the result with scales of their own.
template <class Options = void>
std::vector<std::uint8_t> pair(const std::string& word, float second, float result,
                               const std::vector<std::int32_t>& shape, tflite::options kind = tflite::options::NONE,
                               flatbuffers::Offset<Options> (*make)(flatbuffers::FlatBufferBuilder&) = nullptr) {
  tflite_writer file;
  const int a = file.int8("a", {2, 3}, 0.5f, 0);
  const int b = file.int8("b", {2, 3}, second, 0);
  const int y = file.int8("y", shape, result, 0);
  file.call(word, {a, b}, {y}, kind, make == nullptr ? flatbuffers::Offset<Options>{} : make(file.builder));
  return file.finish({a, b}, {y});
}

/// One operator from a real 1x4x6x4 with a constant behind it.
template <class Options = void>
std::vector<std::uint8_t> moved(const std::string& word, const std::vector<std::int32_t>& constant,
                                const std::vector<std::int32_t>& result, tflite::options kind = tflite::options::NONE,
                                flatbuffers::Offset<Options> (*make)(flatbuffers::FlatBufferBuilder&) = nullptr) {
  tflite_writer file;
  std::vector<std::int32_t> inputs{file.real("x", {1, 4, 6, 4})};
  if (!constant.empty()) inputs.push_back(file.int32("constant", constant));
  const int y = file.real("y", result);
  file.call(word, inputs, {y}, kind, make == nullptr ? flatbuffers::Offset<Options>{} : make(file.builder));
  return file.finish({0}, {y});
}

std::vector<std::uint8_t> gather(const std::vector<std::int32_t>& picked, const std::vector<std::int32_t>& result) {
  return moved<tflite::gather_options>(
      "GATHER", picked, result, tflite::options::gather_options,
      [](flatbuffers::FlatBufferBuilder& builder) { return tflite::Creategather_options(builder, -2); });
}

template <bool Symmetric>
std::vector<std::uint8_t> mirror_pad(const std::vector<std::int32_t>& margins,
                                     const std::vector<std::int32_t>& result) {
  return moved<tflite::mirror_pad_options>(
      "MIRROR_PAD", margins, result, tflite::options::mirror_pad_options,
      [](flatbuffers::FlatBufferBuilder& builder) { return tflite::Createmirror_pad_options(builder, Symmetric); });
}

}  // namespace

TEST_CASE("functions are one node") {
  CHECK(written(one("ABS", 0.5f)) == "abs");
  CHECK(written(one("EXP", 0.5f)) == "exp");
  CHECK(written(one("LOG", 0.5f)) == "log");
  CHECK(written(one("SQRT", 0.5f)) == "sqrt");
  CHECK(written(one("RSQRT", 0.5f)) == "rsqrt");
  CHECK(written(one("ELU", 0.5f)) == "elu");
  CHECK(written(one("NEG", 0.0f)) == "neg");
  CHECK(written(one("SQUARE", 0.0f)) == "square");
  CHECK(written(one("FLOOR", 0.0f)) == "floor");
  CHECK(written(one("CEIL", 0.0f)) == "ceil");
  CHECK(written(one("ROUND", 0.0f)) == "round");
  CHECK(written(one("RELU_0_TO_1", 0.5f)) == "clip clamp{0.0f, 1.0f}");
}

TEST_CASE("integers that LiteRT has no sound rule for are refused") {
  for (const char* word : {"NEG", "SQUARE", "FLOOR"})
    CHECK(reason(one(word, 0.5f)).find("keep it in float32") != std::string::npos);
  CHECK(reason(pair<>("DIV", 0.5f, 0.5f, {2, 3})).find("keep it in float32") != std::string::npos);
  CHECK(reason(pair<>("SQUARED_DIFFERENCE", 0.5f, 0.5f, {2, 3})).find("keep it in float32") != std::string::npos);
}

TEST_CASE("folds tell their axes") {
  CHECK(written(one("REDUCE_MAX", 0.5f, {1, 2}, true)) == "reduce_max axes{1, 2} keep_axes{true}");
  CHECK(written(one("REDUCE_MIN", 0.5f, {1, 2}, true)) == "reduce_min axes{1, 2} keep_axes{true}");
  CHECK(written(one("SUM", 0.0f, {1, -2})) == "reduce_sum axes{1, -2}");
}

TEST_CASE("pairs have the encodings that their rules ask for") {
  CHECK(written(pair<>("MAXIMUM", 0.5f, 0.5f, {2, 3})) == "maximum");
  CHECK(written(pair<>("MINIMUM", 0.5f, 0.5f, {2, 3})) == "minimum");
  CHECK(written(pair<>("PRELU", 0.25f, 0.125f, {2, 3})) == "prelu");
  CHECK(reason(pair<>("MAXIMUM", 0.25f, 0.5f, {2, 3})).find("different encodings") != std::string::npos);
  CHECK(reason(pair<>("MINIMUM", 0.5f, 0.25f, {2, 3})).find("different encodings") != std::string::npos);
  const auto by_tanh = [](flatbuffers::FlatBufferBuilder& builder) {
    return tflite::Creategelu_options(builder, true);
  };
  CHECK(written(moved<tflite::gelu_options>("GELU", {}, {1, 4, 6, 4}, tflite::options::gelu_options, by_tanh)) ==
        "gelu approximate{true}");
  const auto turned = [](flatbuffers::FlatBufferBuilder& builder) {
    return tflite::Createbatch_matmul_options(builder, false, true);
  };
  CHECK(written(pair<tflite::batch_matmul_options>("BATCH_MATMUL", 0.25f, 0.125f, {2, 2},
                                                   tflite::options::batch_matmul_options, turned)) ==
        "batch_matmul transposed_inputs{false, true}");
}

TEST_CASE("blocks and tiles tell their sizes") {
  const auto deep = [](flatbuffers::FlatBufferBuilder& builder) {
    return tflite::Createspace_to_depth_options(builder, 2);
  };
  const auto wide = [](flatbuffers::FlatBufferBuilder& builder) {
    return tflite::Createdepth_to_space_options(builder, 2);
  };
  CHECK(written(moved<tflite::space_to_depth_options>("SPACE_TO_DEPTH", {}, {1, 2, 3, 16},
                                                      tflite::options::space_to_depth_options, deep)) ==
        "space_to_depth block_size{2}");
  CHECK(written(moved<tflite::depth_to_space_options>("DEPTH_TO_SPACE", {}, {1, 8, 12, 1},
                                                      tflite::options::depth_to_space_options, wide)) ==
        "depth_to_space block_size{2}");
  CHECK(written(moved<>("TILE", {1, 2, 1, 3}, {1, 8, 6, 12})) == "tile repeats{1, 2, 1, 3}");
  CHECK(reason(moved<>("TILE", {1, 2}, {1, 8, 6, 4})).find("not one repeat for each axis") != std::string::npos);
  CHECK(written(moved<>("REVERSE_V2", {-2}, {1, 4, 6, 4})) ==
        "slice begin{0, 0, 5, 0} end{1, 4, -7, 4} strides{1, 1, -1, 1}");
  CHECK(reason(moved<>("REVERSE_V2", {4}, {1, 4, 6, 4})).find("names an axis that its input lacks") !=
        std::string::npos);
}

TEST_CASE("packed tensors are joined, unpacked ones cut, by an axis that comes or goes") {
  tflite_writer file;
  const int x = file.int8("x", {2, 3}, 0.5f, 3);
  const int left = file.int8("left", {3}, 0.5f, 3);
  const int right = file.int8("right", {3}, 0.5f, 3);
  const int y = file.int8("y", {3, 2}, 0.5f, 3);
  file.call("UNPACK", {x}, {left, right}, tflite::options::unpack_options,
            tflite::Createunpack_options(file.builder, 2, 0));
  file.call("PACK", {right, left}, {y}, tflite::options::pack_options, tflite::Createpack_options(file.builder, 2, -1));
  const auto model = tenon::host::read_tflite(tenon::host::tflite_file{"m", file.finish({x}, {y})});
  std::string words;
  for (const auto& node : model.nodes) words += node.word + " ";
  CHECK(words == "input slice reshape slice reshape reshape reshape concat ");
  CHECK(model.nodes[3].attributes == std::vector<std::string>{"begin{1, 0}", "end{2, 3}"});
  CHECK(model.nodes[5].attributes == std::vector<std::string>{"extents{3, 1}"});
  CHECK(model.nodes[7].attributes == std::vector<std::string>{"axis{1}"});

  const auto packed = [](int axis, const std::vector<std::int32_t>& result) {
    tflite_writer one;
    const int from = one.int8("x", {2, 3}, 0.5f, 3);
    const int to = one.int8("y", result, 0.5f, 3);
    one.call("PACK", {from}, {to}, tflite::options::pack_options, tflite::Createpack_options(one.builder, 1, axis));
    return one.finish({from}, {to});
  };
  CHECK(written(packed(1, {2, 1, 3})) == "concat axis{1}");
  CHECK(reason(packed(1, {2, 2, 3})).find("not the parts of its result") != std::string::npos);
  CHECK(reason(packed(3, {2, 1, 3})).find("names an axis that its tensors lack") != std::string::npos);
}

TEST_CASE("mirrored margins are told apart from those that are too wide") {
  CHECK(written(mirror_pad<false>({0, 0, 1, 3, 2, 0, 0, 0}, {1, 8, 8, 4})) == "mirror_pad padding{1, 3, 2, 0}");
  CHECK(written(mirror_pad<true>({0, 1, 0, 4, 0, 0, 0, 0}, {2, 8, 6, 4})) ==
        "mirror_pad before{0, 0, 0, 0} after{1, 4, 0, 0} symmetric");
  CHECK(reason(mirror_pad<false>({0, 0, 0, 4, 0, 0, 0, 0}, {1, 8, 6, 4})).find("wider than its input") !=
        std::string::npos);
  CHECK(reason(mirror_pad<false>({0, 0, 0, 1}, {1, 5, 6, 4})).find("two margins for each axis") != std::string::npos);
}

TEST_CASE("indices are a slice where they are evenly spaced, and gathered where not") {
  CHECK(written(gather({0, 2, 1}, {1, 4, 3, 4})) == "gather axis{2} indices<0, 2, 1>");
  CHECK(written(gather({1, 3, 5}, {1, 4, 3, 4})) == "slice begin{0, 0, 1, 0} end{1, 4, 6, 4} strides{1, 1, 2, 1}");
  CHECK(written(gather({4, 2, 0}, {1, 4, 3, 4})) == "slice begin{0, 0, 4, 0} end{1, 4, -7, 4} strides{1, 1, -2, 1}");
  CHECK(written(gather({3}, {1, 4, 1, 4})) == "slice begin{0, 0, 3, 0} end{1, 4, 4, 4}");
  CHECK(written(gather({3}, {1, 4, 4})) == "reshape extents{1, 4, 4}");
  CHECK(written(gather({2, 2}, {1, 4, 2, 4})) == "gather axis{2} indices<2, 2>");
  CHECK(reason(gather({0, 6}, {1, 4, 2, 4})).find("an index beyond its axis") != std::string::npos);
  CHECK(reason(gather({0, 1}, {1, 4, 3, 4})).find("another size") != std::string::npos);
}
