using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Ingest.Rules;

namespace Ingest.Formats.Csv;

/// <summary>A delimited text file, its encoding and delimiter found.</summary>
internal sealed class CsvSource : TableSource
{
    private readonly Stream file;
    private readonly ReadLimits limits;
    private readonly TextEncoding encoding;
    private readonly char delimiter;
    private readonly bool delimiterLine;

    private CsvSource(Stream file, ReadLimits limits, TextEncoding encoding, char delimiter, bool delimiterLine)
    {
        this.file = file;
        this.limits = limits;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.delimiterLine = delimiterLine;
    }

    public override FileFormat Format => FileFormat.Csv;

    public override string Dialect =>
        string.Create(CultureInfo.InvariantCulture, $"{encoding.Name}, {(delimiter == '\t' ? "TAB" : delimiter.ToString())}");

    public static bool TryOpen(
        Stream file, ReadLimits limits, CancellationToken ct, [NotNullWhen(true)] out TableSource? source, out FileFault fault)
    {
        source = null;
        if (!EncodingDetector.TryDetect(file, ct, out TextEncoding encoding, out fault))
        {
            return false;
        }

        try
        {
            (char delimiter, bool declared) = DelimiterDetector.Detect(file, encoding);
            if (!char.IsAscii(delimiter) || delimiter is '"' or '\r' or '\n')
            {
                fault = new FileFault(RuleCode.FormatUnknown);
                return false;
            }

            source = new CsvSource(file, limits, encoding, delimiter, declared);
            return true;
        }
        catch (DecoderFallbackException)
        {
            // Dropped on purpose: the message holds the bytes.
            fault = new FileFault(RuleCode.EncodingUnknown);
            return false;
        }
    }

    public override RowReader OpenSheet(int sheet)
    {
        file.Position = encoding.BomLength;
        return new CsvRowReader(file, limits, encoding, delimiter, delimiterLine);
    }
}
