using Apache.Arrow;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Programme;
using Ingest.Tests.Counting;
using Ingest.Tests.Reading;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Programme;

/// <summary>All figures of the samples through the whole intake, against what their generator knows.</summary>
public sealed class SampleFiguresTests
{
    [Fact]
    public async Task AllSamples_CountAsTheTruthSays()
    {
        using var some = new SomeStore();
        some.Time.Day(2026, 1, 20);
        var service = new IntakeService(some.Store, SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, some.Time);
        foreach (PartnerTerms terms in SampleFiles.Partners())
        {
            Assert.True(some.Store.Register(new Partner(terms.Id, terms.Id.Value, terms.Id.Value) { ProfileHints = [terms.Profile!] }).Succeeded);
            string folder = Path.Combine(SampleFiles.Folder, terms.Id.Value.ToLowerInvariant(), "figures");
            string[] files = Directory.GetFiles(folder);
            Assert.Equal(6, files.Length);
            foreach (string path in files)
            {
                await using FileStream file = File.OpenRead(path);
                Assert.IsType<IntakeOutcome.Accepted>(await service.IngestAsync(file, terms.Id, new(), TestContext.Current.CancellationToken));
            }
        }

        IReadOnlyList<string[]> truth = SampleFiles.Truth("figures.csv");
        string[] quarters = [.. truth.Select(row => row[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Assert.Equal(12, quarters.Length);
        ProgrammeCounts counts = new ProgrammeCounter(some.Store, SomeReader.Lists, new Dictionary<string, FigureClosing>()).Count(
            new Dictionary<string, IReadOnlyList<CountColumn>>
            {
                ["programme"] = [new("quarter"), new("indicator"), new("audience")],
                ["helpline"] = [new("quarter"), new("language"), new("callResult")],
                ["shelter"] = [new("quarter"), new("group")],
            },
            quarters).Value;

        Assert.Equal(SomeReader.Lists.Indicators.All.Select(indicator => indicator.Code).Order(StringComparer.Ordinal), counts.Complete.Order(StringComparer.Ordinal));
        Assert.Equal(Expected(truth, "CAL", row => row[2].Replace(' ', '|')), Found(counts, "helpline"));
        Assert.Equal(Expected(truth, "SHE", row => row[2]), Found(counts, "shelter"));
        string[] programme = [.. SomeReader.Lists.Indicators.All.Where(indicator => indicator.Population == "programme").Select(indicator => indicator.Code)];
        Assert.Equal(
            programme.SelectMany(code => Expected(truth, code, row => $"{code}|{(row[2].Length == 0 ? "NAP" : row[2])}")).Order(StringComparer.Ordinal),
            Found(counts, "programme"));
    }

    private static IEnumerable<string> Expected(IReadOnlyList<string[]> truth, string indicator, Func<string[], string> codes) =>
        truth.Where(row => row[1] == indicator && row[4] != "0")
            .GroupBy(row => $"{row[0]}|{codes(row)}", StringComparer.Ordinal)
            .Select(group => $"{group.Key}|{group.Sum(row => int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture))}")
            .Order(StringComparer.Ordinal);

    /// <summary>Codes and count, without what each partner reported.</summary>
    private static IEnumerable<string> Found(ProgrammeCounts counts, string population)
    {
        RecordBatch batch = counts.Populations[population];
        int columns = batch.Schema.FieldsList.Count(field => !field.Name.StartsWith("partner:", StringComparison.Ordinal));
        return Counted.Lines(batch).Select(line => string.Join('|', line.Split('|')[..columns])).Order(StringComparer.Ordinal);
    }
}
