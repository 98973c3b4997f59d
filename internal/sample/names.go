package sample

import "strings"

// Lists of names that are common in Italy and among people who moved there. The persons made of them
// are invented.
var (
	givenF = names(`Maria Anna Giulia Francesca Chiara Laura Paola Federica Silvia Elena Roberta Cristina Daniela
Barbara Alessandra Simona Valentina Sara Monica Elisa Claudia Ilaria Martina Patrizia Antonella Sabrina Manuela Michela
Stefania Serena Lucia Giovanna Rita Rosanna Donatella Emanuela Marta Benedetta Eleonora Arianna Giorgia Lorenza Raffaella
Loredana Marina Tiziana Letizia Beatrice Irene Caterina Alessia Veronica Nicoletta Ornella Teresa Agnese Margherita Noemi
Maria_Grazia Anna_Maria Maria_Teresa Maria_Cristina Maria_Luisa Rosa_Maria Anna_Rita`)
	givenM = names(`Marco Andrea Francesco Alessandro Luca Matteo Paolo Giuseppe Roberto Stefano Simone Davide Fabio
Lorenzo Riccardo Antonio Massimo Claudio Daniele Mauro Giovanni Federico Enrico Michele Filippo Giorgio Sergio Emanuele
Alberto Maurizio Leonardo Mirko Niccolò Jacopo Tommaso Valerio Nicola Gabriele Diego Bruno Gian_Luca Gian_Paolo`)
	surnamesIT = names(`Rossi Bianchi Ricci Marini Fiorucci Bartolini Mencarelli Pelliccia Baldelli Cesarini Moretti
Pannacci Brunori Tini Cardinali Biagini Ceccarelli Proietti Santini Bazzucchi Galli Rosati Monacelli Passeri Fabbri Bellucci
Minelli Cecchini Lupi Fratini Ragni Tosti Trabalza Orsini Bastianelli Angeletti Pierotti Capoccia Vagnetti Gubbiotti Bravi
Mariani Paoletti Costantini Cruciani Sensi Alunni Bacchi Brizi Cappelletti Castellani Conti Crispoltoni Duranti Epifani
Falcinelli Fanelli Ferranti Filippucci Fortini Gambini Gentili Giombini Giulietti Goretti Grasselli Guerrini Lanari Lepri
Lucarelli Maccarelli Maiarelli Marcucci Marinelli Massetti Mattioli Mazzoni Meniconi Migliosi Mommi Moroni Natalini Nucci
Olivieri Ottaviani Pagliacci Palazzoni Palmerini Panfili Papini Pasquini Passerini Pauselli Pellegrini Petrini Piccioni
Pieroni Pompei Porzi Quaglia Radicchi Raspa Renzini Righetti Romani Roscini Rosignoli Rossetti Sabatini Salvatori Sargentini
Sbardella Scarponi Schiavoni Sebastiani Serafini Settimi Silvestri Sorbelli Spaccini Spinelli Stella Tardioli Tiberi Tittarelli
Tomassini Topini Trinari Trotta Valeri Vecchietti Venturi Vinti Vitali Zampolini Zucchini Zuccaccia Agostini Antonelli
Bonucci Burini Calandri Campanella Caporali Cavalletti Chiappini Ciani Cipriani Coletti Corradi Danielli Ercolani
De_Angelis De_Santis De_Luca Di_Matteo Di_Marco Del_Bianco Della_Torre Dell'Orso Dell'Aquila D'Amico D'Angelo D'Ascanio
Lo_Presti La_Rosa Dall'Oglio Degli_Esposti Paparelli-Sacchi Rondò Nicolò`)
)

// An origin is where somebody was born, with the names that are common there; code stands for the
// country in a codice fiscale, and is empty for Italy.
type origin struct {
	country, code        string
	women, men, surnames []string
}

var (
	italy   = &origin{"Italia", "", givenF, givenM, surnamesIT}
	origins = []*origin{
		{"Albania", "Z100", names("Elira Mirela Xhensila Valbona Drita Anila"), names("Arben Besnik Dritan Ervin Artan"),
			names("Hoxha Shehu Kola Dervishi Gjoka Prifti Krasniqi Ahmeti")},
		{"Romania", "Z129", names("Ionela Ioana Mihaela Gabriela Teodora Alina_Maria"), names("Ionut Bogdan Cristian Mihai"),
			names("Popescu Ionescu Dumitru Munteanu Stan Radu Lungu Stoica")},
		{"Ucraina", "Z138", names("Olena Svitlana Liudmila Oksana Natalia Iryna"), names("Andriy Oleh Taras"),
			names("Shevchenko Kovalenko Bondarenko Melnyk Tkachenko Kravchenko")},
		{"Marocco", "Z330", names("Fatima Amina Samira Khadija Sanaa Zineb Nadia"), names("Ahmed Mohamed Youssef Rachid Omar Karim"),
			names("El_Amrani Benali Haddad Chakir Bouzid El_Idrissi Tazi")},
		{"Nigeria", "Z335", names("Blessing Grace Joy Patience Faith"), names("Emeka Chinedu Samuel"), names("Okafor Eze Obi Adeyemi Nwosu")},
		{"Ecuador", "Z605", names("Yesenia Luz_Marina Ana_Maria Gladys Rosa_Elena"), names("Carlos Jorge Luis_Alberto"),
			names("Garcia_Lopez Quispe Rodriguez Vargas Ramirez Mendoza")},
		{"Senegal", "Z343", names("Ndeye Aissatou Awa"), names("Moussa Ibrahima Mamadou"), names("Diallo Ndiaye Sarr Diop Fall")},
	}
)

// words splits a list at its blanks.
func words(list string) []string { return strings.Fields(list) }

// names splits a list of names; an underscore stands for the blank inside one.
func names(list string) []string {
	out := words(list)
	for i, w := range out {
		out[i] = strings.ReplaceAll(w, "_", " ")
	}
	return out
}
