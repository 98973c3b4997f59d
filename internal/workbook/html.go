package workbook

import "context"

func openHTML(ctx context.Context, in *input) (Book, error)    { return nil, unsupported("HTML") }
func openSheetML(ctx context.Context, in *input) (Book, error) { return nil, unsupported("XML") }
