using System.Text;
using CsvHelper;
using Ingest.Rules;

namespace Ingest.Formats.Csv;

/// <summary>Reads delimited text with CsvHelper and keeps its exceptions, which may quote the text, to itself.</summary>
internal sealed class CsvRowReader : RowReader
{
    private readonly CsvReader reader;
    private readonly ReadLimits limits;
    private readonly bool delimiterLine;
    private int records;
    private bool unclosedQuote;

    public CsvRowReader(Stream file, ReadLimits limits, TextEncoding encoding, char delimiter, bool delimiterLine)
    {
        this.limits = limits;
        this.delimiterLine = delimiterLine;
        reader = CsvReader.Create(file, Options(limits, encoding, delimiter, Malformed), leaveOpen: true);
    }

    /// <summary>Spreadsheets number records, not lines, and do not show a <c>sep=</c> line.</summary>
    public override int Row => delimiterLine ? records - 1 : records;

    public override int Width => reader.FieldCount;

    public override bool Read()
    {
        try
        {
            if (delimiterLine && records == 0 && reader.Read())
            {
                records++;
            }

            bool more = reader.Read();
            records++;
            Fault = unclosedQuote ? new FileFault(RuleCode.QuoteUnclosed, Row)
                : more && reader.FieldCount > limits.Columns ? new FileFault(RuleCode.TooManyColumns, Row)
                : more && records > limits.Rows ? new FileFault(RuleCode.TooManyRows, Row)
                : null;
            return more && Fault is null;
        }
        catch (CsvFormatException)
        {
            Fault = new FileFault(RuleCode.RecordTooLong, Row + 1);
        }
        catch (Exception failure) when (failure is DecoderFallbackException or ArgumentException)
        {
            Fault = new FileFault(RuleCode.EncodingMixed, Row + 1);
        }

        return false;
    }

    public override ReadOnlySpan<byte> Cell(int column) => column < reader.FieldCount ? reader.GetSpan(column) : default;

    public override void Dispose() => reader.Dispose();

    private static CsvReaderOptions Options(
        ReadLimits limits, TextEncoding encoding, char delimiter, Action<CsvMalformedRecord> malformed) => new()
    {
        HasHeader = false,
        Separator = delimiter,
        DetectSeparatorHint = false,
        SkipEmptyLines = false,
        MaxRecordSize = limits.RecordBytes,
        IncludeValuesInExceptions = false,
        Encoding = encoding.Encoding is UTF8Encoding ? null : encoding.Encoding,
        OnMalformedRecord = malformed,
    };

    // A stray quote is recovered; one that is never closed swallows the rest of the file, which nobody would notice.
    private void Malformed(CsvMalformedRecord record) => unclosedQuote |= record.Reason == CsvMalformedReason.UnterminatedQuote;
}
