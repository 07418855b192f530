using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Publication.Releases;

namespace Host.Demo;

/// <summary>
/// The demonstration: every sample file through the intake on the day its partner sends it; then, on the days of the calendar, the last four quarters and the
/// year, each drafted by one user, approved by the other, published.
/// </summary>
internal sealed class DemoRun(ReleaseDesk desk, SampleClock clock, IProgress<DemoStep> progress)
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
        var last = files.Max(f => f.Period.Quarters[^1]);
        ReleasePeriod[] periods = [.. ReleasePeriod.OfYear(last.Year).Quarters, ReleasePeriod.OfYear(last.Year)];
        var total = files.Count + periods.Length;
        var done = 0;
        var next = 0;
        foreach (var period in periods.Where(p => !p.IsYear))
        {
            for (; next < files.Count && files[next].Period.End <= period.End; next++)
            {
                progress.Report(new DemoStep("DemoIntake", files[next].Period.ToString(), ++done, total));
                if (await TakeAsync(files[next], cancellationToken) is { } refused)
                {
                    return refused;
                }
            }

            ReleasePeriod[] together = period.Quarter == 4 ? [period, ReleasePeriod.OfYear(period.Year)] : [period];
            if (await ReleaseAsync(together, p => progress.Report(new DemoStep("DemoRelease", p.ToString(), ++done, total)), cancellationToken) is { } stopped)
            {
                return stopped;
            }
        }

        return periods.Select(p => p.ToString()).ToArray();
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
