"""Writes the bench's workbooks: make.py FOLDER ROWS SMALL. The same bytes of data every time."""
import os, random, sys
import xlsxwriter

NAMES = ["Cognome", "Nome", "Codice fiscale", "Data di nascita", "Genere", "Ruolo", "Servizio", "Comune", "Corso", "Titolo",
         "Area", "Inizio", "Fine", "Ore previste", "Ore frequentate", "Esito", "Attestato", "Punteggio"]


def write(path, rows, seed):
    rnd = random.Random(seed)
    book = xlsxwriter.Workbook(path + ".part")
    sheet, day = book.add_worksheet("Dati"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, NAMES)
    for i in range(1, rows + 1):
        text, num = sheet.write_string, sheet.write_number
        text(i, 0, "Cognome%d" % rnd.randrange(4000)); text(i, 1, "Nome%d" % rnd.randrange(900))
        text(i, 2, "CF%014d" % rnd.randrange(60000)); num(i, 3, rnd.randrange(18000, 36000), day)
        text(i, 4, "FM"[i % 2]); text(i, 5, "Ruolo %d" % (i % 17)); text(i, 6, "Servizio %d" % rnd.randrange(500))
        text(i, 7, "Comune %d" % rnd.randrange(92)); text(i, 8, "C%03d" % (i % 81)); text(i, 9, "Titolo del corso numero %d" % (i % 81))
        text(i, 10, "Area %d" % (i % 5)); num(i, 11, 42826 + i % 360, day); num(i, 12, 42836 + i % 360, day)
        num(i, 13, 12); num(i, 14, rnd.randrange(25) / 2); text(i, 15, "completato" if rnd.random() > .2 else "ritirato")
        sheet.write_boolean(i, 16, rnd.random() > .3); num(i, 17, round(rnd.random() * 30, 2))
    book.close()
    os.rename(path + ".part", path)


folder, rows, small = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
big = os.path.join(folder, f"big-{rows}.xlsx")
if not os.path.exists(big):
    write(big, rows, 1)
many = os.path.join(folder, f"small-{small}")
os.makedirs(many, exist_ok=True)
for n in range(small):
    path = os.path.join(many, f"{n:04d}.xlsx")
    if not os.path.exists(path):
        write(path, 30, 1000 + n)
