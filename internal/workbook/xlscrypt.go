package workbook

// unlock gives the stream without its protection. data is the record that tells of it, at its place.
func (b *xlsBook) unlock(data []byte, at int, passwords []string) ([]byte, error) {
	if len(passwords) == 0 {
		return nil, ErrEncrypted
	}
	return nil, unsupported(".xls, password")
}
