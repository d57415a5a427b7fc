"""From measured figures to a table for a person and records."""

COLUMNS = (f"{'':<14} {'median us':>10} {'minimum us':>11} {'tenon is':>9} {'start-up us':>12} "
           f"{'first result us':>16} {'memory KiB':>11}  output differs by")


def best_of(figures, key):
    """The rival that is best at something, and its figure."""
    rivals = {name: one[key] for name, one in figures["contenders"].items() if name != "tenon"}
    name = min(rivals, key=rivals.get)
    return name, rivals[name]


def own_bytes(figures):
    return figures["arena_bytes"] + figures["weight_bytes"]


def table(name, figures):
    own = figures["contenders"]["tenon"]
    lines = [f"\n{name}: {figures['macs'] / 1e6:.2f} million multiply-adds", COLUMNS]
    for who, one in figures["contenders"].items():
        ratio = "" if who == "tenon" else f"{one['median_us'] / own['median_us']:.2f} x"
        memory = own_bytes(figures) if who == "tenon" else one["growth_bytes"]
        apart = "" if who == "tenon" else "other axes" if one["difference"] is None else f"{one['difference']:g}"
        lines.append(f"{who:<14} {one['median_us']:>10.1f} {one['minimum_us']:>11.1f} {ratio:>9} "
                     f"{one['start_up_us']:>12.0f} {one['first_result_us']:>16.0f} {memory / 1024:>11.1f}  {apart}")
    speed = figures["macs"] / own["median_us"] / 1e3
    share = 100e9 * speed / figures["peak_macs_per_second"]
    lines.append(f"tenon: {speed:.1f} GMAC/s, {share:.0f} % of the multiply peak; arena {figures['arena_bytes']} bytes, "
                 f"weights {figures['weight_bytes']}; memory of rivals: growth of the process")
    return "\n".join(lines)


def record(name, metric, value, unit, better="lower", peer=None, version=None, ratio=None):
    return {"name": name, "metric": metric, "value": value, "unit": unit, "better": better, "peer": peer,
            "peer_version": version, "ratio": ratio, "machine": None}


def records(name, figures, machine):
    """One record a metric and rival, one for the best of them, and what tenon needs."""
    own = figures["contenders"]["tenon"]
    rows = []
    for metric, key in [("latency_median_us", "median_us"), ("latency_min_us", "minimum_us"),
                        ("start_up_us", "start_up_us"), ("first_result_us", "first_result_us")]:
        peers = {who: one for who, one in figures["contenders"].items() if who != "tenon"}
        rows += [record(name, metric, own[key], "us", "lower", who, one["version"], one[key] / own[key])
                 for who, one in peers.items()]
        who, value = best_of(figures, key)
        version = f"{who} {peers[who]['version']}"
        rows.append(record(name, metric, own[key], "us", "lower", "best", version, value / own[key]))
    speed = figures["macs"] / own["median_us"] * 1e6
    rows += [record(name, "gmacs_per_second", speed / 1e9, "GMAC/s", "higher"),
             record(name, "percent_of_peak", 100 * speed / figures["peak_macs_per_second"], "%", "higher"),
             record(name, "arena_bytes", figures["arena_bytes"], "bytes"),
             record(name, "weight_bytes", figures["weight_bytes"], "bytes")]
    who, growth = best_of(figures, "growth_bytes")
    rows.append(record(name, "memory_bytes", own_bytes(figures), "bytes", "lower", who,
                       figures["contenders"][who]["version"], growth / own_bytes(figures)))
    return [{**row, "machine": machine} for row in rows]
