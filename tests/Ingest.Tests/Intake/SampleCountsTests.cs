using System.Globalization;
using Apache.Arrow;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Tests.Counting;
using Ingest.Tests.Reading;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Intake;

/// <summary>All samples through the whole intake, against what their generator knows.</summary>
public sealed class SampleCountsTests
{
    [Fact]
    public async Task AllSamples_CountAsTheTruthSays()
    {
        using var some = new SomeStore();
        var service = new IntakeService(some.Store, SomeReader.Lists, SomeReader.Profiles, SomeReader.Rules, SomeReader.Clock);
        foreach (PartnerTerms terms in SampleFiles.Partners())
        {
            var partner = new Partner(terms.Id, terms.Id.Value, terms.Id.Value) { LegalBasis = terms.LegalBasis, ProfileHints = [terms.Profile!] };
            Assert.True(some.Store.Register(partner).Succeeded);
            foreach (string[] truth in SampleFiles.Truth("files.csv").Where(file => file[1] == terms.Id.Value))
            {
                await using FileStream file = File.OpenRead(Path.Combine(SampleFiles.Folder, truth[0]));
                IntakeOutcome outcome = await service.IngestAsync(file, terms.Id, new(), TestContext.Current.CancellationToken);
                Assert.IsType<IntakeOutcome.Accepted>(outcome);
            }
        }

        PopulationCounter counter = new(some.Store, SomeReader.Lists, QuarterRule.AlwaysOpen, threads: 2);
        using RecordBatch batch = counter.Count(
            Population.Victims,
            [new("quarter"), new("sector"), new("form"), new("group"), new("status")],
            null,
            CancellationToken.None).Value;
        string[] counted =
        [
            .. Counted.Lines(batch).Select(line => line.Split('|')).Where(cells => cells[4] == "ACT")
                .Select(cells => string.Join(',', [.. cells[..4], cells[5]])),
        ];
        string[] expected =
        [
            .. SampleFiles.Truth("counts.csv").Select(cells => string.Join(',', cells)).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(expected, counted.Order(StringComparer.Ordinal));

        // Every pair the generator made and no other: the number found is the number planted.
        PopulationSummary summary = counter.Summarise(Population.Victims, null, CancellationToken.None).Value;
        Assert.Equal(SampleFiles.Truth("duplicates.csv").Count(pair => pair[0] == "yes"), summary.Duplicates);
        string[] quarters = [.. SampleFiles.Truth("counts.csv").Select(cells => cells[0]).Distinct(StringComparer.Ordinal)];
        Assert.Equal(summary.Duplicates, quarters.Sum(quarter => counter.Summarise(Population.Victims, [quarter], CancellationToken.None).Value.Duplicates));
        Assert.Equal(summary.Persons, Counted.Total(batch));
        Assert.Equal(
            SampleFiles.Truth("files.csv").Sum(file => int.Parse(file[8], CultureInfo.InvariantCulture)),
            some.Store.Uploads().Value.Sum(upload => upload.Receipt.YearOnly));
    }
}
