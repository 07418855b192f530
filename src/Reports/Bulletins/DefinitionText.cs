using System.Text.RegularExpressions;
using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>Reads the texts of a definition.</summary>
internal static partial class DefinitionText
{
    // What spreadsheet programs take for the start of a formula (OWASP, "CSV Injection").
    private const string Triggers = "=+-@\t\r";

    public static Text Read(DefinitionNode? node)
    {
        if (node is null || !node.IsObject("tr", "en"))
        {
            return new Text("?", "?");
        }

        return new Text(ReadOne(node.Need("tr")), ReadOne(node.Need("en")));
    }

    /// <summary>A text with placeholders; both languages must have the same ones.</summary>
    public static Text ReadTemplate(DefinitionNode? node)
    {
        var text = Read(node);
        var tr = PlaceholdersOf(text.Tr);
        var en = PlaceholdersOf(text.En);
        if (node is not null && (!tr.SequenceEqual(en, StringComparer.Ordinal) || tr.Except(FindingPlaceholders.All, StringComparer.Ordinal).Any()))
        {
            node.Report(BulletinProblemCode.WrongPlaceholder, string.Join(", ", FindingPlaceholders.All));
        }

        return text;
    }

    private static string ReadOne(DefinitionNode? node)
    {
        if (node is null)
        {
            return "?";
        }

        var text = node.ReadString();
        if (text.Length > 0 && Triggers.Contains(text[0], StringComparison.Ordinal))
        {
            node.Report(BulletinProblemCode.LooksLikeFormula);
        }

        return text;
    }

    private static string[] PlaceholdersOf(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
