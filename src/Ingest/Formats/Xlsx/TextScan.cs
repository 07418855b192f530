using System.Xml;
using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>Reads a part that holds no cells (shared strings, styles) for document types and overlong texts.</summary>
internal static class TextScan
{
    public static void Scan(Stream part, ReadLimits limits, CancellationToken ct)
    {
        using XmlReader reader = PartReader.Open(part);
        char[] piece = new char[1024];
        for (int nodes = 1; reader.Read(); nodes++)
        {
            if (nodes % 65536 == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                && PartReader.TextLength(reader, piece, limits.CellBytes) > limits.CellBytes)
            {
                throw new WorkbookRefusedException(RuleCode.WorkbookCellTooLong);
            }
        }
    }
}
