using Anonymize;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Host.Doors;
using Host.Drafting;
using Host.Jobs;
using Host.Outcomes;
using Host.Publishing;
using Host.Tests.Support;
using Host.Workflow;
using Publication.Releases;

namespace Host.Tests.Jobs;

/// <summary>What becomes due, when, and what is done with it; the clock is the test's.</summary>
public sealed class TickerTests : IDisposable
{
    private static readonly ReleasePeriod Quarter = ReleasePeriod.OfQuarter(2025, 4);

    private readonly SomeInstallation _some = new();
    private readonly CountedJobs _jobs = new();
    private readonly FailingDrafter _drafter = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void DraftOfAPerson_IsPublishedOnItsDateToo_AndTheSlotOfTheScheduleLeavesItAlone()
    {
        // 22 January; the draft was due on the 21st at 02:00 and somebody made one by hand.
        var draft = _some.Draft();
        Tick();
        Assert.Equal("2026-02-14T07:00:00Z", Slot("publish/2025-Q4.1").DueAt);
        Run("draft/2025-Q4");
        Assert.Equal("Done", Slot("draft/2025-Q4").Outcome);
        Assert.Equal(0, _drafter.Calls);
        Assert.Equal(draft.DraftId, Assert.Single(_some.Host.Drafts.Open()).DraftId);
    }

    [Fact]
    public void EachSlot_IsHandedOverAtItsMinuteInIstanbul_NotBefore()
    {
        _some.Clock.Set("2026-01-20T22:59:59Z");
        Assert.DoesNotContain("draft/2025-Q4", Handed());
        _some.Clock.Set("2026-01-20T23:00:00Z");
        Assert.Contains("draft/2025-Q4", Handed());
        _some.Draft();
        _some.Clock.Set("2026-02-14T06:59:59Z");
        Assert.DoesNotContain("publish/2025-Q4.1", Handed());
        _some.Clock.Set("2026-02-14T07:00:00Z");
        Assert.Contains("publish/2025-Q4.1", Handed());
    }

    [Fact]
    public void DraftThatWaitsForPersons_CountsNoAttempt()
    {
        _some.Draft("schedule");
        _some.Clock.Set("2026-02-14T07:00:00Z");
        Tick();
        Run("publish/2025-Q4.1");
        Run("publish/2025-Q4.1");
        Assert.Equal(("NotApproved", 0L), (Slot("publish/2025-Q4.1").Outcome, Slot("publish/2025-Q4.1").Attempts));
        Assert.Contains("publish/2025-Q4.1", Handed());
    }

    [Fact]
    public void SlotBeforeTheMomentOfItsDraft_Waits()
    {
        var draft = _some.Draft();
        Assert.Null(_some.Host.Approvals.Add(draft, "approver").Failure);
        _some.Host.Slots.Require(SlotKind.Publish, draft.ReleaseId, _some.Clock.GetUtcNow());
        Run("publish/2025-Q4.1");
        Assert.Equal(("PublishEarly", 0L), (Slot("publish/2025-Q4.1").Outcome, Slot("publish/2025-Q4.1").Attempts));
        Assert.Null(_some.Host.Publications.Find(draft.ReleaseId));
    }

    [Fact]
    public void SlotOfADiscardedDraft_WaitsForTheNext()
    {
        var draft = _some.Draft();
        Tick();
        Assert.Null(_some.Host.Discards.Add(draft, "test", "drafter").Failure);
        _some.Clock.Set("2026-02-14T07:00:00Z");
        Run("publish/2025-Q4.1");
        Assert.Equal(("DraftDiscarded", null), (Slot("publish/2025-Q4.1").Outcome, Slot("publish/2025-Q4.1").FinishedAt));
        _some.Draft();
        Run("publish/2025-Q4.1");
        Assert.Equal("NotApproved", Slot("publish/2025-Q4.1").Outcome);
    }

