using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Progressing;
using Publication.Releases;

namespace Host.Demo;

/// <summary>
/// The demonstration: every sample file through the intake on the day its partner sends it; then, on the days of the calendar, quarters and
/// years, each drafted by one user, approved by the other, published.
/// </summary>
internal sealed class DemoRun(ReleaseDesk desk, SampleClock clock, DemoExtent extent, IProgress<ProgressStep> progress)
{
    public async Task<Outcome<IReadOnlyList<string>>> RunAsync(string samples, CancellationToken cancellationToken)
    {
        if (!PartnerFile.Read(Path.Combine(samples, "partners.json")).Succeeded(out var partners, out var failure))
        {
            return failure;
        }

        foreach (var partner in partners)
        {
            var registered = desk.Store.Register(partner.ToPartner(), "demo");
            if (!registered.Succeeded)
            {
                return StoreFailures.Of(registered.Failure!.Value);
            }
        }

        var files = SampleFile.In(samples, partners);
        var periods = Periods(files);
        var total = files.Count + periods.Sum(p => p.Length);
        var done = 0;
        var next = 0;
        foreach (var together in periods)
        {
            for (; next < files.Count && files[next].Period.End <= together[^1].End; next++)
            {
                progress.Report(new ProgressStep("DemoIntake", files[next].Period.ToString(), done++, total));
                if (await TakeAsync(files[next], cancellationToken) is { } refused)
                {
                    return refused;
                }
            }

            if (await ReleaseAsync(together, p => progress.Report(new ProgressStep("DemoRelease", p.ToString(), done++, total)), cancellationToken) is { } stopped)
            {
                return stopped;
            }
        }

        return periods.SelectMany(p => p).Select(p => p.ToString()).ToArray();
    }

    /// <summary>Periods in the order of the calendar, those that are published on one day together.</summary>
    private ReleasePeriod[][] Periods(IReadOnlyList<SampleFile> files)
    {
        var last = files.Max(f => f.Period.Quarters[^1]).Year;
        var first = extent == DemoExtent.LastYear ? last : files.Min(f => f.Period.Quarters[0]).Year;
        return [.. Enumerable.Range(first, last - first + 1)
            .SelectMany(year => ReleasePeriod.OfYear(year).Quarters.Append(ReleasePeriod.OfYear(year)))
            .GroupBy(desk.Installation.Calendar.PublicationDate)
            .Select(day => day.ToArray())];
    }

    private async Task<Failure?> TakeAsync(SampleFile file, CancellationToken cancellationToken)
    {
        clock.MoveTo(file.Arrival);
        await using var source = File.OpenRead(file.Path);
        return !(await desk.Door.TakeAsync(file.Partner, source, cancellationToken)).Succeeded(out var answer, out var failure) ? failure
            : answer.IsAccepted ? null
            : new Failure(ExitCode.InvalidInput, "DemoFileRefused", file.Partner, file.Period.ToString());
    }

    private async Task<Failure?> ReleaseAsync(ReleasePeriod[] periods, Action<ReleasePeriod> report, CancellationToken cancellationToken)
    {
        var drafts = new List<string>();
        foreach (var period in periods)
        {
            report(period);
            clock.MoveTo(desk.Installation.Calendar.DraftAt(period));
            if (!(await desk.Drafter.DraftAsync(period, DemoSandbox.Drafter, cancellationToken)).Succeeded(out var draft, out var failure))
            {
                return failure;
            }

            if (desk.Installation.Approvals.Add(draft.Row, DemoSandbox.Approver).Failure is { } refused)
            {
                return refused;
            }

            drafts.Add(draft.Row.DraftId);
        }

        clock.MoveTo(desk.Installation.Calendar.PublishAt(periods[^1]));
        foreach (var draft in drafts)
        {
            if ((await desk.Publisher.PublishAsync(draft, DemoSandbox.Drafter, cancellationToken)).Failure is { } refused)
            {
                return refused;
            }
        }

        return null;
    }
}
