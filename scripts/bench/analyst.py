"""The whole job as a good analyst would write it by hand, for four partners whose registers are clean:
analyst.py INBOX OUT. It reads with calamine, cleans with polars, counts with DuckDB, draws with matplotlib
and leaves what formare leaves: Parquet, indicators as CSV and Arrow, seven figures in two sizes and three formats.

It knows the four layouts by heart. It finds no fault in a cell, protects no small counts, keeps no track of what
was sent again, links people by name and birth date alone, and reads everything again every time.
"""
import datetime, glob, json, os, sys, unicodedata

import duckdb, matplotlib, polars as pl, python_calamine

matplotlib.use("Agg")
import matplotlib.pyplot as plt

inbox, out = sys.argv[1], sys.argv[2]

# What a column means, by its header in the four layouts.
FIELDS = {
    "code": ["COD. CORSO", "Cod. corso", "Codice corso"],
    "title": ["TITOLO CORSO", "Titolo del corso", "Titolo corso", "Course title", "Titolo"],
    "edition": ["Edizione"],
    "area": ["AREA", "Area tematica", "Area"],
    "start": ["DATA INIZIO", "Data inizio", "Start date"],
    "end": ["DATA FINE", "Data fine", "End date"],
    "planned": ["ORE PREV.", "Ore previste"],
    "delivered": ["Ore erogate"],
    "surname": ["COGNOME", "Cognome", "Last name"],
    "given": ["NOME", "Nome", "First name"],
    "name": ["Cognome e Nome", "Nominativo"],
    "birth": ["DATA NASC.", "Data di nascita", "Date of birth"],
    "cf": ["COD. FISC.", "Cod. fiscale", "Codice fiscale"],
    "sex": ["SESSO", "Genere", "Gender", "Sesso"],
    "role": ["QUALIFICA", "Ruolo", "Qualifica"],
    "service": ["SERVIZIO", "Servizio di appartenenza", "Servizio"],
    "comune": ["COMUNE LAVORO", "Comune di servizio", "Comune"],
    "attended": ["ORE FREQ.", "Ore frequentate", "Hours attended"],
    "share": ["% presenza"],
    "outcome": ["ESITO", "Esito", "Status"],
    "certificate": ["ATTESTATO", "Attestato", "Certificate"],
}
MEANING = {header: field for field, headers in FIELDS.items() for header in headers}


def fold(text):
    """Upper case without accents, apostrophes and double blanks."""
    text = unicodedata.normalize("NFKD", str(text).upper().replace("'", "").replace("’", ""))
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())


def day(v):
    if isinstance(v, (datetime.datetime, datetime.date)):
        return datetime.date(v.year, v.month, v.day)
    v = str(v).strip()
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.datetime.strptime(v, form).date()
        except ValueError:
            pass
    return None


def hours(v):
    try:
        return float(str(v).replace(",", "."))
    except ValueError:
        return None


def share(v):
    percent = hours(str(v).rstrip("% "))
    return percent / 100 if percent is not None and "%" in str(v) else percent


def comune(v):
    v = str(v).split("(")[0].strip()
    v = fold(v[10:] if fold(v).startswith("COMUNE DI ") else v)
    return {"CASTIGLIONE D/L": "CASTIGLIONE DEL LAGO"}.get(v, v)


