package deck

import "errors"

func (d *deck) useTemplate() error { return errors.New("not yet") }
