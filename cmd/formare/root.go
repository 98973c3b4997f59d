package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"formare/internal/text"
	"formare/pipeline"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var failLevels = []string{"info", "warning", "error", "never"}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:                        "formare",
		Short:                      a.words.Msg("help.formare"),
		Long:                       a.words.Msg("help.formare.long"),
		SilenceErrors:              true,
		SilenceUsage:               true,
		Args:                       a.noArgs,
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	flags := root.PersistentFlags()
	flags.StringVar(&a.project, "project", ".", a.words.Msg("flag.project"))
	flags.StringVar(&a.lang, "lang", text.Languages[0], a.words.Msg("flag.lang"))
	flags.BoolVar(&a.json, "json", false, a.words.Msg("flag.json"))
	flags.BoolVarP(&a.quiet, "quiet", "q", false, a.words.Msg("flag.quiet"))
	flags.IntVar(&a.workers, "workers", 0, a.words.Msg("flag.workers"))
	flags.BoolP("help", "h", false, a.words.Msg("flag.help"))
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(a.runCommand(), a.checkCommand(), a.initCommand(), a.sampleCommand(), a.statusCommand(),
		a.queryCommand(), a.doubtsCommand(), a.templateCommand(), a.territoryCommand(), a.rulesCommand(), a.versionCommand())
	a.translate(root)
	suggestValues(root)
	return root
}

// unknownLanguage tells in the first language that there is no such other.
func unknownLanguage(lang string, stderr io.Writer) int {
	words, err := text.For(text.Languages[0])
	if err != nil {
		fmt.Fprintf(stderr, "formare: --lang: %v\n", err)
		return exitUsage
	}
	a := &app{stderr: stderr, words: words}
	a.tell(text.Errorf("usage.lang", nil, "value", lang))
	return exitUsage
}

// flagError tells what is wrong with a flag in the user's language.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		flag := "-" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() == "" {
			flag = "-" + flag
		}
		if near := nearestFlag(cmd, unknown.GetSpecifiedName()); near != "" {
			return usageError{text.Errorf("usage.flag-unknown-near", nil, "flag", flag, "near", "--"+near)}
		}
		return usageError{text.Errorf("usage.flag-unknown", nil, "flag", flag)}
	case errors.As(err, &bare):
		return usageError{text.Errorf("usage.flag-value", nil, "flag", "--"+bare.GetFlag().Name)}
	case errors.As(err, &wrong):
		return usageError{text.Errorf("usage.flag-wrong", nil, "flag", "--"+wrong.GetFlag().Name, "value", wrong.GetValue())}
	}
	return usageError{text.Errorf("usage.flag", err)}
}

// nearestFlag gives the flag that begins like a mistyped one, if there is just one.
func nearestFlag(cmd *cobra.Command, name string) string {
	var near []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if len(name) > 2 && (strings.HasPrefix(f.Name, name) || strings.HasPrefix(name, f.Name)) {
			near = append(near, f.Name)
		}
	})
	if len(near) != 1 {
		return ""
	}
	return near[0]
}

// suggestValues lets the shell complete what flags take.
func suggestValues(root *cobra.Command) {
	values := map[string][]string{"lang": text.Languages, "format": pipeline.QueryFormats, "fail-on": failLevels}
	valuesOf := func(cmd *cobra.Command, name string) []string {
		if cmd.Name() == "status" && name == "format" {
			return statusFormats
		}
		return values[name]
	}
	for _, cmd := range append([]*cobra.Command{root}, root.Commands()...) {
		for _, name := range []string{"lang", "format", "fail-on"} {
			if cmd.Flag(name) != nil && (cmd == root || name != "lang") {
				_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(valuesOf(cmd, name), cobra.ShellCompDirectiveNoFileComp))
			}
		}
		switch cmd.Name() {
		case "init", "sample":
			cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
				return nil, cobra.ShellCompDirectiveFilterDirs
			}
		case "query":
			cmd.ValidArgsFunction = cobra.NoFileCompletions
		}
	}
	_ = root.MarkPersistentFlagDirname("project")
}

// translate puts cobra's own words into the user's language.
func (a *app) translate(root *cobra.Command) {
	root.SetUsageTemplate(strings.NewReplacer(
		"Usage:", a.words.Msg("help.usage"), "Available Commands:", a.words.Msg("help.commands"),
		"Global Flags:", a.words.Msg("help.global"), "Flags:", a.words.Msg("help.flags"),
		"Aliases:", a.words.Msg("help.aliases"), "Examples:", a.words.Msg("help.examples"),
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`, a.words.Msg("help.more"),
		"{{.CommandPath}} [command]", "{{.CommandPath}} "+a.words.Msg("help.command"),
	).Replace(root.UsageTemplate()))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			a.translateHelp(c)
		case "completion":
			a.translateCompletion(c)
		}
	}
	a.useLines(root)
}

// useLines writes "[flags]" in the user's language.
func (a *app) useLines(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	cmd.Use += " " + a.words.Msg("help.options-word")
	for _, c := range cmd.Commands() {
		a.useLines(c)
	}
}

func (a *app) translateHelp(c *cobra.Command) {
	c.Use = "help " + a.words.Msg("help.command")
	c.Short, c.Long = a.words.Msg("help.help"), a.words.Msg("help.help.long")
	c.Run, c.RunE = nil, func(c *cobra.Command, args []string) error {
		topic, rest, err := c.Root().Find(args)
		if err != nil || topic == nil || len(rest) > 0 {
			return usageError{text.Errorf("usage.help", nil, "topic", strings.Join(args, " "))}
		}
		return topic.Help()
	}
}

func (a *app) translateCompletion(c *cobra.Command) {
	c.Short, c.Long = a.words.Msg("help.completion"), a.words.Msg("help.completion.long")
	var shells []string
	for _, shell := range c.Commands() {
		shells = append(shells, shell.Name())
		shell.Short = a.words.Msg("help.shell", "shell", shell.Name())
		shell.Long = shell.Short
		if f := shell.Flag("no-descriptions"); f != nil {
			f.Usage = a.words.Msg("flag.no-descriptions")
		}
	}
	c.Args, c.Run = nil, nil
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) > 0 && !slices.Contains(shells, args[0]) {
			return usageError{text.Errorf("usage.shell", nil, "shell", args[0])}
		}
		return c.Help()
	}
}

// noArgs refuses arguments; for the root, they are commands that do not exist.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !cmd.HasParent() {
		near := ""
		if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
			near = s[0]
		}
		if near != "" {
			return usageError{text.Errorf("usage.command-near", nil, "command", args[0], "near", near)}
		}
		return usageError{text.Errorf("usage.command", nil, "command", args[0])}
	}
	return usageError{text.Errorf("usage.arguments", nil, "command", cmd.Name(), "argument", args[0])}
}
