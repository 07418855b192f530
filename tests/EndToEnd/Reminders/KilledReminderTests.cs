using System.Diagnostics;
using System.Globalization;
using EndToEnd.Support;
using Host.Reminders;
using Host.Workflow;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Reminders;

/// <summary>The real <c>work</c>, ended by SIGKILL while it reminds somebody, and started again.</summary>
[Trait("culture", "first")]
public sealed class KilledReminderTests
{
    [Theory]
    [InlineData("ReminderBegun", 0)]
    [InlineData("ReminderAnswered", 1)]
    public async Task KilledWhileItReminds_ItRemindsAtMostOnce(string step, int mails)
    {
        await using var mail = new SomeMailServer();
        using var site = Site.New();
        string folder;
        using (var desk = site.Open(TimeProvider.System))
        {
            folder = desk.Installation.Settings.Store.Private;
            Assert.Null(desk.Installation.Contacts.Set("drafter", "drafter@figures.example.org", Language.Tr, "test").Failure);
            Assert.Null(desk.Installation.Drafts.Add(Draft(TimeProvider.System.GetUtcNow())).Failure);
        }

        ReportingProcess Work() => site.Process().With("REPORTING__Calendar__FirstQuarter", "2090-Q1").With("REPORTING__Reminders__Site", "https://figures.example.org")
            .With("REPORTING__Reminders__Smtp__Host", "127.0.0.1").With("REPORTING__Reminders__Smtp__Port", mail.Port.ToString(CultureInfo.InvariantCulture))
            .With("REPORTING__Reminders__Smtp__From", "reminders@figures.example.org");
        Assert.Equal(ReportingProcess.Killed, await Work().KilledAt(step).RunAsync("work"));
        Assert.Equal(mails, mail.Mails.Count);

        var table = new ReminderTable(WorkflowDatabase.Open(folder, site.Keys()), TimeProvider.System);
        Assert.Null(Assert.Single(table.Latest(10)).FinishedAt);
        var code = await Work().RunAsync(
            async running =>
            {
                for (var i = 0; i < 600 && table.Latest(1)[0].FinishedAt is null && !running.HasExited; i++)
                {
                    await Task.Delay(100);
                }

                await Task.Delay(2000);
                using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync();
            },
            "work");
        Assert.Equal(130, code);
        Assert.Equal("Interrupted", Assert.Single(table.Latest(10)).Outcome);
        Assert.Equal(mails, mail.Mails.Count);
    }

    private static DraftRow Draft(DateTimeOffset now) => new()
    {
        DraftId = "2090-Q1.1-d1",
        ReleaseId = "2090-Q1.1",
        Period = "2090-Q1",
        Number = 1,
        DraftedBy = "drafter",
        DraftedAt = Instant.Write(now),
        ContentMac = new string('a', 64),
        PublishAt = Instant.Write(now.AddDays(30)),
    };
}
