"""The figures of a published report as an analyst draws them with matplotlib, in both cuts and all three formats:
figures.py DATA OUT, the first being a report's data folder. Each is a plain drawing of the same table: no
hexagons packed, no titles worked out, no text alternatives. Prints the figures, the files and the seconds it took
from the first table read to the last file written; imports are not counted."""
import csv, datetime, json, os, sys, time
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

data, out = sys.argv[1:3]
os.makedirs(out, exist_ok=True)
start = time.perf_counter()


def table(name):
    with open(os.path.join(data, name + ".csv"), encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return 0.0


def bars(ax, rows, name, *values):
    height = 0.8 / len(values)
    for k, value in enumerate(values):
        marks = ax.barh([i + k * height for i in range(len(rows))], [number(r[value]) for r in rows], height)
        ax.bar_label(marks, fmt="%g")
    ax.set_yticks(range(len(rows)), [r[name] or "n.d." for r in rows])
    ax.invert_yaxis()


def grid(ax, rows, across, down, value):
    cols, lines = list(dict.fromkeys(r[across] for r in rows)), list(dict.fromkeys(r[down] for r in rows))
    cells = [[0.0] * len(cols) for _ in lines]
    for r in rows:
        cells[lines.index(r[down])][cols.index(r[across])] = number(r[value])
    ax.imshow(cells, aspect="auto", cmap="Blues")
    for y, line in enumerate(cells):
        for x, v in enumerate(line):
            ax.text(x, y, f"{v:g}", ha="center", va="center")
    ax.set_xticks(range(len(cols)), cols)
    ax.set_yticks(range(len(lines)), lines)


def numbers(ax):
    ax.axis("off")
    for i, r in enumerate(table("headline")[:8]):
        ax.text(0.12 + i % 4 / 4, 0.7 - i // 4 / 2, r["value"], ha="center", fontsize=44, weight="bold")
        ax.text(0.12 + i % 4 / 4, 0.6 - i // 4 / 2, r["measure"], ha="center", fontsize=16)


def calendar(ax):
    rows = [r for r in table("course_calendar") if r["start_date"] and r["end_date"]]
    first = [datetime.date.fromisoformat(r["start_date"]).toordinal() for r in rows]
    last = [datetime.date.fromisoformat(r["end_date"]).toordinal() for r in rows]
    ax.barh(range(len(rows)), [max(b - a, 1) for a, b in zip(first, last)], left=first)


def cumulative(ax):
    rows = table("reach_by_month")
    ax.bar([r["month"] for r in rows], [number(r["new"]) for r in rows])
    ax.plot([r["month"] for r in rows], [number(r["cumulative"]) for r in rows], marker="o")


def comuni(ax):
    rows = table("reach_by_comune")
    ax.scatter([i % 10 for i in range(len(rows))], [i // 10 for i in range(len(rows))], c=[number(r["participants"]) for r in rows], marker="h", s=1500, cmap="Blues")
    for i, r in enumerate(rows):
        ax.text(i % 10, i // 10, r["name"][:8], ha="center", va="center", fontsize=7)


def coverage(ax):
    bars(ax, table("coverage_by_zone"), "zone", "comuni", "covered")


def heat(ax):
    grid(ax, [r for r in table("area_by_zone") if r["area"] and r["zone"]], "area", "zone", "participants")


def partners(ax):
    grid(ax, table("partner_by_month"), "month", "partner", "interventions")


def completion(ax):
    bars(ax, table("completion_by_area"), "area", "enrolled", "attended", "completed", "certified")


def profile(ax):
    rows = table("profile_gender_age")
    ages = list(dict.fromkeys(r["band"] for r in rows))
    for gender, sign in (("F", -1), ("M", 1)):
        ax.barh(ages, [sign * sum(number(r["participants"]) for r in rows if r["gender"] == gender and r["band"] == a) for a in ages])


def roles(ax):
    bars(ax, table("profile_role"), "role", "participants")


def services(ax):
    bars(ax, table("services_by_kind"), "service_kind", "services")


def learning(ax):
    rows = table("learning_gain")
    for i, r in enumerate(rows):
        ax.plot([number(r["before"]), number(r["after"])], [i, i], marker="o")
    ax.set_yticks(range(len(rows)), [r["area"] or "n.d." for r in rows])


def satisfaction(ax):
    rows = table("satisfaction")
    areas = list(dict.fromkeys(r["area"] for r in rows))
    left = [0.0] * len(areas)
    for band in ("high", "medium", "low"):
        part = [sum(number(r["share"]) for r in rows if r["area"] == a and r["band"] == band) for a in areas]
        ax.barh(range(len(areas)), part, left=left)
        left = [a + b for a, b in zip(left, part)]
    ax.set_yticks(range(len(areas)), [a or "n.d." for a in areas])


def inequality(ax):
    rows = table("inequality")
    ax.plot([number(r["residents_share"]) for r in rows], [number(r["participants_share"]) for r in rows])
    ax.plot([0, 1], [0, 1], "--")


def targets(ax):
    bars(ax, table("targets"), "measure", "share")


figures = [numbers, calendar, cumulative, comuni, coverage, heat, partners, completion, profile, roles, services, learning, satisfaction, inequality, targets]
for at, draw in enumerate(figures, 1):
    for cut, size in (("", (19.2, 10.8)), ("-quadrato", (10.8, 10.8))):
        fig, ax = plt.subplots(figsize=size)
        draw(ax)
        ax.set_title(draw.__name__, loc="left", fontsize=24)
        for form in ("svg", "png", "pdf"):
            fig.savefig(os.path.join(out, f"{at:02d}{cut}.{form}"), dpi=200)
        plt.close(fig)
print(json.dumps({"figures": len(figures), "files": len(os.listdir(out)), "seconds": time.perf_counter() - start, "matplotlib": matplotlib.__version__}))
