// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of encodings: refused, or read, written, read again, and bound to a network.
#include <tenon/host/encodings_reader.hpp>

#include <tenon/host/encodings_writer.hpp>
#include <tenon/host/import/apply_encodings.hpp>

#include <fuzz/fuzz.hpp>
#include <host/import/chain.hpp>

#include <cstdlib>

namespace {

using namespace tenon::host;

encodings_file example(encodings_form form) {
  encodings_file file{"file", form};
  file.entries.push_back({"x:0", false, false, 8, false, {{0.5, -128}}});
  file.entries.push_back({"relu:0", false, false, 8, false, {{0.25, 0}}});
  file.entries.push_back({"logits:0", false, true, 16});
  file.entries.push_back({"stem/w", true, false, 8, true, {{0.01, -128}, {0.02, -128}}});
  file.entries.push_back({"stem/b", true, false, 32, true, {{0.01, 0}}});
  return file;
}

/// What is read can be written and read again.
void check_again(const encodings_file& file) {
  encodings_file listed = file;
  listed.form = encodings_form::aimet_1_0_0;
  const encodings_file again = parse_encodings("file", encodings_text(listed, "minmax"));
  if (again.entries.size() != file.entries.size()) std::abort();
}

}  // namespace

std::vector<std::string> tenon_test::seeds() {
  return {encodings_text(example(encodings_form::aimet_1_0_0), "mse"),
          encodings_text(example(encodings_form::aimet_0_6_1), "mse"),
          encodings_text(example(encodings_form::qualcomm), "mse")};
}

void tenon_test::take(std::string_view bytes) {
  read_or_refuse([&] {
    const encodings_file file = parse_encodings("file", bytes);
    check_again(file);
    imported_model model = chain();
    apply_encodings(model, file, {"file", true});
  });
}
