using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using ExcelDataReader;
using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>A workbook that passed <see cref="WorkbookScan"/>.</summary>
internal sealed class XlsxSource : TableSource
{
    private readonly Stream file;
    private readonly ReadLimits limits;
    private readonly IReadOnlyList<IReadOnlyList<CellPosition>> formulas;

    static XlsxSource() =>
        // ExcelDataReader's configuration asks for code page 1252 even where no old workbook is read.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private IExcelDataReader? reader;

    private XlsxSource(Stream file, ReadLimits limits, IReadOnlyList<IReadOnlyList<CellPosition>> formulas)
    {
        this.file = file;
        this.limits = limits;
        this.formulas = formulas;
    }

    public override FileFormat Format => FileFormat.Xlsx;

    public override string Dialect => "XLSX";

    public override int Sheets => formulas.Count;

    public static bool TryOpen(
        Stream file, ReadLimits limits, CancellationToken ct, [NotNullWhen(true)] out TableSource? source, out FileFault fault)
    {
        source = null;
        try
        {
            source = new XlsxSource(file, limits, WorkbookScan.Scan(file, limits, ct).Formulas);
            fault = default;
            return true;
        }
        catch (WorkbookRefusedException refusal)
        {
            fault = refusal.Fault;
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            // A prohibited document type comes as an XmlException without a code of its own, so it counts as damage too.
            fault = new FileFault(RuleCode.WorkbookDamaged);
        }

        return false;
    }

    public override IReadOnlyList<CellPosition> Formulas(int sheet) => formulas[sheet];

    public override RowReader OpenSheet(int sheet) => new XlsxRowReader(OpenReader, limits, sheet);

    public override void Dispose()
    {
        reader?.Dispose();
        base.Dispose();
    }

    /// <summary>Kept from sheet to sheet, since opening reads all shared texts of the workbook.</summary>
    private IExcelDataReader OpenReader()
    {
        if (reader is null)
        {
            file.Position = 0;
            reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        else
        {
            reader.Reset();
        }

        return reader;
    }
}
