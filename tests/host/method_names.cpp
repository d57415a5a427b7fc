// SPDX-License-Identifier: Apache-2.0
// Methods of calibration have words, and a wrong word is told all of them.
#include <tenon/host/method_names.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

using namespace tenon::host;

TEST_CASE("every word names its method") {
  for (const auto& [word, method] : range_methods) CHECK(method_called(word) == method);
  CHECK(method_called("entropy") == range_method::entropy);
  CHECK(tenon_test::refusal([] { method_called("best"); }) ==
        "there is no method 'best'; they are: minmax percentile moving_average mse entropy sqnr");
}
