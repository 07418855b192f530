using System.CommandLine;
using System.CommandLine.Parsing;
using Host.Texts;

namespace Host.Cli;

/// <summary>What is wrong with a typed line, in the language of the caller; the parsing library says most of it in English only.</summary>
internal static class UsageComplaint
{
    public static IEnumerable<string> Of(ParseResult parse, Messages messages) => parse.UnmatchedTokens.Count > 0
        ? parse.UnmatchedTokens.Select(token => messages.Format("UsageUnknown", token))
        : parse.Errors.Select(error => messages.Format("UsageError", Sentence(error, messages))).Distinct(StringComparer.Ordinal);

    private static string Sentence(ParseError error, Messages messages) => error.SymbolResult switch
    {
        _ when error.Message == messages["CasesNegative"] => error.Message,
        OptionResult option => Sentence(option, messages),
        ArgumentResult { Parent: OptionResult option } => Sentence(option, messages),
        ArgumentResult argument => messages.Format("UsageArgumentMissing", argument.Argument.Name),
        CommandResult => messages["UsageArguments"],
        _ => error.Message,
    };

    private static string Sentence(OptionResult option, Messages messages) => option switch
    {
        { IdentifierToken: null } => messages.Format("UsageOptionMissing", option.Option.Name),
        { Tokens.Count: 0 } => messages.Format("UsageValueMissing", option.Option.Name, option.Option.HelpName ?? ""),
        _ => messages.Format("UsageValueWrong", option.Option.Name, option.Option.HelpName ?? ""),
    };
}