courses, people = [], []
for path in sorted(glob.glob(os.path.join(inbox, "**", "*.xlsx"), recursive=True)):
    partner = os.path.relpath(path, inbox).split(os.sep)[0]
    book = python_calamine.CalamineWorkbook.from_path(path)
    for sheet in book.sheet_names:
        rows = book.get_sheet_by_name(sheet).to_python()
        at = next((i for i, r in enumerate(rows) if sum(" ".join(str(c).split()) in MEANING for c in r) >= 5), None)
        if at is None:
            continue
        header = [MEANING.get(" ".join(str(c).split())) for c in rows[at]]
        for row in rows[at + 1:]:
            rec = {f: v for f, v in zip(header, row) if f and v != ""}
            title, edition = rec.get("title"), rec.get("edition")
            course = rec.get("code") or (title and edition and f"{title} ed. {edition}")
            if not course:
                continue
            if "start" in rec:
                courses.append((partner, str(course), str(title or ""), str(rec.get("area", "")), day(rec["start"]), day(rec.get("end", "")),
                                hours(rec.get("planned", "")), hours(rec.get("delivered", ""))))
            name = rec.get("name") or (f'{rec["surname"]} {rec["given"]}' if "surname" in rec and "given" in rec else None)
            if name:
                name = " ".join(sorted(fold(name).split()))  # some write the given name first
                people.append((partner, str(course), name, day(rec.get("birth", "")), str(rec.get("cf", "")), str(rec.get("sex", ""))[:1].upper(),
                               str(rec.get("role", "")), fold(rec.get("service", "")), comune(rec.get("comune", "")), hours(rec.get("attended", "")), share(rec.get("share", "")),
                               str(rec.get("outcome", "")).lower(), str(rec.get("certificate", ""))[:1].lower() in ("s", "y")))

courses = pl.DataFrame(courses, orient="row", schema={"partner": pl.String, "course": pl.String, "title": pl.String, "area": pl.String,
                       "start": pl.Date, "end": pl.Date, "planned": pl.Float64, "delivered": pl.Float64})
courses = courses.group_by("partner", "course", maintain_order=True).agg(pl.all().drop_nulls().first())
people = pl.DataFrame(people, orient="row", schema={"partner": pl.String, "course": pl.String, "name": pl.String, "birth": pl.Date, "cf": pl.String,
                      "sex": pl.String, "role": pl.String, "service": pl.String, "comune": pl.String, "attended": pl.Float64,
                      "share": pl.Float64, "outcome": pl.String, "certificate": pl.Boolean})
people = people.with_columns(person=pl.concat_str("name", pl.col("birth").cast(pl.String), ignore_nulls=True).hash().cast(pl.Int64, wrap_numerical=True))

for folder in ("tables", "data", "figures"):
    os.makedirs(os.path.join(out, folder), exist_ok=True)
courses.write_parquet(os.path.join(out, "tables", "courses.parquet"))
people.drop("name", "cf").write_parquet(os.path.join(out, "tables", "enrolments.parquet"))

sql = duckdb.connect()
sql.register("courses", courses.to_arrow())
sql.register("people", people.to_arrow())
sql.execute("""
    CREATE TABLE course AS SELECT *, strftime(start, '%Y-%m') AS month FROM courses WHERE start BETWEEN DATE '2017-04-01' AND DATE '2018-03-31';
    CREATE TABLE fact AS
      SELECT p.* REPLACE (coalesce(attended, share * planned) AS attended), c.area, c.month, c.start FROM people p JOIN course c USING (partner, course);
    CREATE TABLE reached AS SELECT * FROM fact WHERE attended >= 1 OR outcome IN ('completato', 'completed', 'attended', 'frequentante');
    CREATE TABLE person AS
      SELECT person, arg_max(comune, start) AS comune, arg_max(service, start) AS service, arg_max(role, start) AS role, arg_max(sex, start) AS sex,
             min(month) AS first_month, extract(year FROM min(birth)) AS born FROM reached GROUP BY person;
""")
INDICATORS = {
    "headline": """SELECT 'interventions' AS measure, CAST(count(*) AS DOUBLE) AS value FROM course
        UNION ALL SELECT 'hours_delivered', sum(coalesce(delivered, planned)) FROM course
        UNION ALL SELECT 'participants', count(*) FROM person
        UNION ALL SELECT 'services', count(DISTINCT service) FROM person
        UNION ALL SELECT 'comuni_covered', count(DISTINCT comune) FROM person
        UNION ALL SELECT 'enrolments', count(DISTINCT (person, partner, course)) FROM fact
        UNION ALL SELECT 'person_hours', sum(attended) FROM fact""",
    "reach_by_month": "SELECT first_month AS month, count(*) AS new, sum(count(*)) OVER (ORDER BY first_month) AS cumulative FROM person GROUP BY 1 ORDER BY 1",
    "reach_by_comune": "SELECT comune, count(*) AS participants FROM person GROUP BY 1 ORDER BY 2 DESC, 1",
    "reach_by_area": "SELECT area, count(DISTINCT person) AS participants, sum(attended) AS hours FROM reached GROUP BY 1 ORDER BY 1",
    "area_by_comune": "SELECT area, comune, count(DISTINCT person) AS participants FROM reached GROUP BY 1, 2 ORDER BY 1, 2",
    "partner_by_month": "SELECT partner, month, count(DISTINCT course) AS interventions, count(DISTINCT person) AS participants FROM reached GROUP BY 1, 2 ORDER BY 1, 2",
    "course_calendar": "SELECT partner, course, area, start, \"end\", coalesce(delivered, planned) AS hours FROM course ORDER BY start, partner, course",
    "profile_role": "SELECT role, count(*) AS participants FROM person GROUP BY 1 ORDER BY 2 DESC, 1",
    "profile_gender_age": "SELECT sex, (2018 - born) // 10 * 10 AS age, count(*) AS participants FROM person GROUP BY 1, 2 ORDER BY 1, 2",
    "completion_by_area": "SELECT area, count(*) AS attended, count(*) FILTER (certificate) AS certified FROM reached GROUP BY 1 ORDER BY 1",
    "services": "SELECT service, count(*) AS participants FROM person GROUP BY 1 ORDER BY 2 DESC, 1",
}
tables = {}
for name, query in INDICATORS.items():
    tables[name] = sql.sql(query).pl()
    tables[name].write_csv(os.path.join(out, "data", name + ".csv"))
    tables[name].write_ipc(os.path.join(out, "data", name + ".arrow"))


