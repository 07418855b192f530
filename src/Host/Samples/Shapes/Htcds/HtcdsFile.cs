using System.Globalization;
using Host.Samples.Population;
using Host.Samples.Randomness;

namespace Host.Samples.Shapes.Htcds;

/// <summary>The workbook of the HTCDS toolkit as partners fill it: labels for codes, dates as text and as numbers, numbered rows left empty.</summary>
internal sealed class HtcdsFile : ICaseWriter
{
    private static readonly (string, string[])[] ToolkitSheets =
    [
        ("about", ["Sample workbook in the layout of HTCDS 2.0. Every row is invented."]),
        ("validation", ["Lists are left out of the sample."]),
    ];

    private readonly WorkbookWriter _workbook;
    private readonly bool _extended;
    private readonly int _firstNumber;
    private readonly int _numberedRows;
    private int _cases;
    private int _refusals;

    /// <param name="stream">Seekable.</param>
    /// <param name="extended">With the partner's own columns at the right, and the sheets of the single-select toolkit.</param>
    /// <param name="firstNumber">Number in column A of the first case.</param>
    /// <param name="numberedRows">Rows that column A numbers in advance, used or not.</param>
    public HtcdsFile(Stream stream, bool extended, int firstNumber, int numberedRows)
    {
        _extended = extended;
        _firstNumber = firstNumber;
        _numberedRows = numberedRows;
        _workbook = new WorkbookWriter(stream, _extended ? "Case Sheet" : "Sheet1", _extended ? ToolkitSheets : []);
        IEnumerable<(string Name, string Label)> columns = _extended ? HtcdsColumns.Core.Concat(HtcdsColumns.Extension) : HtcdsColumns.Core;
        _workbook.WriteRow([SheetCell.Empty, .. columns.Select(column => SheetCell.Of(column.Name))], hidden: true);
        _workbook.WriteRow([SheetCell.Empty, .. columns.Select(column => SheetCell.Of(column.Label))]);
    }

    public long Write(Person person, string caseNumber, Pcg32 random)
    {
        var cells = new List<SheetCell>(48) { SheetCell.OfNumber(_firstNumber + _cases) };
        _cases++;
        AddPerson(cells, person);
        AddExploitation(cells, person, random);
        AddCase(cells, person);
        if (_extended)
            AddExtension(cells, person, caseNumber);
        _workbook.WriteRow(cells);
        return _workbook.Rows;
    }

    public void Dispose()
    {
        for (int i = _cases; i < _numberedRows; i++)
            _workbook.WriteRow([SheetCell.OfNumber(_firstNumber + i)]);
        _workbook.Dispose();
    }

    private void AddPerson(List<SheetCell> cells, Person person)
    {
        bool named = person.Surname.Length > 0;
        cells.Add(SheetCell.Of(string.Create(CultureInfo.InvariantCulture, $"Test Worker {1 + (_cases % 3)}")));
        cells.Add(SheetCell.Of(_cases % 5 == 0 ? "Ms" : null));
        cells.Add(SheetCell.Of(named ? "(test) " + person.GivenName : null));
        cells.Add(SheetCell.Of(person.Surname));
        cells.Add(Consent(person));
        cells.Add(Date(person.Birth, _cases));
        cells.Add(SheetCell.Of(Gender(person)));
        cells.Add(SheetCell.Of(person.Citizenship.English));
        cells.Add(SheetCell.Empty);
        cells.Add(SheetCell.Of(_cases % 4 == 0 ? "test@example.org" : null));
        cells.Add(SheetCell.Empty);
        cells.Add(SheetCell.Of(_cases % 3 == 0 ? "+90 000 000 00 00" : null));
        cells.Add(SheetCell.Of(_cases % 6 == 0 ? "Deneme Sokak 0" : null));
        cells.Add(SheetCell.Of(person.Province.Spellings[0]));
        cells.Add(SheetCell.Empty);
        cells.Add(SheetCell.Empty);
        cells.Add(SheetCell.Of("Turkey"));
    }

