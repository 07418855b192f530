using System.CommandLine;
using System.Text.RegularExpressions;
using Host.Cli;
using Host.Texts;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>Every command that a document shows is one that the program takes, options included. What it then does is tested elsewhere.</summary>
public sealed partial class DocumentedCommandTests
{
    public static TheoryData<string> ShownCommands =>
        [.. SourceTree.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(f => Shown().Matches(SourceTree.Read(f)))
            .Select(m => m.Groups["arguments"].Value.Trim())
            .Where(c => c.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ShownCommands))]
    public void ShownCommand_IsTaken(string command)
    {
        var messages = Messages.In(Language.En);
        var root = new RootCommand();
        new GlobalOptions(messages).AddTo(root);
        foreach (var verb in VerbCatalogue.All())
            root.Add(verb.Describe(messages));

        var parsed = root.Parse(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // A verb named alone, as in "reporting sample makes any amount", stands for the verb and not for a whole command line.
        var problems = command.Contains(' ', StringComparison.Ordinal) ? parsed.Errors.Select(e => e.Message) : parsed.UnmatchedTokens;
        Assert.Empty(problems);
    }

    [GeneratedRegex(@"(?:^|`)(?:reporting|dotnet run -c Release --project src/Host --) (?<arguments>[^`#\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Shown();
}
