"""One reader on a workbook or a folder of workbooks: peers.py READER PATH [check].

Each gives what its users get: fastexcel an Arrow table, polars and pandas a frame, calamine rows. With
"check" it prints rows, cells and a checksum of the values, made as scripts/bench/sum.go makes it.
"""
import datetime, glob, os, sys, zlib

reader, path = sys.argv[1], sys.argv[2]
files = sorted(glob.glob(os.path.join(path, "*.xlsx"))) if os.path.isdir(path) else [path]
if reader == "fastexcel":
    import fastexcel
    load = lambda p: fastexcel.read_excel(p).load_sheet(0).to_arrow()
    columns = lambda t: ((n, t.column(n).to_pylist()) for n in t.schema.names)
elif reader == "polars":
    import polars
    load = polars.read_excel
    columns = lambda t: ((c.name, c.to_list()) for c in t.get_columns())
elif reader == "calamine":
    import python_calamine
    load = lambda p: python_calamine.CalamineWorkbook.from_path(p).get_sheet_by_index(0).to_python()
    columns = lambda rows: ((c[0], c[1:]) for c in map(list, zip(*rows)))
elif reader == "pandas":
    import pandas
    load = pandas.read_excel
    columns = lambda t: ((n, t[n].tolist()) for n in t.columns)
tables = [load(p) for p in files]

EPOCH = datetime.date(1899, 12, 30)


def shown(v):
    if v is None or v != v:
        return ""
    if isinstance(v, bool):
        return "1" if v else "0"
    if isinstance(v, datetime.datetime):
        v = v.date()
    if isinstance(v, datetime.date):
        v = (v - EPOCH).days
    if isinstance(v, float):
        v = int(v) if v == int(v) else repr(v)
    return str(v)


if "check" in sys.argv:
    rows = cells = check = 0
    known = {}
    for t in tables:
        n = 0
        for name, values in columns(t):
            n = len(values)
            for v in [name] + values:
                key = (type(v), v)
                if key not in known:
                    text = shown(v)
                    known[key] = zlib.crc32(text.encode()) if text else None
                if known[key] is not None:
                    cells += 1
                    check += known[key]
        rows += n
    print(rows, cells, "%016x" % (check % 2**64))
