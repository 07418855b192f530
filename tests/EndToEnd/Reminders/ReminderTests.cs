using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EndToEnd.Support;
using Host.Composition;
using Host.Configuration;
using Host.Jobs;
using Host.Outcomes;
using Host.Reminders;
using Host.Security;
using Host.Workflow;
using Publication.Releases;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Reminders;

/// <summary>Who is reminded of what and when, over a real mail server and a real HTTP server on this machine.</summary>
[Trait("culture", "last")]
public sealed class ReminderTests : IAsyncLifetime
{
    private const string Secret = "the secret of a webhook";

    private readonly SiteClock _clock = new("2025-04-10T09:00:00Z");
    private readonly Site _site = Site.New();
    private SomeMailServer _mail = null!;
    private SomeWebhook _hook = null!;
    private ReleaseDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Installation Installation => _desk.Installation;

    public async ValueTask InitializeAsync()
    {
        _mail = new SomeMailServer();
        _hook = await SomeWebhook.StartAsync(Stop);
        _site.Reminders = new ReminderSettings
        {
            Site = "https://figures.example.org",
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = _mail.Port, From = "reminders@figures.example.org" },
            Webhook = new WebhookSettings { Address = _hook.Address.ToString() },
        };
        _desk = _site.Open(_clock);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _mail.DisposeAsync();
        await _hook.DisposeAsync();
        _site.Dispose();
    }

    [Fact]
    public async Task Partner_IsRemindedOnceBeforeAndOnceAfterTheLastDay_WhereItOwesTheQuarter()
    {
        var (gives, owes) = (SampleQuarter.Files[0], Site.Partners[1].Id);
        Person("gives", Role.Partner, Language.Tr, gives.Partner);
        Person("owes", Role.Partner, Language.En, owes);
        await using (var file = File.OpenRead(gives.Path))
        {
            Assert.True((await _desk.Door.TakeAsync(gives.Partner, file, Stop)).Succeeded(out _, out var failure), failure?.Code);
        }

        // The last day is 20 April; 21:00 UTC is midnight in Istanbul.
        Assert.Empty(await MailsAtAsync("2025-04-12T20:59:00Z"));
        var before = Assert.Single(await MailsAtAsync("2025-04-12T21:00:00Z"));
        Assert.Contains("To: owes@figures.example.org", before, StringComparison.Ordinal);
        Assert.Contains("Your records of 2025-Q1 are awaited until 20 April 2025.", Joined(before), StringComparison.Ordinal);
        Assert.Contains("https://figures.example.org/en/desk/uploads", before, StringComparison.Ordinal);
        Assert.DoesNotContain(owes, before, StringComparison.Ordinal);
        Assert.Empty(await MailsAtAsync("2025-04-20T20:59:00Z"));
        Assert.Empty(await MailsAtAsync("2025-04-22T20:59:00Z"));
        Assert.Contains("the last day was 20 April 2025", Joined(Assert.Single(await MailsAtAsync("2025-04-22T21:00:00Z"))), StringComparison.Ordinal);
        Assert.Empty(await MailsAtAsync("2025-04-25T09:00:00Z"));
    }

    [Fact]
    public async Task LateReminder_IsNotSentWeeksLater()
    {
        Person("owes", Role.Partner, Language.Tr, Site.Partners[1].Id);
        Assert.Empty(await MailsAtAsync("2025-05-02T09:00:00Z"));
    }

    [Fact]
    public async Task CutOffThatIsExtended_IsTold()
    {
        Person("owes", Role.Partner, Language.Tr, Site.Partners[1].Id);
        Assert.Contains("20 Nisan 2025", Joined(Assert.Single(await MailsAtAsync("2025-04-15T09:00:00Z"))), StringComparison.Ordinal);
        Assert.Null(Installation.CutOffs.Set(ReleasePeriod.OfQuarter(2025, 1), new DateOnly(2025, 4, 25), "sistem arızası", "drafter").Failure);
        Assert.Contains("25 Nisan 2025", Joined(Assert.Single(await MailsAtAsync("2025-04-18T09:00:00Z"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DraftAndSubmission_WaitForThoseWhoCanDoSomething()
    {
        Address("drafter");
        Address("approver");
        Person("both", [Role.Analyst, Role.Approver]);
        var draft = Draft();
        var first = await MailsAtAsync("2025-04-21T09:00:00Z");
        Assert.Equal(["both", "drafter"], Recipients(first));
        Assert.All(first, m => Assert.Contains("/tr/desk/quarters/2025-Q1/checklist", m, StringComparison.Ordinal));

        // Who submits cannot approve, nor can who drafted.
        Assert.Null(Installation.Reviews.Submit(draft, new string('b', 64), "both").Failure);
        Assert.Equal(["approver"], Recipients(await MailsAtAsync("2025-04-22T09:00:00Z")));
        Assert.Empty(await MailsAtAsync("2025-04-23T09:00:00Z"));
        _clock.Set("2025-04-23T10:00:00Z");
        Assert.Null(Installation.Reviews.Submit(draft, new string('c', 64), "drafter").Failure);
        Assert.Equal(["approver", "both"], Recipients(await MailsAtAsync("2025-04-24T09:00:00Z")));
        Assert.Null(Installation.Approvals.Add(draft, "approver", new string('c', 64)).Failure);
        Person("late", Role.Approver, Language.Tr);
        Assert.Empty(await MailsAtAsync("2025-04-25T09:00:00Z"));
    }

    [Fact]
    public async Task MissedSlot_IsToldToOperatorsAlone()
    {
        Person("boss", Role.Operator, Language.En);
        Address("drafter");
        Installation.Slots.Require(SlotKind.Reconcile, "2025-04-09", new DateTimeOffset(2025, 4, 9, 0, 30, 0, TimeSpan.Zero));
        Installation.Slots.Require(SlotKind.Reconcile, "2025-04-11", new DateTimeOffset(2025, 4, 11, 0, 30, 0, TimeSpan.Zero));
        Installation.Slots.Require(SlotKind.Publish, "2025-Q1.1", new DateTimeOffset(2025, 4, 11, 0, 30, 0, TimeSpan.Zero));
        Installation.Slots.End("publish/2025-Q1.1", "NotApproved", finished: false);
        Assert.Empty(await MailsAtAsync("2025-04-11T01:29:00Z"));
        var told = Assert.Single(await MailsAtAsync("2025-04-11T09:00:00Z"));
        Assert.Equal(["boss"], Recipients([told]));
        Assert.Contains("https://figures.example.org/en/desk/system", told, StringComparison.Ordinal);
        Assert.Equal("reconcile/2025-04-11", Installation.Reminders.Latest(1)[0].Subject);

        // Made up hours later, it was missed all the same; done within the hour, it was not.
        Installation.Slots.Require(SlotKind.Draft, "2025-Q1", new DateTimeOffset(2025, 4, 12, 0, 30, 0, TimeSpan.Zero));
        _clock.Set("2025-04-12T00:40:00Z");
        Installation.Slots.End("draft/2025-Q1", "Done", finished: true);
        Assert.Empty(await MailsAtAsync("2025-04-12T09:00:00Z"));
    }

    [Fact]
    public async Task Mail_SaysOneSentenceAndNothingOfTheMachine()
    {
        Address("drafter", Language.En);
        Draft();
        var mail = Assert.Single(await MailsAtAsync("2025-04-21T09:00:00Z"));
        var (head, body) = (mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)], mail[mail.IndexOf("\n\n", StringComparison.Ordinal)..]);
        Assert.Contains("Subject: Reminder", head, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", head, StringComparison.Ordinal);
        Assert.Equal("The draft of 2025-Q1 is made and waits for its review.\n\nhttps://figures.example.org/en/desk/quarters/2025-Q1/checklist", body.Trim());
        Assert.DoesNotContain(Environment.MachineName, head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(_mail.Commands, c => c.Contains(Environment.MachineName, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("451 later", "MailDeferred", 1)]
    [InlineData("530 5.7.0 authentication required", "MailSignIn", 1)]
    [InlineData("550 no such person", "MailRefused", 0)]
    public async Task Refusal_IsTriedAgainOnlyWhereItMayPass(string answer, string code, int afterwards)
    {
        Address("drafter");
        Draft();
        _mail.Recipient = answer;
        Assert.Empty(await MailsAtAsync("2025-04-21T09:00:00Z", afterwards == 0 ? null : code));
        Assert.Equal(code, Installation.Reminders.Latest(1)[0].Outcome);
        _mail.Recipient = "250 ok";
        Assert.Equal(afterwards, (await MailsAtAsync("2025-04-21T09:01:00Z")).Length);
        Assert.Empty(await MailsAtAsync("2025-04-21T09:02:00Z"));
    }

    [Fact]
    public async Task ServerThatIsAway_IsTriedAgainAndStopsTheRun()
    {
        Address("drafter");
        Address("approver");
        Draft();
        var port = _mail.Port;
        await _mail.DisposeAsync();
        _clock.Set("2025-04-21T09:00:00Z");
        Assert.Equal("MailAway", (await MailRun().RunAsync(Stop)).Failure?.Code);
        Assert.Equal(("MailAway", null), (Installation.Reminders.Latest(1)[0].Outcome, Installation.Reminders.Latest(1)[0].FinishedAt));
        _mail = new SomeMailServer();
        Assert.NotEqual(port, _mail.Port);
        _site.Reminders = _site.Reminders with { Smtp = _site.Reminders.Smtp with { Port = _mail.Port } };
        Assert.Single(await MailsAtAsync("2025-04-21T09:01:00Z"));
    }

    [Fact]
    public async Task MailThatMayHaveGoneOut_IsNotSentAgain()
    {
        Address("drafter");
        Draft();
        _mail.HangsUp = true;
        Assert.Single(await MailsAtAsync("2025-04-21T09:00:00Z"));
        _mail.HangsUp = false;
        Assert.Equal("Unanswered", Installation.Reminders.Latest(1)[0].Outcome);
        Assert.Empty(await MailsAtAsync("2025-04-22T09:00:00Z"));
    }

    [Theory]
    [InlineData("a@figures.example.org\r\nBcc: you@elsewhere.example")]
    [InlineData("a@figures.example.org\nBcc: you@elsewhere.example")]
    [InlineData("a@figures.example.org,you@elsewhere.example")]
    [InlineData("a@figures.example.org;you@elsewhere.example")]
    [InlineData("\"a\" <you@elsewhere.example>")]
    [InlineData("a@b@elsewhere.example")]
    [InlineData("a @elsewhere.example")]
    [InlineData("ayşe@elsewhere.example")]
    [InlineData("a@elsewhere.example\0")]
    [InlineData("@elsewhere.example")]
    [InlineData("a@")]
    public async Task AddressThatCouldBeMore_IsRefusedByPageDatabaseAndSender(string address)
    {
        Assert.Equal("EmailWrong", Installation.Contacts.Set("drafter", address, Language.Tr, "boss").Failure?.Code);
        Assert.ThrowsAny<Microsoft.Data.Sqlite.SqliteException>(() => WriteAddress(address, isChecked: true));
        WriteAddress(address, isChecked: false);
        Draft();
        Assert.Empty(await MailsAtAsync("2025-04-21T09:00:00Z"));
        Assert.Empty(_mail.Commands);
        Assert.Equal("AddressWrong", Installation.Reminders.Latest(1)[0].Outcome);
    }

    [Fact]
    public async Task ServerElsewhere_IsNotSpokenToInClear()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(own is null, "This machine has no address but its own name.");
        await using var elsewhere = new SomeMailServer(own);
        _site.Reminders = _site.Reminders with { Smtp = _site.Reminders.Smtp with { Host = own.ToString(), Port = elsewhere.Port } };
        Address("drafter");
        Draft();
        _clock.Set("2025-04-21T09:00:00Z");
        Assert.Equal("MailNotSecure", (await MailRun().RunAsync(Stop)).Failure?.Code);
        Assert.DoesNotContain(elsewhere.Commands, c => c.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) || c.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Webhook_GetsASignedSentenceAndALinkForEachPerson()
    {
        Draft();
        _clock.Set("2025-04-21T09:00:00Z");
        Assert.Null((await HookRun().RunAsync(Stop)).Failure);
        Assert.Null((await HookRun().RunAsync(Stop)).Failure);
        var (body, time, signature) = Assert.Single(_hook.Posts);
        Assert.Equal($"{_clock.GetUtcNow().ToUnixTimeSeconds()}", time);
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}", signature);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(["schemaVersion", "user", "language", "text", "link"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("drafter", json.RootElement.GetProperty("user").GetString());
        Assert.Equal("https://figures.example.org/tr/desk/quarters/2025-Q1/checklist", json.RootElement.GetProperty("link").GetString());
    }

    [Theory]
    [InlineData(503, "WebhookDeferred", 2)]
    [InlineData(429, "WebhookDeferred", 2)]
    [InlineData(410, "WebhookRefused", 1)]
    [InlineData(307, "WebhookRefused", 1)]
    public async Task Webhook_IsTriedAgainOnlyWhereItMayPass(int status, string code, int posts)
    {
        Draft();
        _hook.Status = status;
        _clock.Set("2025-04-21T09:00:00Z");
        Assert.Equal(posts == 1 ? null : code, (await HookRun().RunAsync(Stop)).Failure?.Code);
        Assert.Equal(code, Installation.Reminders.Latest(1)[0].Outcome);
        _hook.Status = 200;
        Assert.Null((await HookRun().RunAsync(Stop)).Failure);
        Assert.Null((await HookRun().RunAsync(Stop)).Failure);
        Assert.Equal(posts, _hook.Posts.Count);
    }

    [Fact]
    public void Schedule_SendsThemAtTheirMinuteAndTriesAgain()
    {
        Address("drafter");
        Person("both", [Role.Analyst, Role.Approver]);
        Assert.Null(Installation.Contacts.Set("both", null, Language.Tr, "boss").Failure);
        Draft();
        Assert.True(Channels().Succeeded(out var channels, out _));
        var (server, ticker) = WorkServer.New(_desk, TimeSpan.FromSeconds(1), ticksItself: false, [.. channels!.OfType<MailChannel>()]);
        using (server)
        {
            // 09:00 in Istanbul.
            _mail.Recipient = "451 later";
            At("2025-04-21T05:59:00Z");
            Assert.Null(Installation.Slots.Find("remind/2025-04-21"));
            At("2025-04-21T06:00:00Z");
            Assert.Equal(("MailDeferred", null), (Installation.Slots.Find("remind/2025-04-21")!.Outcome, Installation.Slots.Find("remind/2025-04-21")!.FinishedAt));
            _mail.Recipient = "250 ok";
            At("2025-04-21T06:02:00Z");
            Assert.Equal("Done", Installation.Slots.Find("remind/2025-04-21")!.Outcome);
            Assert.Single(_mail.Mails);

            // A channel that is away for days has one slot that waits for it, not one a day.
            Address("both");
            _mail.Recipient = "451 later";
            At("2025-04-22T06:00:00Z");
            At("2025-04-23T06:00:00Z");
            At("2025-04-23T08:00:00Z");
            Assert.Equal(("Superseded", "MailDeferred"), (Installation.Slots.Find("remind/2025-04-22")!.Outcome, Installation.Slots.Find("remind/2025-04-23")!.Outcome));
            Assert.Null(Installation.Slots.Find("remind/2025-04-23")!.FinishedAt);
        }

        void At(string now)
        {
            _clock.Set(now);
            ticker.Tick();
            var api = server.Storage.GetMonitoringApi();
            for (var quiet = 0; quiet < 3;)
            {
                Thread.Sleep(100);
                quiet = api.EnqueuedCount("default") + api.ProcessingCount() == 0 ? quiet + 1 : 0;
            }
        }
    }

    [Fact]
    public void Reminder_ThatIsOverStaysAsItIs()
    {
        var contact = new Contact("drafter", null, Language.Tr);
        var reminder = new Reminder(ReminderKind.DraftWaits, "2025-Q1.1-d1", contact, "system");
        Assert.True(Installation.Reminders.Begin(reminder, "mail"));
        Assert.False(Installation.Reminders.Begin(reminder, "mail"));
        Installation.Reminders.CloseInterrupted();
        Assert.False(Installation.Reminders.Begin(reminder, "mail"));
        Assert.Equal("reminder-once", Run("UPDATE reminders SET finished_at = NULL"));
        Assert.Equal("reminder-kept", Run("DELETE FROM reminders"));
    }

    [Theory]
    [InlineData(true, false, "SmtpPasswordMissing")]
    [InlineData(false, true, "WebhookSecretMissing")]
    public void SecretThatIsMissing_StopsTheStart(bool byMail, bool byHook, string code)
    {
        var settings = new ReminderSettings
        {
            Smtp = byMail ? new SmtpSettings { Host = "127.0.0.1", User = "us", PasswordFile = Path.Combine(_site.Folder, "none") } : new SmtpSettings(),
            Webhook = byHook ? new WebhookSettings { Address = "https://hooks.example", SecretFile = Path.Combine(_site.Folder, "none") } : new WebhookSettings(),
        };
        var failure = ReminderChannels.Read(settings, _ => Secret, _clock).Failure!;
        Assert.Equal((code, ExitCode.DependencyUnavailable), (failure.Code, failure.Exit));
    }

    private static string Joined(string mail) => mail.Replace("=\n", "", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string[] Recipients(IEnumerable<string> mails) => [.. mails.Select(m => m.Split('\n').Single(l => l.StartsWith("To: ", StringComparison.Ordinal))[4..].Split('@')[0]).Order(StringComparer.Ordinal)];

    /// <summary>What goes out by mail at a moment.</summary>
    private async Task<string[]> MailsAtAsync(string now, string? failure = null)
    {
        _clock.Set(now);
        _mail.Mails.Clear();
        Assert.Equal(failure, (await MailRun().RunAsync(Stop)).Failure?.Code);
        return [.. _mail.Mails.Select(m => m.ReplaceLineEndings("\n"))];
    }

    private Outcome<IReadOnlyList<IReminderChannel>> Channels() =>
        ReminderChannels.Read(_site.Reminders, name => name == ReminderChannels.SecretVariable ? Secret : null, _clock);

    private ReminderRun MailRun() => new(_desk, [.. ChannelsOf<MailChannel>()]);

    private ReminderRun HookRun() => new(_desk, [.. ChannelsOf<WebhookChannel>()]);

    private IEnumerable<IReminderChannel> ChannelsOf<T>()
    {
        Assert.True(Channels().Succeeded(out var channels, out var failure), failure?.Code);
        return channels.Where(c => c is T);
    }

    private void Person(string user, Role role, Language language, string? partner = null) => Person(user, [role], language, partner);

    private void Person(string user, Role[] roles, Language language = Language.Tr, string? partner = null)
    {
        Assert.Null(Installation.Users.Put(user, Site.Credential, roles, "test", 1000, partner).Failure);
        Address(user, language);
    }

    private void Address(string user, Language language = Language.Tr) => Assert.Null(Installation.Contacts.Set(user, $"{user}@figures.example.org", language, "boss").Failure);

    private DraftRow Draft()
    {
        var row = new DraftRow
        {
            DraftId = "2025-Q1.1-d1",
            ReleaseId = "2025-Q1.1",
            Period = "2025-Q1",
            Number = 1,
            DraftedBy = "drafter",
            DraftedAt = Instant.Write(_clock.GetUtcNow()),
            ContentMac = new string('a', 64),
            PublishAt = "2025-05-15T07:00:00Z",
        };
        return Installation.Drafts.Add(row).Succeeded(out var added, out var failure) ? added : throw new InvalidOperationException(failure.Code);
    }

    private void WriteAddress(string address, bool isChecked)
    {
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA ignore_check_constraints = {(isChecked ? "OFF" : "ON")}; UPDATE users SET email = $address WHERE user_id = 'drafter'";
        command.Parameters.AddWithValue("$address", address);
        command.ExecuteNonQuery();
    }

    private string Run(string sql)
    {
        using var connection = Installation.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery()).Message.Split('\'')[1];
    }
}
