using Publication.Tables;

namespace Host.Cli;

/// <summary>
/// The language of messages: <c>--lang</c>, else <c>REPORTING__Language</c>, else the setting, else that of the machine where it is one of ours (LC_ALL,
/// LC_MESSAGES, LANG), else English. Found before anything is parsed, so that help and complaints about usage come in it too.
/// </summary>
internal static class CallerLanguage
{
    /// <param name="arguments">What was typed.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="setting">The language of the settings file; null where it names none.</param>
    public static Language Find(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string? setting = null)
    {
        if (Parse(Typed(arguments, "--lang")) is { } asked)
        {
            return asked;
        }

        string?[] places =
        [
            environment.GetValueOrDefault("REPORTING__Language"), setting, environment.GetValueOrDefault("LC_ALL"),
            environment.GetValueOrDefault("LC_MESSAGES"), environment.GetValueOrDefault("LANG"),
        ];
        return places.Select(Parse).FirstOrDefault(l => l is not null) ?? Language.En;
    }

    /// <summary>The value that was typed for an option; null where there is none.</summary>
    public static string? Typed(IReadOnlyList<string> arguments, string option)
    {
        for (var i = 0; i < arguments.Count && !string.Equals(arguments[i], "--", StringComparison.Ordinal); i++)
        {
            if (arguments[i].StartsWith(option + "=", StringComparison.Ordinal))
            {
                return arguments[i][(option.Length + 1)..];
            }

            if (string.Equals(arguments[i], option, StringComparison.Ordinal) && i + 1 < arguments.Count)
            {
                return arguments[i + 1];
            }
        }

        return null;
    }

    private static Language? Parse(string? value) => value switch
    {
        _ when value is null => null,
        _ when value.StartsWith("tr", StringComparison.OrdinalIgnoreCase) => Language.Tr,
        _ when value.StartsWith("en", StringComparison.OrdinalIgnoreCase) => Language.En,
        _ => null,
    };
}
