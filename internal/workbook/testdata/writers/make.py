"""Writes one workbook's content with several programs: xlsxwriter and openpyxl (Python), then LibreOffice (soffice)
and Gnumeric (ssconvert) from xlsxwriter's file. Run in this folder; the test reads what lies here."""
import datetime, os, shutil, subprocess, tempfile
import openpyxl, xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

day, moment, hour = datetime.date(2017, 4, 1), datetime.datetime(2018, 3, 29, 9, 30), datetime.time(14, 45)
CELLS = [  # address, value, number format
    ("A1", "Cognome", None), ("B1", "Città", None), ("C1", "Ore", None), ("D1", "Inizio", None),
    ("A2", "D'Angelo & <figli> \"srl\"", None), ("B2", "  due spazi davanti", None), ("C2", 12.5, None), ("D2", day, "dd/mm/yyyy"),
    ("A3", "riga\ne ancora", None), ("B3", "Ñandú – 日本語 🙂", None), ("C3", -0.1, None), ("D3", moment, "dd/mm/yyyy hh:mm"),
    ("A4", "007", None), ("B4", "_x000D_ alla lettera", None), ("C4", 1234567890123456, None), ("D4", hour, "hh:mm"),
    ("A5", True, None), ("B5", False, None), ("C5", 0.75, "0%"), ("D5", 1e-7, "0.00E+00"),
    ("A6", "=1+2", None), ("B6", '=CONCATENATE("a","b")', None), ("C6", "=1/0", None), ("D6", "=TRUE()", None),
    ("A7", "unita su due", None), ("C7", 3, '#,##0.00 "€"'), ("D7", day, "mmmm yyyy"),
    ("A8", "x" * 300, None), ("C8", 0, None), ("D8", 1.0, None),
]
CACHED = {"A6": 3, "B6": "ab", "C6": "#DIV/0!", "D6": True}

book = xlsxwriter.Workbook("xlsxwriter.xlsx")
book.set_properties({"created": datetime.datetime(2017, 4, 1)})
sheet = book.add_worksheet("Registro")
for address, value, form in CELLS:
    style = book.add_format({"num_format": form}) if form else None
    if address == "A7":
        sheet.merge_range("A7:B7", value)
    elif address in CACHED:
        sheet.write_formula(address, value, style, CACHED[address])
    elif isinstance(value, (datetime.date, datetime.time)):
        sheet.write_datetime(address, value, style)
    elif isinstance(value, bool):
        sheet.write_boolean(address, value)
    elif isinstance(value, str):
        sheet.write_string(address, value)
    else:
        sheet.write_number(address, value, style)
bold = book.add_format({"bold": True})
sheet.write_rich_string("A9", "una parte ", bold, "in grassetto")
sheet.write_blank("B9", None, bold)
sheet.set_row(7, None, None, {"hidden": True})
sheet.set_column("D:D", None, None, {"hidden": True})
sheet.write_number("F20", 20)
second = book.add_worksheet("Nascosto")
second.hide()
second.write_string("B2", "Registro")
book.close()

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Registro"
for address, value, form in CELLS:
    sheet[address] = value
    if form:
        sheet[address].number_format = form
    if isinstance(value, str) and not value.startswith("="):
        sheet[address].data_type = "s"
sheet.merge_cells("A7:B7")
sheet["A9"] = CellRichText("una parte ", TextBlock(InlineFont(b=True), "in grassetto"))
sheet["B9"].font = openpyxl.styles.Font(bold=True)
sheet["F20"] = 20
sheet.row_dimensions[8].hidden = True
sheet.column_dimensions["D"].hidden = True
second = book.create_sheet("Nascosto")
second.sheet_state = "hidden"
second["B2"] = "Registro"
book.save("openpyxl.xlsx")

with tempfile.TemporaryDirectory() as temp:
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{temp}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", temp, "xlsxwriter.xlsx"], check=True)
    shutil.copy(os.path.join(temp, "xlsxwriter.xlsx"), "libreoffice.xlsx")
subprocess.run(["ssconvert", "--export-type=Gnumeric_Excel:xlsx2", "xlsxwriter.xlsx", "gnumeric.xlsx"], check=True)