def numbers(ax):
    ax.axis("off")
    for i, (measure, value) in enumerate(tables["headline"].head(4).iter_rows()):
        ax.text(0.125 + i / 4, 0.5, f"{value:,.0f}", ha="center", fontsize=44, weight="bold")
        ax.text(0.125 + i / 4, 0.35, measure, ha="center", fontsize=16)


def calendar(ax):
    t = tables["course_calendar"].head(120)
    ax.barh(range(len(t)), [max((e - s).days, 1) for s, e in zip(t["start"], t["end"])], left=[s.toordinal() for s in t["start"]])


def cumulative(ax):
    t = tables["reach_by_month"]
    ax.bar(t["month"].to_list(), t["new"].to_list())
    ax.plot(t["month"].to_list(), t["cumulative"].to_list(), marker="o")


def comuni(ax):
    t = tables["reach_by_comune"]
    side = 10
    ax.scatter([i % side for i in range(len(t))], [i // side for i in range(len(t))], c=t["participants"].to_list(), marker="h", s=1500)
    for i, (name, n) in enumerate(t.iter_rows()):
        ax.text(i % side, i // side, f"{name[:8]}\n{n}", ha="center", va="center", fontsize=7)


def coverage(ax):
    t = tables["reach_by_comune"].head(30)
    ax.barh(t["comune"].to_list(), t["participants"].to_list())


def heat(ax):
    t = tables["area_by_comune"].pivot("comune", index="area", values="participants").fill_null(0)
    ax.imshow(t.drop("area").to_numpy(), aspect="auto")
    ax.set_yticks(range(len(t)), t["area"].to_list())


def partners(ax):
    for partner, t in tables["partner_by_month"].group_by("partner", maintain_order=True):
        ax.plot(t["month"].to_list(), t["interventions"].to_list(), marker="s", label=partner[0])
    ax.legend()


for number, draw in enumerate([numbers, calendar, cumulative, comuni, coverage, heat, partners], 1):
    for cut, size in (("", (19.2, 10.8)), ("-quadrato", (10.8, 10.8))):
        fig, ax = plt.subplots(figsize=size)
        draw(ax)
        ax.set_title(draw.__name__, loc="left", fontsize=24)
        for form in ("svg", "png", "pdf"):
            fig.savefig(os.path.join(out, "figures", f"{number:02d}{cut}.{form}"), dpi=200)
        plt.close(fig)

print(json.dumps(dict(tables["headline"].iter_rows())))
