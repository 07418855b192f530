using System.Text.RegularExpressions;

namespace EndToEnd.Architecture;

/// <summary>The English words of an identifier: <c>CaseBatchReader</c> is case, batch, reader; <c>LowerCase</c> is no case of ours.</summary>
internal static partial class Words
{
    public static IReadOnlyList<string> Of(string identifier) =>
        [.. Word().Matches(identifier).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
