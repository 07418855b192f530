using Publication.Tables;

namespace Host.Cli;

/// <summary>
/// The language of messages: <c>--lang</c>, else <c>REPORTING__Language</c>, else the language of the machine where it is one of ours (LC_ALL, LC_MESSAGES, LANG),
/// else English. Found before anything is parsed, so that help and complaints about usage come in it too.
/// </summary>
internal static class CallerLanguage
{
    public static Language Find(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        for (var i = 0; i < arguments.Count && !string.Equals(arguments[i], "--", StringComparison.Ordinal); i++)
        {
            var value = arguments[i].StartsWith("--lang=", StringComparison.Ordinal) ? arguments[i]["--lang=".Length..]
                : string.Equals(arguments[i], "--lang", StringComparison.Ordinal) && i + 1 < arguments.Count ? arguments[i + 1]
                : null;
            if (Parse(value) is { } asked)
            {
                return asked;
            }
        }

        string[] names = ["REPORTING__Language", "LC_ALL", "LC_MESSAGES", "LANG"];
        foreach (var name in names)
        {
            if (Parse(environment.GetValueOrDefault(name)) is { } found)
            {
                return found;
            }
        }

        return Language.En;
    }

    private static Language? Parse(string? value) => value switch
    {
        _ when value is null => null,
        _ when value.StartsWith("tr", StringComparison.OrdinalIgnoreCase) => Language.Tr,
        _ when value.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Language.En,
        _ => null,
    };
}
