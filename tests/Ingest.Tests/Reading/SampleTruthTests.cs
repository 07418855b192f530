using System.Globalization;
using Ingest.Cases;
using Ingest.Intake;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>Reads all samples and compares with what their generator knows: the oracle is written by other hands.</summary>
public sealed class SampleTruthTests
{
    [Fact]
    public void EveryFile_GivesTheTrueNumbers()
    {
        Dictionary<string, PartnerTerms> partners = SampleFiles.Partners().ToDictionary(p => p.Id.Value, StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (string[] truth in SampleFiles.Truth("files.csv"))
        {
            (ValidationReport report, IReadOnlyList<SomeCase> cases) =
                SomeReader.Read(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, truth[0])), partners[truth[1]]);
            string expected = string.Join(',', truth[2..9]);
            List<SomeCase> dated = [.. cases.Where(c => !IsYearOnly(c))];
            string found = string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Records},{Count(dated, "ACT")},{Count(dated, "POS")},{Count(dated, "NOT")},{Count(dated, "UNK")},{report.ConsentRefused + report.ConsentMissing},{report.YearOnly}");
            if (expected != found || !report.IsAcceptable)
            {
                wrong.Add($"{truth[0]}: true {expected}, read {found}, findings {string.Join(' ', report.Findings.Select(f => $"{f.Rule}:{f.ColumnLetter}:{f.Count}@{string.Join("/", f.Rows.Take(3))}"))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Counts_AreTheTrueCounts()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (PartnerTerms partner in SampleFiles.Partners())
        {
            foreach (string file in SampleFiles.Truth("files.csv").Where(f => f[1] == partner.Id.Value).Select(f => f[0]))
            {
                foreach (SomeCase c in SomeReader.Read(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file)), partner).Cases)
                {
                    bool repeated = !seen.Add(c.CaseKey) | (c.MatchKey.Any(x => x != '0') && !seen.Add(c.MatchKey));
                    if (!repeated && c[CaseColumn.Status] == "ACT" && !IsYearOnly(c))
                    {
                        string quarter = c[PeriodColumn.Identified] is { Length: > 4 } identified ? identified : c[PeriodColumn.Registered];
                        string key = $"{quarter},{c[CaseColumn.Sector]},{c[CaseColumn.Form]},{c[CaseColumn.Group]}";
                        counts[key] = counts.GetValueOrDefault(key) + 1;
                    }
                }
            }
        }

        SortedDictionary<string, int> truth = new(
            SampleFiles.Truth("counts.csv").ToDictionary(t => string.Join(',', t[..4]), t => int.Parse(t[4], CultureInfo.InvariantCulture), StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(
            truth.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key},{t.Value}")),
            counts.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key},{t.Value}")));
    }

    [Theory]
    [InlineData("faulty/agency-with-mistakes.csv", "mistakes.csv")]
    [InlineData("identifiers/agency-with-identifiers.csv", "identifiers.csv")]
    public void SpoiltFile_HasAFindingForEveryPlantedMistake(string file, string truth)
    {
        ValidationReport report = SomeReader.Read(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file))).Report;
        foreach (string[] planted in SampleFiles.Truth(truth))
        {
            int row = int.Parse(planted[0], CultureInfo.InvariantCulture);
            Finding[] inRow = [.. report.Findings.Where(f => f.Rows.Contains(row) && f.Severity >= Ingest.Rules.Severity.Warning)];
            Assert.True(inRow.Length > 0, string.Join(',', planted));
            Assert.Contains(inRow, f => f.Column is null || planted[1].Length == 0 || f.Column == planted[1]);
        }

        // And for no row besides.
        int[] spoilt = [.. SampleFiles.Truth(truth).Select(t => int.Parse(t[0], CultureInfo.InvariantCulture))];
        Assert.All(report.Findings.Where(f => f.Severity == Ingest.Rules.Severity.Error), f => Assert.All(f.Rows, row => Assert.Contains(row, spoilt)));
    }

    private static bool IsYearOnly(SomeCase c) => c[PeriodColumn.Identified].Length <= 4 && c[PeriodColumn.Registered].Length <= 4;

    private static int Count(IEnumerable<SomeCase> cases, string status) => cases.Count(c => c[CaseColumn.Status] is var s && (s == status || (status == "UNK" && s == "NCL")));
}
