using System.IO.Compression;
using System.Xml;
using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>Reads how the parts of a workbook hang together.</summary>
internal static class WorkbookParts
{
    private const string WorkbookPart = "xl/workbook.xml";
    private const string WorkbookRelations = "xl/_rels/workbook.xml.rels";

    /// <summary>Refuses relations that lead out of the file. A hyperlink is only text: Excel makes one of every e-mail address.</summary>
    public static void CheckRelations(Stream relations)
    {
        using XmlReader reader = PartReader.Open(relations);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship"
                && string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
            {
                throw new WorkbookRefusedException(RuleCode.ArchiveUnsafe);
            }
        }
    }

    /// <summary>The parts of the sheets in the order of the workbook; empty where the workbook does not say.</summary>
    public static IReadOnlyList<string> SheetsInOrder(ZipArchive archive, UnpackBudget budget)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Visit(archive, budget, WorkbookRelations, "Relationship", reader =>
        {
            if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        });
        var sheets = new List<string>();
        Visit(archive, budget, WorkbookPart, "sheet", reader =>
        {
            string? id = null;
            while (reader.MoveToNextAttribute())
            {
                id = reader.LocalName == "id" ? reader.Value : id;
            }

            sheets.Add(id is not null && targets.TryGetValue(id, out string? part) ? part : "");
        });
        return sheets;
    }

    private static void Visit(ZipArchive archive, UnpackBudget budget, string part, string element, Action<XmlReader> visit)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            throw new WorkbookRefusedException(RuleCode.WorkbookDamaged);
        }

        using var content = new LimitedStream(entry.Open(), budget);
        using XmlReader reader = PartReader.Open(content);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                visit(reader);
            }
        }
    }
}
