// SPDX-License-Identifier: Apache-2.0
// How far the results of layers are from those that they should be: as figures, as a table, as a picture.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace tenon::host {

/// How far the numbers of one layer are from the right ones, over all samples.
struct layer_error {
  std::string name;
  double signal = 0;    ///< sum of squares of the right numbers
  double noise = 0;     ///< sum of squares of the differences
  double largest = 0;   ///< largest difference
  double compared = 0;  ///< sum of squares of the numbers that are compared with the right ones
  double product = 0;   ///< sum of products of both

  /// Takes as many right numbers as others. A difference that is no number counts as infinite.
  void add(std::span<const float> right, std::span<const float> others) noexcept {
    for (std::size_t i = 0; i < right.size(); ++i) {
      const double a = double{right[i]}, b = double{others[i]};
      const bool same = a == b || (std::isnan(a) && std::isnan(b));
      const double difference = same ? 0 : std::isnan(b - a) ? std::numeric_limits<double>::infinity() : b - a;
      signal += a * a;
      noise += difference * difference;
      largest = std::fmax(largest, std::abs(difference));
      compared += b * b;
      product += a * b;
    }
  }

  /// Signal to noise ratio in decibels; infinite when nothing differs.
  double sqnr() const noexcept {
    return noise > 0 ? 10 * std::log10(signal / noise) : std::numeric_limits<double>::infinity();
  }
  /// The cosine of the angle between both as vectors; 1 when nothing differs.
  double cosine() const noexcept {
    if (!(noise > 0)) return 1;
    return signal > 0 && compared > 0 ? product / std::sqrt(signal * compared) : 0;
  }
};

/// The layers that differ, worst first: the lowest ratios of signal to noise, at most so many.
inline std::vector<layer_error> worst_layers(std::span<const layer_error> layers, std::size_t most) {
  std::vector<layer_error> worst;
  for (const layer_error& layer : layers)
    if (layer.noise > 0) worst.push_back(layer);
  std::sort(worst.begin(), worst.end(), [](const layer_error& a, const layer_error& b) {
    return a.sqnr() < b.sqnr() || (a.sqnr() == b.sqnr() && a.name < b.name);
  });
  if (worst.size() > most) worst.resize(most);
  return worst;
}

namespace detail {

/// How much of a bar stands for a ratio: all of it from 60 dB on, as beyond that int8 cannot go.
inline double share_of_bar(double sqnr) noexcept { return std::fmin(std::fmax(sqnr, 0.0), 60.0) / 60; }

inline std::string xml_text(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    if (letter == '&')
      escaped += "&amp;";
    else if (letter == '<')
      escaped += "&lt;";
    else if (letter == '>')
      escaped += "&gt;";
    else
      escaped += static_cast<unsigned char>(letter) < 32 ? '?' : letter;
  }
  return escaped;
}

}  // namespace detail

/// A row a layer, and the worst ones as bars, for a person.
inline std::string comparison_table(std::span<const layer_error> layers) {
  std::string text = fmt::format("{:<32} {:>14} {:>9} {:>10}\n", "layer", "max difference", "SQNR dB", "cosine");
  for (const layer_error& layer : layers)
    text +=
        fmt::format("{:<32} {:>14.6g} {:>9.2f} {:>10.6f}\n", layer.name, layer.largest, layer.sqnr(), layer.cosine());
  const std::vector<layer_error> worst = worst_layers(layers, 5);
  text += worst.empty() ? "no layer differs\n" : "worst layers, SQNR from 0 to 60 dB:\n";
  for (const layer_error& layer : worst)
    text +=
        fmt::format("{:<32} |{:<40}| {:.2f}\n", layer.name,
                    std::string(static_cast<std::size_t>(40 * detail::share_of_bar(layer.sqnr())), '#'), layer.sqnr());
  return text;
}

/// The worst 20 layers as bars of an SVG picture.
inline std::string comparison_picture(std::string_view title, std::span<const layer_error> layers) {
  const std::vector<layer_error> worst = worst_layers(layers, 20);
  const std::size_t height = 60 + 22 * worst.size();
  std::string text = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"{0}\" font-family=\"sans-serif\" "
      "font-size=\"13\">\n<rect width=\"760\" height=\"{0}\" fill=\"white\"/>\n"
      "<text x=\"12\" y=\"24\" font-size=\"15\">{1}: {2}</text>\n",
      height, detail::xml_text(title), worst.empty() ? "no layer differs" : "worst layers, SQNR in dB");
  for (std::size_t i = 0; i < worst.size(); ++i) {
    const std::size_t y = 44 + 22 * i;
    const double width = 360 * detail::share_of_bar(worst[i].sqnr());
    text += fmt::format(
        "<text x=\"290\" y=\"{}\" text-anchor=\"end\">{}</text><rect x=\"300\" y=\"{}\" width=\"{:.1f}\" "
        "height=\"16\" fill=\"#3465a4\"/><text x=\"{:.1f}\" y=\"{}\">{:.1f}</text>\n",
        y + 13, detail::xml_text(worst[i].name), y, width, 306 + width, y + 13, worst[i].sqnr());
  }
  return text + "</svg>\n";
}

}  // namespace tenon::host
