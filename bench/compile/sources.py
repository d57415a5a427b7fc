"""Writes the programs whose compilation is measured: chains, residual networks and dense layers of a chosen size."""

HEADER = """#include <tenon/tenon.hpp>

inline constexpr auto kernel_values = [] {
  std::array<float, 3 * 3 * 8 * 8> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i * 7 % 23) / 23.0f - 0.5f;
  return values;
}();
inline constexpr std::array<float, 8> bias_values{};
"""

CONV = 'conv2d<"{0}", filters{{8}}, window{{3, 3}}, same_padding>'


def chain(nodes):
    """conv2d and relu in turn behind one input, which is not counted. Returns lines of C++, edges and convolutions."""
    lines, edges, convs = ['  auto v0 = input<"x", tensor<f32, 16, 16, 8>>;'], ["x"], []
    for i in range(1, nodes + 1):
        name = f"n{i}"
        if i % 2:
            convs.append(name)
        word = CONV.format(name) if i % 2 else f'relu<"{name}">'
        lines.append(f"  auto v{i} = v{i - 1} | {word};")
        edges.append(name)
    return lines + [f"  return v{nodes};"], edges, convs


def residual(nodes):
    """Blocks of conv2d, relu, conv2d, add, relu behind one input, which is not counted; whole blocks only."""
    lines, edges, convs = ['  auto v0 = input<"x", tensor<f32, 16, 16, 8>>;'], ["x"], []
    blocks = nodes // 5
    for i in range(blocks):
        a, b = f"b{i}.a", f"b{i}.b"
        lines.append(f'  auto a{i} = v{i} | {CONV.format(a)} | relu<"{a}.relu">;')
        lines.append(f"  auto s{i} = a{i} | {CONV.format(b)};")
        lines.append(f'  auto v{i + 1} = add<"b{i}.add">(s{i}, v{i}) | relu<"b{i}.relu">;')
        convs += [a, b]
        edges += [a, f"{a}.relu", b, f"b{i}.add", f"b{i}.relu"]
    return lines + [f"  return v{blocks};"], edges, convs


def network(kind, nodes):
    """A whole engine, from shapes to memory plan: its arena and its table of steps are asked for."""
    shape, _, numbers = kind.partition("_")
    lines, edges, convs = {"chain": chain, "residual": residual}[shape](nodes)
    bindings = ",\n    ".join(
        f'tenon::bind<"{name}.kernel", kernel_values>, tenon::bind<"{name}.bias", bias_values>' for name in convs)
    codes = ",\n    ".join(f'tenon::encode<"{edge}", tenon::scale{{0.05f}}, tenon::zero_point{{{i % 7 - 3}}}>'
                           for i, edge in enumerate(edges))
    encodings = f"tenon::encodings<\n    {codes}>" if numbers == "int8" else "tenon::encodings<>"
    body = "\n".join(lines)
    return f"""{HEADER}
struct net {{
  static consteval auto graph() {{
    using namespace tenon;
    using namespace tenon::op;
{body}
  }}
}};
struct arrays : tenon::weights<
    {bindings}> {{}};
struct codes : {encodings} {{}};
using engine = tenon::engine<tenon::model<net, arrays, codes>, tenon::on<tenon::reference>>;
static_assert(engine::arena_bytes > 0 && engine::steps.size() > 0);
"""


def dense(weights):
    """A dense layer of `weights` float weights that the compiler quantizes and packs."""
    units = 100
    depth = weights // units
    lines = [f"  {', '.join(str((i * 2654435761 >> 7) % 2001 - 1000) + '.0f/1024' for i in range(at, min(at + 50, weights)))},"
             for at in range(0, weights, 50)]
    values = "\n".join(lines)
    return f"""#include <tenon/tenon.hpp>

inline constexpr std::array<float, {weights}> kernel_values{{
{values}
}};
inline constexpr std::array<float, {units}> bias_values{{}};

struct net {{
  static consteval auto graph() {{
    using namespace tenon;
    using namespace tenon::op;
    return input<"x", tensor<f32, {depth}>> | dense<"d", units{{{units}}}>;
  }}
}};
struct arrays : tenon::weights<tenon::bind<"d.kernel", kernel_values>, tenon::bind<"d.bias", bias_values>> {{}};
struct codes : tenon::encodings<tenon::encode<"x", tenon::scale{{0.05f}}>, tenon::encode<"d", tenon::scale{{0.5f}}>> {{}};
using engine = tenon::engine<tenon::model<net, arrays, codes>, tenon::on<tenon::reference>>;

engine instance;
void run_once(const float* x, float* y) {{
  instance.run(std::span<const float, {depth}>{{x, {depth}}}, std::span<float, {units}>{{y, {units}}});
}}
"""


def program(kind, size):
    return dense(size) if kind == "dense" else network(kind, size)
