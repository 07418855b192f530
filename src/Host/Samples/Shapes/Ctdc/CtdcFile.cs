using System.Globalization;
using System.Text;
using Host.Samples.Population;
using Host.Samples.Randomness;

namespace Host.Samples.Shapes.Ctdc;

/// <summary>A CTDC-like file: a flag for every answer, and the answers once more in words.</summary>
internal sealed class CtdcFile : ICaseWriter
{
    // Two hyphens are CTDC's own; a word processor joins them to a dash, and a spreadsheet takes 9-17 for a date.
    private static readonly string[][] Bands =
    [
        ["0--8"], ["9--17", "Sep-17", "9--17"], ["18--20", "18—20", "18--20"], ["21--23"], ["24--26"], ["27--29"], ["30--38"], ["39--47"], ["48+"],
    ];

    private readonly CtdcDialect _dialect;
    private readonly DelimitedText _text;
    private readonly int[] _bandsWritten = new int[Bands.Length];
    private int _cases;
    private int _unknownCountries;

    public CtdcFile(Stream stream, CtdcDialect dialect)
    {
        _dialect = dialect;
        _text = new DelimitedText(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), _dialect.Delimiter, "\n");
        _text.WriteRow(CtdcColumns.Header(_dialect));
    }

    public long Write(Person person, string caseNumber, Pcg32 random)
    {
        _cases++;
        var fields = new List<string>(72);
        if (_dialect.HasTermsColumn)
            fields.Add("");
        AddFrame(fields, person);
        AddMeans(fields, person);
        AddExploitation(fields, person);
        AddFlags(fields, CtdcColumns.Labour, Labour(person));
        AddFlags(fields, CtdcColumns.Sex, Sex(person));
        AddRecruiter(fields, random);
        fields.Add(caseNumber);
        fields.Add(person.Kind == CaseKind.YearOnly ? "" : Date(person.Registered));
        fields.Add(person.Kind == CaseKind.YearOnly ? "" : Date(person.Identified));
        fields.Add(Status(person));
        _text.WriteRow([.. fields]);
        return _text.Lines;
    }

    public void Dispose() => _text.Dispose();

    private void AddFrame(List<string> fields, Person person)
    {
        int band = AgeBands.Of(person.Age);
        string[] spellings = Bands[band];
        string ageBroad = spellings[_bandsWritten[band]++ % spellings.Length];
        string majority = person.IsChild ? "Minor" : "Adult";
        string gender = person.Group switch
        {
            "WOM" or "GIR" => "Female",
            "MAN" or "BOY" => "Male",
            _ => person.Ordinal % 2 == 0 ? "Transgender-NonConforming" : "Unknown",
        };
        fields.AddRange([person.Registered.Year.ToString(CultureInfo.InvariantCulture), _dialect.Datasource, gender]);
        fields.AddRange([ageBroad, majority, _cases % 2 == 0 ? majority : _dialect.Unknown, _dialect.Unknown]);
        fields.Add(CountryOf(person));
    }

    private string CountryOf(Person person)
    {
        string[] unknown = ["0", "00", "ZZ", _dialect.Unknown];
        return person.Citizenship == Countries.Unknown
            ? unknown[_unknownCountries++ % unknown.Length]
            : _dialect.Alpha3 ? person.Citizenship.Alpha3 : person.Citizenship.Alpha2;
    }

    private void AddMeans(List<string> fields, Person person)
    {
        bool known = person.Means.Count > 0;
        foreach (string name in CtdcColumns.Means)
            fields.Add(!known ? _dialect.Unknown : Flag(person.Means.Contains(name, StringComparer.Ordinal)));
        fields.Add(Flag(!known));
        fields.Add(known ? string.Join(';', person.Means.Select(Words)) : _dialect.Unknown);
    }

    private void AddExploitation(List<string> fields, Person person)
    {
        string? flag = person.Form switch
        {
            "SEX" => "isSexualExploit",
            "LAB" or "BEG" => "isForcedLabour",
            "MAR" => "isForcedMarriage",
            "CHS" => "isForcedMilitary",
            "ORG" => "isOrganRemoval",
            "SLV" => "isSlaveryAndPractices",
            "OTH" => "isOtherExploit",
            _ => null,
        };
        foreach (string name in CtdcColumns.Exploitation)
            fields.Add(flag is null ? _dialect.Unknown : Flag(string.Equals(name, flag, StringComparison.Ordinal)));
        fields.Add(person.Form switch
        {
            "SEX" => "Sexual exploitation",
            "LAB" or "BEG" => "Forced labour",
            "MAR" => "Forced marriage",
            "CHS" => "Forced military",
            "ORG" => "Organ removal",
            "SLV" => "Slavery and similar practices",
            "OTH" => "Other",
            _ => _dialect.Unknown,
        });
    }

    // A known sector is flagged beside known noes; without one the noes are known only where the form has no labour in it.
    private void AddFlags(List<string> fields, string[] names, string? chosen)
    {
        foreach (string name in names)
            fields.Add(chosen is null ? _dialect.Unknown : Flag(string.Equals(name, chosen, StringComparison.Ordinal)));
        fields.Add(string.IsNullOrEmpty(chosen) ? _dialect.Unknown : Words(chosen));
    }

    private static string? Labour(Person person) => person.Sector switch
    {
        "AGR" => "Agriculture",
        "FSH" => "Aquafarming",
        "BEG" => "Begging",
        "CON" => "Construction",
        "DOM" => "DomesticWork",
        "TOU" => "Hospitality",
        "MAN" => "Manufacturing",
        "OTH" => (person.Ordinal % 3) switch { 0 => "Peddling", 1 => "Transportation", _ => "Other" },
        "NAP" => "",
        "UNK" when person.Form == "LAB" => "NotSpecified",
        "FSX" or "POR" or "UNK" => "",
        _ => null,
    };

    private static string? Sex(Person person) => person.Sector switch
    {
        "FSX" => person.Ordinal % 5 == 0 ? "PrivateSexualServices" : "Prostitution",
        "POR" => person.Ordinal % 3 == 0 ? "RemoteInteractiveServices" : "Pornography",
        "UNK" => null,
        _ => "",
    };

    private void AddRecruiter(List<string> fields, Pcg32 random)
    {
        int recruiter = random.Below(CtdcColumns.Recruiter.Length);
        fields.AddRange([_dialect.Unknown, recruiter == 4 ? "Not Specified" : Words(CtdcColumns.Recruiter[recruiter])]);
        fields.Add(_dialect.Alpha3 ? "TUR" : "TR");
        for (int i = 0; i < CtdcColumns.Recruiter.Length; i++)
            fields.Add(Flag(i == recruiter));
    }

    private static string Status(Person person) => person.Kind switch
    {
        CaseKind.Possible => "PossibleVictimOfTrafficking",
        CaseKind.NotAVictim => "NotAVictimOfTrafficking",
        _ => "ActualVictimOfTrafficking",
    };

    private string Flag(bool set) => set ? _dialect.Yes : _dialect.No;

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Name of a column as words: TakesEarnings → Takes earnings.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (char letter in name)
        {
            if (words.Length > 0 && char.IsAsciiLetterUpper(letter))
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        }

        return words.ToString();
    }
}
