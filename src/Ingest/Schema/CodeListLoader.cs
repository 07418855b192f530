using System.Text.RegularExpressions;

namespace Ingest.Schema;

/// <summary>Turns a code list's data file into a <see cref="CodeList"/>, refusing what would make a code ambiguous.</summary>
internal static partial class CodeListLoader
{
    public const int NewestSchema = 1;

    public static CodeList Load(string file)
    {
        CodeListFile content = DataFiles.Read<CodeListFile>(file);
        Require(content.SchemaVersion is >= 1 and <= NewestSchema, file, "unknown schemaVersion");
        Require(content.Codes.Count is > 0 and < CodeList.MaximumLeaves, file, "number of codes");
        Require(content.Codes.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() == content.Codes.Count, file, "a code twice");
        Require(content.NotCollectedAs is null || content.Codes.Any(c => c.Code == content.NotCollectedAs), file, "notCollectedAs");

        var codes = new CodeEntry[content.Codes.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            CodeListFile.CodePart part = content.Codes[i];
            RequireNode(file, part.Code, part.Tr, part.En);
            Require(part.Parents.Count == content.Levels.Count, file, $"{part.Code}: one parent for each level");
            codes[i] = new CodeEntry(part.Code, new Label(part.Tr, part.En), part.Parents);
        }

        CodeLevel[] levels = [.. content.Levels.Select((level, depth) => Level(file, level, depth, codes))];
        RequireUniqueOverLevels(file, codes, levels);
        return new CodeList(
            content.Variable, content.Vintage, content.Label, codes, levels, Spellings(file, content), content.NotCollectedAs);
    }

    private static CodeLevel Level(string file, CodeListFile.LevelPart part, int depth, CodeEntry[] codes)
    {
        var nodes = new List<CodeNode>(part.Nodes.Count);
        var index = new Dictionary<string, byte>(StringComparer.Ordinal);
        foreach (CodeListFile.NodePart node in part.Nodes)
        {
            RequireNode(file, node.Code, node.Tr, node.En);
            Require(index.TryAdd(node.Code, (byte)nodes.Count), file, $"{node.Code} twice on level {part.Id}");
            nodes.Add(new CodeNode(node.Code, new Label(node.Tr, node.En)));
        }

        var nodeOfLeaf = new byte[codes.Length];
        for (int leaf = 0; leaf < codes.Length; leaf++)
        {
            string parent = codes[leaf].Parents[depth];
            Require(index.ContainsKey(parent), file, $"{codes[leaf].Code}: no node {parent} on level {part.Id}");
            nodeOfLeaf[leaf] = index[parent];
        }

        return new CodeLevel(part.Id, new Label(part.Tr, part.En), nodes, nodeOfLeaf);
    }

    /// <summary>A code means one set of leaves on whatever level it is met, or the engine could not tell two cells apart.</summary>
    private static void RequireUniqueOverLevels(string file, CodeEntry[] codes, CodeLevel[] levels)
    {
        var leavesOf = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int leaf = 0; leaf < codes.Length; leaf++)
        {
            leavesOf.Add(codes[leaf].Code, leaf.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (CodeLevel level in levels)
        {
            for (int node = 0; node < level.Nodes.Count; node++)
            {
                string members = string.Join(',', Enumerable.Range(0, codes.Length).Where(leaf => level.NodeOfLeaf[leaf] == node));
                string code = level.Nodes[node].Code;
                Require(leavesOf.TryAdd(code, members) || leavesOf[code] == members, file, $"{code} has two meanings");
            }
        }
    }

    private static Dictionary<string, byte> Spellings(string file, CodeListFile content)
    {
        var spellings = new Dictionary<string, byte>(StringComparer.Ordinal);
        for (int i = 0; i < content.Codes.Count; i++)
        {
            CodeListFile.CodePart part = content.Codes[i];
            IEnumerable<string> all = [part.Code, part.Tr, part.En, .. part.Aliases.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => a.Value)];
            foreach (string folded in all.Select(LabelFold.Fold))
            {
                Require(spellings.TryAdd(folded, (byte)i) || spellings[folded] == i, file, $"{part.Code}: the spelling {folded} is taken");
            }
        }

        return spellings;
    }

    private static void RequireNode(string file, string code, string tr, string en)
    {
        Require(CodePattern().IsMatch(code), file, $"{code}: codes are upper-case letters, digits and hyphens");

        // Labels reach workbooks and CSV files: what a spreadsheet would run as a formula is refused here, once.
        Require(IsSafeLabel(tr) && IsSafeLabel(en), file, $"{code}: label");
    }

    private static bool IsSafeLabel(string label) => label.Length > 0 && !"=@+-\t\r".Contains(label[0], StringComparison.Ordinal);

    private static void Require(bool holds, string file, string what)
    {
        if (!holds)
        {
            throw DataFileException.In(file, what);
        }
    }

    [GeneratedRegex("^[A-Z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
