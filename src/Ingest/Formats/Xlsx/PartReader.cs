using System.Xml;

namespace Ingest.Formats.Xlsx;

/// <summary>Opens a part of a workbook as XML without anything that could reach out of it or grow it.</summary>
internal static class PartReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = false,
    };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>The length of a text node in characters, read in pieces so that no long one is ever whole in memory.</summary>
    public static int TextLength(XmlReader reader, char[] piece, int limit)
    {
        int length = 0;
        int read;
        while (length <= limit && (read = reader.ReadValueChunk(piece, 0, piece.Length)) > 0)
        {
            length += read;
        }

        return length;
    }
}
