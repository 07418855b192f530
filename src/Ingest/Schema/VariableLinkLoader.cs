using System.Text.Json.Serialization;

namespace Ingest.Schema;

/// <summary>Reads <c>links.json</c>; every code must exist in its list.</summary>
internal static class VariableLinkLoader
{
    public static IReadOnlyList<VariableLink> Load(string file, IReadOnlyList<CodeList> lists)
    {
        LinkFile content = DataFiles.Read<LinkFile>(file);
        if (content.SchemaVersion != 1)
        {
            throw DataFileException.In(file, "unknown schemaVersion");
        }

        return [.. content.Links.Select(link => Link(file, link, lists))];
    }

    private static VariableLink Link(string file, LinkPart link, IReadOnlyList<CodeList> lists)
    {
        (string ifVariable, IReadOnlyList<string> ifCodes) = Side(file, link.If, lists);
        (string thenVariable, IReadOnlyList<string> thenCodes) = Side(file, link.Then, lists);
        return new VariableLink(ifVariable, ifCodes, thenVariable, thenCodes, link.Both);
    }

    private static (string Variable, IReadOnlyList<string> Codes) Side(
        string file, IReadOnlyDictionary<string, IReadOnlyList<string>> side, IReadOnlyList<CodeList> lists)
    {
        if (side.Count != 1)
        {
            throw DataFileException.In(file, "a side of a link names one variable");
        }

        (string variable, IReadOnlyList<string> codes) = side.First();
        CodeList? list = lists.FirstOrDefault(l => l.Variable == variable);
        return list is not null && codes.All(code => list.IndexOf(code) >= 0)
            ? (variable, codes)
            : throw DataFileException.In(file, $"{variable}: unknown variable or code");
    }

    private sealed class LinkFile
    {
        public required int SchemaVersion { get; init; }

        public required IReadOnlyList<LinkPart> Links { get; init; }
    }

    private sealed class LinkPart
    {
        public required IReadOnlyDictionary<string, IReadOnlyList<string>> If { get; init; }

        public required IReadOnlyDictionary<string, IReadOnlyList<string>> Then { get; init; }

        public bool Both { get; init; }
    }
}
