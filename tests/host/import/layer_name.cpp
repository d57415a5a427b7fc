// SPDX-License-Identifier: Apache-2.0
// Names out of model files: which part tells the layer, what is kept of it, and that none comes twice.
#include <tenon/host/import/layer_name.hpp>

#include <doctest/doctest.h>

using tenon::host::common_parts;
using tenon::host::layer_name;
using tenon::host::plain_name;

TEST_CASE("the part that says which layer it is, without what it does") {
  CHECK(layer_name("model/conv2d/Conv2D", "conv", 1) == "conv2d");
  CHECK(layer_name("model/bn/FusedBatchNormV3;model/depthwise_conv2d/depthwise;model/x", "depthwise", 1) ==
        "depthwise_conv2d");
  CHECK(layer_name("model/dense/BiasAdd/ReadVariableOp/resource", "dense", 1) == "dense");
  CHECK(layer_name("model/add/add", "add", 1) == "add");
  CHECK(layer_name("a/b/c", "conv") == "a.b.c");
  CHECK(layer_name("", "conv") == "conv");
  CHECK(layer_name(";;", "conv") == "conv");
  CHECK(layer_name("/", "conv") == "unnamed");
}

TEST_CASE("parts that all names share go, but no name loses its last") {
  CHECK(common_parts({"model/a/x", "model/b/y;model/c"}) == 1);
  CHECK(common_parts({"m/n/a/x", "m/n/b"}) == 2);
  CHECK(common_parts({"m/a", "b"}) == 0);
  CHECK(common_parts({"m/a"}) == 0);
  CHECK(common_parts({}) == 0);
  CHECK(common_parts({"m/a", "m/a"}) == 1);
}

TEST_CASE("nothing that ends a string, a line or a comment is kept") {
  CHECK(plain_name("a\"; system(\"x\"); //") == "a___system__x____..");
  CHECK(plain_name("a\nb\\c*/d") == "a_b_c_.d");
  CHECK(plain_name("serving_default:0") == "serving_default:0");
  CHECK(plain_name("") == "unnamed");
  CHECK(plain_name("\xc3\xa4") == "__");
  CHECK(plain_name(std::string(500, 'a')).size() == tenon::host::longest_name);
}

TEST_CASE("each name is handed out once") {
  tenon::host::name_list names;
  CHECK(names.unique("conv") == "conv");
  CHECK(names.unique("conv") == "conv_2");
  CHECK(names.unique("conv_2") == "conv_2_2");
  CHECK(names.unique("conv") == "conv_3");
}
