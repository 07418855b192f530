using System.Text;
using Ingest.Cases;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Profiles;

/// <summary>A partner with a shape of its own is added by a folder with one data file, while the program runs.</summary>
public sealed class FourthPartnerTests : IDisposable
{
    private const string Shape = """
        {
          "schemaVersion": 1,
          "id": "port-authority",
          "version": 1,
          "label": { "tr": "Liman dökümü", "en": "Port export" },
          "dateFormats": ["yyyy/MM/dd", "yyyy"],
          "decimalMark": ".",
          "missing": ["n/a"],
          "yes": ["ja"],
          "no": ["nein"],
          "totals": ["SUM"],
          "columns": [
            { "names": ["Ref"], "use": "caseNumber", "required": true },
            { "names": ["Seen on"], "use": "date", "to": "registered", "required": true },
            { "names": ["Who"], "use": "code", "to": "sex", "map": { "w": "FA", "m": "MA", "kid f": "FC" } },
            { "names": ["Work at"], "use": "set", "to": "sectors", "separators": ["|"], "map": { "on a boat": "FSH", "in a field": "AGR" } },
            { "names": ["Kind"], "use": "set", "to": "forms", "separators": ["|"] },
            { "names": ["Bed given"], "use": "flag", "gives": { "services": "SHE" } },
            { "names": ["Passport"], "use": "identifier", "refuseFilled": true },
            { "names": ["Story"], "use": "freeText" }
          ]
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("profiles");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void NewShape_NeedsOneDataFile()
    {
        const string File = "Ref,Seen on,Who,Work at,Kind,Bed given,Passport,Story\n"
            + "7,2026/03/05,w,on a boat|in a field,forced labour,ja,,long story\n"
            + "8,2026/03/06,kid f,n/a,Forced begging,nein,,\n"
            + "9,2026/03/06,m,on a boat,forced labour,nein,P1234567,\n"
            + "SUM,3\n";
        byte[] bytes = Encoding.UTF8.GetBytes(File);
        Assert.Contains(SomeReader.Read(bytes).Report.Findings, f => f.Rule == RuleCode.ShapeUnknown);

        Add("port.json", Shape);
        ProfileCatalogue profiles = ProfileCatalogue.Load(SomeReader.Lists, folder.FullName);
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(bytes, profiles: profiles);

        Assert.Equal(("port-authority", 3L, 2L, 1L), (report.Profile, report.Records, report.Accepted, report.TotalRows));
        Assert.Contains(report.Findings, f => f.Rule == RuleCode.IdentifierColumnFilled && f.Rows is [4]);
        Assert.Equal(("FSH", "LAB", "WOM", "AGR FSH", "SHE"), (cases[0][CaseColumn.Sector], cases[0][CaseColumn.Form], cases[0][CaseColumn.Group], cases[0][SetColumn.Sectors], cases[0][SetColumn.Services]));
        Assert.Equal(("BEG", "BEG", "GIR", "CHU"), (cases[1][CaseColumn.Sector], cases[1][CaseColumn.Form], cases[1][CaseColumn.Group], cases[1][CaseColumn.Age]));
        Assert.Equal("NCL", cases[0][CaseColumn.Citizenship]);
    }

    [Fact]
    public void NewVersion_GoesBesideTheOld()
    {
        Add("1.json", Shape);
        Add("2.json", Shape.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("\"Seen on\"", "\"Met on\"", StringComparison.Ordinal));
        ProfileCatalogue profiles = ProfileCatalogue.Load(SomeReader.Lists, folder.FullName);
        Assert.Equal(1, SomeReader.Read("Ref,Seen on,Who\n1,2026/01/02,w\n"u8.ToArray(), profiles: profiles).Report.ProfileVersion);
        Assert.Equal(2, SomeReader.Read("Ref,Met on,Who\n1,2026/01/02,w\n"u8.ToArray(), profiles: profiles).Report.ProfileVersion);
    }

    [Theory]
    [InlineData("\"decimalMark\": \".\"", "\"decimalMark\": \";\"")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("\"required\": true", "\"required\": false")]
    [InlineData("\"FSH\"", "\"FISH\"")]
    [InlineData("\"SHE\"", "\"XXX\"")]
    [InlineData("\"to\": \"sex\"", "\"to\": \"sectors\"")]
    [InlineData("\"separators\"", "\"seperators\"")]
    [InlineData("[\"Kind\"]", "[\"Who\"]")]
    [InlineData("\"to\": \"registered\"", "\"to\": \"service\"")]
    [InlineData("\"use\": \"freeText\"", "\"use\": \"keep\"")]
    public void SlipInTheDataFile_IsFoundAtTheStart(string good, string bad)
    {
        Add("port.json", Shape.Replace(good, bad, StringComparison.Ordinal));
        DataFileException fault = Assert.Throws<DataFileException>(() => ProfileCatalogue.Load(SomeReader.Lists, folder.FullName));
        Assert.StartsWith("port.json", fault.Message, StringComparison.Ordinal);
    }

    private void Add(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);
}