    private static void AddExploitation(List<SheetCell> cells, Person person, Pcg32 random)
    {
        cells.Add(SheetCell.Of(HtcdsWords.Status(person.Kind)));
        cells.Add(SheetCell.Of(random.Chance(600) ? "Police" : "Non-police governmental organization"));
        cells.Add(SheetCell.Of(random.Chance(300) ? "Through friends or social events" : null));
        cells.Add(SheetCell.Empty);
        cells.Add(SheetCell.Of(string.Join("; ", person.Means.Select(HtcdsWords.Means).Distinct(StringComparer.Ordinal))));
        cells.Add(SheetCell.Of(Joined(HtcdsWords.Form(person.Form, person.IsChild), HtcdsWords.Form(person.SecondForm ?? "", person.IsChild))));
        cells.Add(SheetCell.Of(Industries(person)));
        cells.Add(SheetCell.Of(Joined(HtcdsWords.SexType(person.Sector), HtcdsWords.SexType(person.SecondSector ?? ""))));
        cells.Add(SheetCell.Of(random.Chance(150) ? "Örnek Sığınma Evi (deneme)" : null));
    }

    private void AddCase(List<SheetCell> cells, Person person)
    {
        cells.Add(SheetCell.Of(person.Outcome == "ONG" ? "Active" : _cases % 2 == 0 ? "Closed" : "Follow up"));
        cells.Add(SheetCell.Of(HtcdsWords.Referral(person.Referral)));
        cells.Add(Date(person.Registered, _cases + 1));
        cells.AddRange(Enumerable.Repeat(SheetCell.Empty, HtcdsColumns.Core.Count + 1 - cells.Count - 1));
        cells.Add(SheetCell.Of(_cases % 9 == 0 ? "free text (sample)" : null));
    }

    private static void AddExtension(List<SheetCell> cells, Person person, string caseNumber)
    {
        cells.Add(SheetCell.Of(caseNumber));
        cells.Add(Day(person.Identified));
        cells.Add(SheetCell.Of(person.Province.Spellings[0]));
        cells.Add(SheetCell.Of(string.Join("; ", person.Services.Select(HtcdsWords.Service))));
        cells.Add(Day(person.Served));
        cells.Add(SheetCell.Of(HtcdsWords.Permit(person.Permit)));
        cells.Add(Day(person.Permitted));
        cells.Add(SheetCell.Of(HtcdsWords.Outcome(person.Outcome)));
        cells.Add(Day(person.Returned));
    }

    // The toolkit's own check of dates points at the wrong cells, so all three kinds occur.
    private static SheetCell Date(DateOnly date, int turn) => (turn % 4) switch
    {
        0 => SheetCell.Of(date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
        1 => SheetCell.Of(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        2 => SheetCell.OfBareSerial(date),
        _ => SheetCell.OfDate(date),
    };

    private static SheetCell Day(DateOnly? date) => date is { } day ? SheetCell.OfDate(day) : SheetCell.Empty;

    private SheetCell Consent(Person person)
    {
        if (person.Kind == CaseKind.NoConsent)
            return _refusals++ % 2 == 1 ? SheetCell.Empty : _extended ? SheetCell.Of("No") : SheetCell.Of(false);
        return _extended ? SheetCell.Of("Yes") : SheetCell.Of(true);
    }

    private static string Gender(Person person) => person.Group switch
    {
        "WOM" or "GIR" => "Feminine",
        "MAN" or "BOY" => "Masculine",
        _ => person.Ordinal % 2 == 0 ? "TransgenderFeminine" : "NonSpecifiedUnknown",
    };

    // Section A alone says agriculture, forestry or fishing: nobody can tell which, so it stands for an unknown sector.
    private static string Industries(Person person)
    {
        if (person is { Sector: "UNK", Form: "LAB" })
            return "Agriculture, forestry and fishing";
        return Joined(HtcdsWords.Industry(person.Sector), HtcdsWords.Industry(person.SecondSector ?? ""));
    }

    private static string Joined(string first, string second) => second.Length == 0 ? first : first.Length == 0 ? second : first + "; " + second;
}
