// SPDX-License-Identifier: Apache-2.0
// Facts by word are those of the operators' types, and no operator that is in some way special is forgotten.
#include <tenon/host/import/operator_facts.hpp>

#include <host/files.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <string>

using namespace tenon::host;
using tenon::encoding_rule;

static_assert(facts_of_word("softmax").rule == encoding_rule::fixed);
static_assert(facts_of_word("max_pool").rule == encoding_rule::same_as_input);
static_assert(facts_of_word("argmax").rule == encoding_rule::none);
static_assert(facts_of_word("mean").rule == encoding_rule::calibrated);
static_assert(facts_of_word("conv2d").absorbs_clamp && facts_of_word("conv2d").absorbs_affine);
static_assert(facts_of_word("relu6").offers_clamp && facts_of_word("batch_norm").offers_affine);
static_assert(!facts_of_word("no such operator").absorbs_clamp);

// Their sources say who has a rule of its own. Bases of operators have no word, and words that no network is written
// with have no page.
TEST_CASE("operators with a rule of their own are listed") {
  const std::regex word{R"(string_view word = "(\w+)\")"};
  for (const auto& header : std::filesystem::directory_iterator{TENON_TESTS_FOLDER "/../include/tenon/op"}) {
    const std::string text = tenon_test::text_of(header.path());
    std::smatch found;
    if (!std::regex_search(text, found, word)) continue;
    const bool is_special = text.find("encoding_rule result_encoding") != std::string::npos ||
                            text.find(" : movement") != std::string::npos ||
                            text.find(" : kept_extremum<") != std::string::npos;
    const std::string name = found[1];
    CAPTURE(name);
    const bool is_written = std::filesystem::exists(TENON_TESTS_FOLDER "/../docs/op/" + name + ".md");
    if (is_special && is_written) CHECK(facts_of_word(name).rule != encoding_rule::calibrated);
  }
}
