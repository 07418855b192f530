using System.Globalization;
using Host.Samples.Population;
using Host.Samples.Randomness;
using Host.Samples.Shapes;
using Host.Samples.Shapes.Agency;
using Host.Samples.Shapes.Ctdc;
using Host.Samples.Shapes.Htcds;

namespace Host.Samples.Partners;

/// <summary>Writes one partner's files, one period after the other; holds one open file at a time and none of its cases.</summary>
internal sealed class PartnerFeed(SamplePartner partner, ulong seed, string root) : IDisposable
{
    /// <summary>Cases after which a file is continued in another, so that any size fits a worksheet and memory stays bounded.</summary>
    private const int CasesPerFile = 200_000;

    private ICaseWriter? _writer;
    private SamplePeriod _period;
    private string _file = "";
    private string _openName = "";
    private int _casesInFile;
    private int _casesInYear;
    private int _casesEver;
    private int _part;

    public SamplePartner Partner => partner;

    /// <summary>Moves on to a quarter; a partner that sends whole years stays in the same file.</summary>
    public void Enter(SamplePeriod next)
    {
        if (next.Index == 0 || next.Year != _period.Year)
            _casesInYear = 0;
        _period = next;
        string name = NameOf(next);
        if (string.Equals(name, _openName, StringComparison.Ordinal))
            return;
        _part = 1;
        Open(name);
    }

    /// <summary>Writes a case under the next case number.</summary>
    /// <returns>Where it stands, and the case number (the running number where the shape has none).</returns>
    public (CaseLocation Location, string CaseNumber) Write(Person person)
    {
        if (_casesInFile == CasesPerFile)
        {
            _part++;
            Open(_openName);
        }

        _casesInYear++;
        return Repeat(person, NextCaseNumber());
    }

    /// <summary>Writes a case under a case number that is taken already, as a second export of the same case would.</summary>
    public (CaseLocation Location, string CaseNumber) Repeat(Person person, string caseNumber)
    {
        _casesInFile++;
        _casesEver++;
        // The partner's words vary from record to record, but the same way in every run.
        long row = _writer!.Write(person, caseNumber, new Pcg32(seed ^ 0xA5A5_5A5A_0F0F_F0F0UL, (ulong)_casesEver));
        return (new CaseLocation(_file, row), caseNumber);
    }

    public void Dispose() => _writer?.Dispose();

    private string NameOf(SamplePeriod of) =>
        of.Index >= partner.QuarterlyFrom ? of.Code : of.Year.ToString(CultureInfo.InvariantCulture);

    private void Open(string name)
    {
        _writer?.Dispose();
        _openName = name;
        _casesInFile = 0;
        string ending = partner.Shape == CaseShape.Htcds ? "xlsx" : "csv";
        string numbered = _part == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{_part}");
        _file = $"{partner.Folder}/{numbered}.{ending}";
        string path = Path.Combine(root, partner.Folder, $"{numbered}.{ending}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _writer = Writer(new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16));
    }

    private ICaseWriter Writer(FileStream stream) => partner.Id switch
    {
        "GOC" => new AgencyFile(stream, AgencyDialects.MigrationUnit(_period)),
        "KOL" => new AgencyFile(stream, AgencyDialects.LawEnforcementUnit(_period)),
        "SIG" => new HtcdsFile(stream, extended: true, firstNumber: 1, numberedRows: 150),
        "STK" => new HtcdsFile(stream, extended: false, firstNumber: 1 + _casesEver, numberedRows: _openName.Length == 4 ? 1000 : 120),
        "UOK" => new CtdcFile(stream, CtdcDialects.Organisation(_period)),
        _ => new CtdcFile(stream, CtdcDialects.Helpline()),
    };

    private string NextCaseNumber() => partner.Id switch
    {
        "GOC" or "KOL" => string.Create(CultureInfo.InvariantCulture, $"{_period.Year}/{_casesInYear:D4}"),
        "STK" => (_casesEver + 1).ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{partner.Id}-{_period.Year}-{_casesInYear:D4}"),
    };
}
