using System.CommandLine;
using Host.Outcomes;
using Host.Tabular;
using Host.Texts;

namespace Host.RecordFiles;

/// <summary>The attributes whose cells hold several values, and the delimiter between them.</summary>
internal static class MultipleOption
{
    private const string Name = "--multiple";
    private const string Form = "ATTR=C";

    public static Option<string[]> Describe(Messages messages) =>
        new(Name) { HelpName = Form, Description = messages["OptionMultiple"], AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };

    public static Outcome<Dictionary<string, char>> Read(string[]? typed)
    {
        var multiple = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (var pair in typed ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || DelimiterOption.Read(pair[(at + 1)..]) is not { } delimiter)
            {
                return new Failure(ExitCode.WrongUsage, "OptionValueWrong", Name, Form);
            }

            if (!multiple.TryAdd(pair[..at], delimiter))
            {
                return new Failure(ExitCode.WrongUsage, "ColumnDeclaredTwice", pair[..at]);
            }
        }

        return multiple;
    }
}
