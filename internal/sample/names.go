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
	foreignF = names(`Fatima Amina Olena Svitlana Elira Mirela Ionela Ioana Mihaela Blessing Xhensila Samira Nadia Khadija
Yesenia Luz_Marina Ana_Maria Liudmila Teodora Jasmine Ndeye Irina Natalia Daniela Sanaa Zineb Valbona`)
	foreignM = names(`Ahmed Mohamed Arben Besnik Dritan Ionut Bogdan Andriy Youssef Rachid Omar Moussa Ibrahima Carlos
Jorge Kwame Emeka Ervin Artan Karim`)
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
	surnamesX = names(`Hoxha Shehu Kola Dervishi Gjoka Prifti Popescu Ionescu Dumitru Munteanu Stan Radu Shevchenko
Kovalenko Bondarenko Melnyk El_Amrani Benali Haddad Chakir Bouzid Diallo Ndiaye Sarr Okafor Mensah Owusu Garcia_Lopez
Quispe Rodriguez Vargas Ramirez Petrova Ivanova Begum Hossain Ahmeti Krasniqi Bytyqi Traore`)
	// Where people born abroad come from, with the country's code in a codice fiscale.
	countries = [][2]string{
		{"Albania", "Z100"}, {"Romania", "Z129"}, {"Marocco", "Z330"}, {"Ucraina", "Z138"}, {"Ecuador", "Z605"},
		{"Senegal", "Z343"}, {"Nigeria", "Z335"}, {"Perù", "Z611"}, {"Bangladesh", "Z249"}, {"Tunisia", "Z352"},
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
