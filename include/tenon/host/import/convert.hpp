// SPDX-License-Identifier: Apache-2.0
// From a model file to headers: what tenon-convert does.
#pragma once

#include <string>
#include <utility>

#include <tenon/host/encodings_reader.hpp>
#include <tenon/host/import/apply_encodings.hpp>
#include <tenon/host/import/import_model.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/prune.hpp>
#include <tenon/host/import/write_headers.hpp>

namespace tenon::host {

/// The network that a user asks for: cut and quantized. Throws std::runtime_error with one line.
inline imported_model import_as_asked(const convert_options& options) {
  imported_model model = import_model(options.model, options.shapes);
  if (!options.outputs.empty()) prune(model, options.outputs, options.model);
  if (!options.encodings.empty())
    model.notes = apply_encodings(model, read_encodings(options.encodings), {options.model, options.float_fallback});
  return model;
}

/// Reads a model and writes its headers. Throws std::runtime_error with one line.
inline imported_model convert(const convert_options& options) {
  check_header_name(options.header);
  imported_model model = import_as_asked(options);
  write_headers(model, options);
  return model;
}

}  // namespace tenon::host
