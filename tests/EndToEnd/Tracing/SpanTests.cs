using System.Diagnostics;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Tracing;

/// <summary>What a collector hears: pieces of work within one another, with durations and codes, and nothing of what they were about.</summary>
public sealed class SpanTests(ApprovedQuarter quarter)
{
    private static readonly string[] Allowed = ["reporting.release", "reporting.outcome", "error.type", "release"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Intake_IsToldWithItsPartsAndItsOutcome_AndNothingOfTheFile()
    {
        const string Canary = "KANARYA";
        using var site = Site.New();
        using var desk = site.Open(new SiteClock("2025-04-10T09:00:00Z"));
        var good = await HeardAsync(() => TakeAsync(AgencyFile.Row(("Dosya No", $"{Canary}-1"), ("Adı Soyadı", Canary))));
        Assert.Equal(["intake", "intake keep", "intake read"], Work(good).Select(s => s.OperationName).Order(StringComparer.Ordinal));
        var intake = good.Single(s => s.OperationName == "intake");
        Assert.Equal("accepted", intake.GetTagItem("reporting.outcome"));
        Assert.All(Work(good).Where(s => s != intake), part => Assert.Equal((intake.SpanId, true), (part.ParentSpanId, part.Duration > TimeSpan.Zero && part.Duration <= intake.Duration)));
        Assert.Contains(good, s => s.OperationName == "Committed" && s.ParentSpanId == good.Single(p => p.OperationName == "intake keep").SpanId);

        var bad = await HeardAsync(() => TakeAsync(AgencyFile.Row(("Dosya No", $"{Canary}-2"), ("Sektör", Canary))));
        Assert.Equal("rejected", bad.Single(s => s.OperationName == "intake").GetTagItem("reporting.outcome"));
        foreach (var span in good.Concat(bad))
        {
            Assert.Empty(span.TagObjects.Select(t => t.Key).Except(Allowed, StringComparer.Ordinal));
            Assert.Empty(span.Events);
            Assert.DoesNotContain(Canary, $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects.Select(t => t.Value))}", StringComparison.OrdinalIgnoreCase);
        }

        async Task TakeAsync(string row)
        {
            using var file = new MemoryStream(AgencyFile.Text(row));
            Assert.True((await desk.Door.TakeAsync("GOC", file, Stop)).Succeeded(out _, out var failure), failure?.Code);
        }
    }

    [Fact]
    public async Task Publication_IsToldWithItsParts_AndARefusedDraftWithItsCode()
    {
        using var site = quarter.Copy();
        using var desk = site.Open(new SiteClock("2025-05-15T07:00:00Z"));
        var refused = Assert.Single(Work(await HeardAsync(() => desk.Drafter.DraftAsync(ReleasePeriod.OfQuarter(2025, 3), "drafter", Stop))));
        Assert.Equal(("draft", ActivityStatusCode.Error, "PeriodOpen", "2025-Q3.1"), (refused.OperationName, refused.Status, refused.GetTagItem("error.type"), refused.GetTagItem("reporting.release")));

        var spans = await HeardAsync(async () => Assert.Null((await desk.Publisher.PublishAsync(quarter.DraftId, "publisher", Stop)).Failure));
        Assert.Equal(["publication", "publication prove", "publication verify", "publication write"], Work(spans).Select(s => s.OperationName).Order(StringComparer.Ordinal));
        var whole = spans.Single(s => s.OperationName == "publication");
        Assert.All(Work(spans), s => Assert.Equal(("2025-Q1.1", ActivityStatusCode.Unset), (s.GetTagItem("reporting.release"), s.Status)));
        Assert.All(Work(spans).Where(s => s != whole), part => Assert.True(part.ParentSpanId == whole.SpanId && part.Duration > TimeSpan.Zero && part.Duration <= whole.Duration, part.OperationName));
        Assert.Empty(spans.SelectMany(s => s.TagObjects).Select(t => t.Key).Except(Allowed, StringComparer.Ordinal));
    }

    /// <summary>Spans of work; the other activities are steps, which have names in capitals.</summary>
    private static IEnumerable<Activity> Work(IEnumerable<Activity> heard) => heard.Where(s => char.IsAsciiLetterLower(s.OperationName[0]));

    /// <summary>Everything of ours that ended under this trace; other tests have traces of their own.</summary>
    private static async Task<IReadOnlyList<Activity>> HeardAsync(Func<Task> work)
    {
        var heard = new List<Activity>();
        using var own = new ActivitySource($"test-{Guid.NewGuid()}");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source == own || source.Name.StartsWith("Reporting.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (heard)
                {
                    heard.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var root = own.StartActivity("root")!;
        await work();
        root.Stop();
        return [.. heard.Where(a => a.TraceId == root.TraceId && a != root)];
    }
}