    [Fact]
    public void Trouble_IsTriedAgainLaterAndLater_AtMostAnHourApart()
    {
        Tick();
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            Run("draft/2025-Q4");
            var minutes = 0;
            while (!Handed().Contains("draft/2025-Q4"))
            {
                _some.Clock.Advance(TimeSpan.FromMinutes(1));
                minutes++;
            }

            waits.Add(minutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
        Assert.Equal("PeriodOpen", Slot("draft/2025-Q4").Outcome);
    }

    [Fact]
    public void PublicationThatWasCutOff_IsFinishedAtOnceByTheNextProcess()
    {
        var draft = _some.Draft();
        Assert.Null(_some.Host.Approvals.Add(draft, "approver").Failure);
        _some.Clock.Set("2026-02-14T07:00:00Z");
        var first = new Ticker(_some.Host, watch: null, () => Quarter, _jobs);
        first.Tick();
        _some.Host.Slots.Begin("publish/2025-Q4.1");
        _some.Host.Slots.End("publish/2025-Q4.1", "FolderNotEmpty", finished: false);
        Assert.Null(_some.Host.Publications.Start(draft, "publisher").Failure);
        _some.Clock.Advance(TimeSpan.FromSeconds(30));
        _jobs.Slots.Clear();
        first.Tick();
        Assert.DoesNotContain("publish/2025-Q4.1", _jobs.Slots);

        var next = new Ticker(_some.Host, watch: null, () => Quarter, _jobs);
        next.Tick();
        Assert.Contains("publish/2025-Q4.1", _jobs.Slots);

        // Its own fault it waits for again.
        _some.Host.Slots.Begin("publish/2025-Q4.1");
        _some.Host.Slots.End("publish/2025-Q4.1", "FolderNotEmpty", finished: false);
        _jobs.Slots.Clear();
        next.Tick();
        Assert.DoesNotContain("publish/2025-Q4.1", _jobs.Slots);
    }

    [Fact]
    public void NightsThatWereMissed_AreMadeUpByTheLastOfThem()
    {
        // 01:00 in Istanbul: the look of this night is still to come, that of the night before was missed.
        _some.Clock.Set("2026-01-21T22:00:00Z");
        Tick();
        Assert.Equal(["reconcile/2026-01-21"], _some.Host.Slots.All().Where(s => s.Kind == SlotKind.Reconcile).Select(s => s.SlotId));
        Assert.Contains("reconcile/2026-01-21", Handed());
        _some.Clock.Set("2026-01-22T00:30:00Z");
        Tick();
        Assert.Equal("2026-01-22T00:30:00Z", Slot("reconcile/2026-01-22").DueAt);
    }

    [Fact]
    public void DueSlot_IsRecordedOnce_HoweverOftenTheClockIsLookedAt()
    {
        Tick();
        Tick();
        Assert.Equal(["draft/2025-Q4", "reconcile/2026-01-22"], _some.Host.Slots.All().Select(s => s.SlotId));
    }

    private void Tick() => new Ticker(_some.Host, watch: null, () => Quarter, _jobs).Tick();

    private HashSet<string> Handed()
    {
        _jobs.Slots.Clear();
        Tick();
        return [.. _jobs.Slots];
    }

    private void Run(string slot)
    {
        var publisher = new Publisher(_some.Host, gate: null!);
        var shelf = new RepairShelf(_some.Folder, _some.Host.Vault, 14, _some.Clock);
        new SlotRunner(_some.Host, _drafter, publisher, new Reconciler(_some.Host, publisher, shelf, retention: null)).RunAsync(slot, CancellationToken.None).GetAwaiter().GetResult();
    }

    private SlotRow Slot(string id) => _some.Host.Slots.Find(id)!;

    private sealed class FailingDrafter : IDrafter
    {
        public int Calls { get; private set; }

        public Task<Outcome<Draft>> DraftAsync(ReleasePeriod period, string drafter, CancellationToken cancellationToken, IProgress<EngineStep>? progress = null)
        {
            Calls++;
            return Task.FromResult<Outcome<Draft>>(new Failure(ExitCode.Conflict, "PeriodOpen", period.ToString()));
        }
    }

    private sealed class CountedJobs : IBackgroundJobClient
    {
        public List<string> Slots { get; } = [];

        public string Create(Job job, IState state)
        {
            Slots.Add((string)job.Args[0]);
            return "1";
        }

        public bool ChangeState(string jobId, IState state, string expectedState) => true;
    }
}
