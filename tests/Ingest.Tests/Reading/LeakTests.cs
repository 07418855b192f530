using System.Reflection;
using System.Text;
using Ingest.Intake;
using Ingest.Reading;
using Ingest.Stripping;
using Ingest.Tests.Formats;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>Plants canaries and looks for them in everything that leaves the reading.</summary>
public sealed class LeakTests
{
    private const string Canary = "KANARYA7319";

    public static TheoryData<string> Columns => [.. SomeAgencyFile.Heading.Split(';')];

    [Theory]
    [MemberData(nameof(Columns))]
    public void CellValue_IsInNoReport(string column)
    {
        foreach (string value in (string[])[Canary, $"{Canary}@example.org", $"\"{Canary}\"\"x", $"10000000146 {Canary}"])
        {
            string row = SomeAgencyFile.Row((column, value));
            AssertSilent(SomeReader.Read(SomeAgencyFile.Of(row)).Report);
            AssertSilent(SomeReader.Read(new SomeWorkbook().Row(1, SomeAgencyFile.Heading.Split(';')).Row(2, row.Split(';')).ToBytes()).Report);
        }
    }

    [Theory]
    [InlineData(Canary)]
    [InlineData(Canary + ";x")]
    [InlineData("sep=;\n" + Canary + ";05.03.2026;" + Canary)]
    public void FileWithoutHeadings_IsNotQuoted(string text) => AssertSilent(SomeReader.Read(text).Report);

    [Fact]
    public void UnknownHeading_IsNotQuoted()
    {
        // In a file whose headings were lost, the first record stands where the headings should be.
        ValidationReport report = SomeReader.Read(SomeAgencyFile.Heading + ";" + Canary + "\n" + SomeAgencyFile.Row() + ";" + Canary + "\n").Report;
        Assert.Contains(report.Findings, f => f.Rule == Ingest.Rules.RuleCode.ColumnUnmapped && f.ColumnLetter == "S");
        AssertSilent(report);
    }

    [Fact]
    public void UnclosedQuote_IsNotQuoted() =>
        AssertSilent(SomeReader.Read(SomeAgencyFile.Of(SomeAgencyFile.Row(("Açıklama", "\"" + Canary)))).Report);

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task StrippedFile_HoldsOnlyWhatWasUnderstood(string column)
    {
        if (column == "Dosya No")
        {
            // The partner's own number stays in the partner's own network.
            return;
        }

        var stripper = new FileStripper(SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock);
        using var output = new MemoryStream();
        await stripper.StripAsync(new MemoryStream(SomeAgencyFile.Bytes(SomeAgencyFile.Row((column, Canary)))), output, TestContext.Current.CancellationToken);
        string stripped = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain(Canary, stripped, StringComparison.Ordinal);
        Assert.DoesNotContain("Örnek", stripped, StringComparison.Ordinal);
        Assert.DoesNotContain("01.07.1998", stripped, StringComparison.Ordinal);
    }

    [Fact]
    public void TypesThatHoldCases_PrintNothing()
    {
        string[] folders = ["Ingest.Cases", "Ingest.Reading", "Ingest.Pseudonymise", "Ingest.Gate"];
        foreach (Type type in typeof(CaseFileReader).Assembly.GetTypes().Where(t => folders.Contains(t.Namespace, StringComparer.Ordinal) && !t.IsEnum))
        {
            // A record's generated ToString prints every member; PrintMembers gives it away.
            MethodInfo? printer = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic);
            Assert.True(printer is null, $"{type.FullName} is a record with a generated ToString");
        }
    }

    private static void AssertSilent(ValidationReport report)
    {
        foreach (string language in (string[])["tr", "en"])
        {
            Assert.DoesNotContain(Canary, new ReportText(ReportTexts.Load(), language).Write(report), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(Canary, ReportJson.Write(report), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Canary, report.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
