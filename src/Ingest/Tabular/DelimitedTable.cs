using System.Diagnostics.CodeAnalysis;
using System.Text;
using CsvHelper;

namespace Ingest.Tabular;

/// <summary>Reads delimited text with CsvHelper, whose exceptions may quote the text and do not leave this class.</summary>
internal sealed class DelimitedTable
{
    private const int RowsBetweenLooks = 4096;

    private readonly TabularOptions options;
    private readonly long length;
    private readonly CsvReader reader;
    private HeaderRow? header;
    private TabularFault fault;
    private int rows;
    private bool unclosed;

    private DelimitedTable(Stream stream, TabularOptions options)
    {
        this.options = options;
        length = stream.Length;
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = options.Delimiter,
            DetectSeparatorHint = false,
            SkipEmptyLines = false,
            MaxRecordSize = options.RowBytes,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        }, leaveOpen: true);
    }

    public static bool TryRead(Stream stream, TabularOptions options, CancellationToken ct, [NotNullWhen(true)] out TabularFile? file, out TabularFault fault)
    {
        var table = new DelimitedTable(stream, options);
        using (table.reader)
        {
            file = table.Read(ct) ? table.header!.Build(table.rows) : null;
            fault = table.fault;
            return file is not null;
        }
    }

    private int FileRow => options.HasHeader ? rows + 1 : rows;

    private bool Read(CancellationToken ct)
    {
        try
        {
            return ReadHeader() && ReadRows(ct);
        }
        catch (CsvFormatException)
        {
            return Fail(TabularFaultCode.RowTooLong, FileRow + 1);
        }
        catch (Exception failure) when (failure is DecoderFallbackException or ArgumentException)
        {
            return Fail(TabularFaultCode.NotUtf8, FileRow + 1);
        }
    }

    private bool ReadHeader()
    {
        if (!options.HasHeader)
        {
            return true;
        }

        if (!reader.Read())
        {
            return Fail(TabularFaultCode.Empty, row: 0);
        }

        var names = new string[reader.FieldCount];
        for (int i = 0; i < names.Length; i++)
        {
            if (!System.Text.Unicode.Utf8.IsValid(reader.GetSpan(i)))
            {
                return Fail(TabularFaultCode.NotUtf8, row: 1, column: i + 1);
            }

            names[i] = Encoding.UTF8.GetString(reader.GetSpan(i));
        }

        return unclosed ? Fail(TabularFaultCode.QuoteUnclosed, row: 1) : HeaderRow.TryMake(names, options, out header, out fault);
    }

    private bool ReadRows(CancellationToken ct)
    {
        while (reader.Read())
        {
            header ??= HeaderRow.Numbered(reader.FieldCount, options);
            ColumnBuilder?[] builders = header.Builders;
            if (reader.FieldCount != builders.Length)
            {
                if (reader.FieldCount == 1 && reader.GetSpan(0).IsEmpty)
                {
                    // An empty line is no row where a row has several cells.
                    continue;
                }

                rows++;
                return Fail(unclosed ? TabularFaultCode.QuoteUnclosed : TabularFaultCode.Ragged, FileRow);
            }

            rows++;
            for (int column = 0; column < builders.Length; column++)
            {
                if (builders[column] is { } builder && !builder.Add(reader.GetSpan(column)))
                {
                    return Fail(TabularFaultCode.NotUtf8, FileRow, column + 1);
                }
            }

            if (rows % RowsBetweenLooks == 0)
            {
                ct.ThrowIfCancellationRequested();
                if (rows == RowsBetweenLooks)
                {
                    Foresee();
                }
            }
        }

        return unclosed ? Fail(TabularFaultCode.QuoteUnclosed, FileRow) : header is not null || Fail(TabularFaultCode.Empty, row: 0);
    }

    // Rows are about as long as those before them, so the vectors need not grow by copying; a twentieth more for those that are shorter.
    private void Foresee()
    {
        long expected = length / Math.Max(1, reader.ByteOffset / rows);
        int reserved = (int)Math.Min(expected + (expected / 20), Array.MaxLength);
        foreach (ColumnBuilder? builder in header!.Builders)
        {
            builder?.Reserve(reserved);
        }
    }

    private bool Fail(TabularFaultCode code, int row, int column = 0)
    {
        fault = new TabularFault(code, row, column);
        return false;
    }
}
