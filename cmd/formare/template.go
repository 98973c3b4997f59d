package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
)

func (a *app) templateCommand() *cobra.Command {
	var partner, out string
	cmd := &cobra.Command{
		Use:   "template",
		Short: a.words.Msg("help.template"),
		Long:  a.words.Msg("help.template.long"),
		Args:  a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := a.config()
			if err != nil {
				return err
			}
			var book bytes.Buffer
			info, err := pipeline.Template(cmd.Context(), cfg, partner, &book)
			if err != nil {
				return err
			}
			if out == "-" {
				_, err := a.stdout.Write(book.Bytes())
				return err
			}
			if out == "" && info.Partner == "" {
				out = a.words.Msg("template.file-any")
			} else if out == "" {
				out = a.words.Msg("template.file", "partner", info.Partner)
			}
			if err := writeNew(out, book.Bytes()); err != nil {
				return err
			}
			return a.showTemplate(out, info)
		},
	}
	cmd.Flags().StringVar(&partner, "partner", "", a.words.Msg("flag.partner"))
	cmd.Flags().StringVar(&out, "out", "", a.words.Msg("flag.template-out"))
	return cmd
}

// writeNew leaves a file alone that is there: it may be one that somebody has filled in.
func writeNew(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return text.Errorf("template.exists", nil, "file", name)
	}
	if err == nil {
		_, err = f.Write(content)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return text.Errorf("template", err, "file", name)
	}
	return nil
}

func (a *app) showTemplate(file string, info *pipeline.TemplateInfo) error {
	if a.json {
		return a.writeJSON(struct {
			File string `json:"file"`
			*pipeline.TemplateInfo
		}{file, info})
	}
	if a.quiet {
		return nil
	}
	told := a.words.Msg("template.done", "file", visible(file))
	if info.Courses > 0 {
		told += " " + a.words.Count("template.courses-in", info.Courses)
	}
	_, err := fmt.Fprintln(a.stdout, told)
	return err
}
