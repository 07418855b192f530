using System.Text;
using Ingest.Intake;
using Ingest.Rules;
using Ingest.Tests.Reading;
using Xunit;

namespace Ingest.Tests.Profiles;

/// <summary>The empty templates as their publishers give them out, where they are at hand; the project holds no copy.</summary>
public sealed class PublishedTemplateTests
{
    private const string Variable = "REPORTING_TEMPLATES";

    [Theory]
    [InlineData("htcds/HTCDS Excel Spreadsheet v2.0.xlsx", "htcds-xlsx")]
    [InlineData("htcds/HTCDS Excel Spreadsheet single select with validation v2.0.xlsx", "htcds-xlsx")]
    public void EmptyTemplate_IsRecognisedAndHoldsNoRecord(string file, string profile)
    {
        ValidationReport report = SomeReader.Read(Template(file)).Report;
        Assert.Equal(profile, report.Profile);
        Assert.Equal([RuleCode.NoRows], report.Findings.Where(f => f.Severity == Severity.Fatal).Select(f => f.Rule));
        Assert.DoesNotContain(report.Findings, f => f.Rule == RuleCode.ColumnUnmapped);
        Assert.Equal(0, report.Records);
    }

    [Fact]
    public void CountryListOfTheTemplate_IsKnownWhole()
    {
        // The template's own lists stand in its third sheet; reading them as shared texts is enough to find every country.
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(Template("htcds/HTCDS Excel Spreadsheet single select with validation v2.0.xlsx")));
        using var reader = new StreamReader(archive.GetEntry("xl/sharedStrings.xml")!.Open(), Encoding.UTF8);
        string[] texts = [.. System.Xml.Linq.XDocument.Parse(reader.ReadToEnd()).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value)];
        int known = texts.Count(text => text.Length > 2 && SomeReader.Lists["citizenship"].TryFind(text, out _));
        Assert.True(known >= 249, $"{known} of 249");
    }

    [Fact]
    public void KAnonymisedRelease_IsRecognisedByItsTrueHeader()
    {
        (ValidationReport report, IReadOnlyList<SomeCase> cases) = SomeReader.Read(Template("ctdc/ctdc_global_k_anon_header_and_6_rows.csv"));
        Assert.Equal("ctdc-k-anon", report.Profile);
        Assert.DoesNotContain(report.Findings, f => f.Rule == RuleCode.ColumnUnmapped);
        Assert.True(report.IsAcceptable);
        Assert.Equal((6, 6), (cases.Count, report.YearOnly));
    }

    private static byte[] Template(string name)
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        string path = Path.Combine(folder ?? "", name);
        Assert.SkipUnless(folder is not null && File.Exists(path), $"set {Variable} to a folder with {name}");
        return File.ReadAllBytes(path);
    }
}
