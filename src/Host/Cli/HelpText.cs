using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Host.Texts;

namespace Host.Cli;

/// <summary>
/// The help of the program and of each verb, wholly in the language of the caller: the library's own knows Turkish in part only. Every required option stands
/// in the usage line.
/// </summary>
internal sealed class HelpText(Messages messages) : SynchronousCommandLineAction
{
    private const string Indent = "  ";

    /// <summary>Puts this help in the place of the library's, on a root command and all below it.</summary>
    public static void Take(RootCommand root, Messages messages)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = messages["OptionHelp"];
                    help.Action = new HelpText(messages);
                    break;
                case VersionOption version:
                    version.Description = messages["OptionVersion"];
                    break;
            }
        }
    }

    /// <summary>Help is given whatever else was typed.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.RootCommandResult.Command, parseResult.InvocationConfiguration.Output);
        return 0;
    }

    /// <summary>Writes the help of a command.</summary>
    public void Write(Command command, Command root, TextWriter output)
    {
        var isRoot = ReferenceEquals(command, root);
        output.Write($"{command.Description}\n\n{messages["HelpUsage"]}\n{Indent}{Usage(command, isRoot)}\n");
        Section(output, "HelpCommands", command.Subcommands.Select(c => (Called(c), c.Description)));
        Section(output, "HelpArguments", command.Arguments.Select(a => ($"<{a.Name}>", a.Description)));
        Section(output, "HelpOptions", (isRoot ? [] : command.Options).Select(o => (Called(o), o.Description)));
        Section(output, "HelpOptionsOfAll", root.Options.Where(o => isRoot || o is not VersionOption).Select(o => (Called(o), o.Description)));
        output.Write($"\n{messages["HelpExitCodes"]}\n");
    }

    private string Usage(Command command, bool isRoot) => isRoot
        ? $"reporting {messages["HelpCommandPlace"]}"
        : string.Join(' ', [
            "reporting",
            command.Name,
            .. command.Arguments.Select(a => $"<{a.Name}>"),
            .. command.Options.Where(o => o.Required).Select(Called),
            messages["HelpOptionsPlace"],
        ]);

    private static string Called(Command command) => string.Join(' ', [command.Name, .. command.Arguments.Select(a => $"<{a.Name}>")]);

    private static string Called(Option option) => option.HelpName is { Length: > 0 } value ? $"{option.Name} <{value}>" : option.Name;

    private void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var width = all.Max(l => l.Name.Length);
        output.Write($"\n{messages[title]}\n");
        foreach (var (name, text) in all)
        {
            output.Write($"{Indent}{name.PadRight(width)}{Indent}{text}\n");
        }
    }
}
