package normalise

// A pending row is an enrolment that waits for the end of its source.
type pending struct {
	Enrolment
	course *course
	table  *tableState

	number   int32   // of the row in its table
	hoursCol int16   // column of the hours attended, as Excel counts; 0 for none
	shareCol int16   // of a share of presence
	fullName string  // folded words of a full name whose order is not known yet
	scores   [4]mark // by scaled column; scale 0 and value 0 for none
	scoreCol [4]int16
	has      [4]bool
	birthCol int16 // of a date of birth whose day and month could change places; 0 for none
	noCert   bool  // the certificate's cell is empty

	day      Date     // of a row that is a person and a day
	length   *float64 // of that day, where the row tells it
	dayHours *float64 // attended on it, where the row tells them
	present  bool     // on that day

	firstMark, marks int32 // of the table's session marks
}

// chunks keep pending rows without moving them.
type chunks struct {
	list [][]pending
	n    int
}

const chunkRows = 512

func (c *chunks) add() *pending {
	if c.n%chunkRows == 0 {
		c.list = append(c.list, make([]pending, chunkRows))
	}
	p := &c.list[len(c.list)-1][c.n%chunkRows]
	c.n++
	return p
}

// visit visits the rows in order.
func (c *chunks) visit(see func(*pending)) {
	for i := range c.n {
		see(&c.list[i/chunkRows][i%chunkRows])
	}
}

// each visits the rows in order and lets go of those done.
func (c *chunks) each(visit func(*pending) error) error {
	left := c.n
	for i, rows := range c.list {
		for j := range rows[:min(left, chunkRows)] {
			if err := visit(&rows[j]); err != nil {
				return err
			}
		}
		left -= chunkRows
		c.list[i] = nil
	}
	return nil
}

// at gives the place of a cell of the row by its column in the table; 0 for the row itself.
func (p *pending) at(col int) place {
	if p.table.of.Across && col > 0 {
		return place{p.Sheet, col, int(p.number)}
	}
	return place{p.Sheet, p.Row, col}
}
