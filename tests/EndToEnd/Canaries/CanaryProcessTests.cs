using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using EndToEnd.Portal;
using EndToEnd.Support;
using Host.Composition;
using Host.Security;
using Xunit;

namespace EndToEnd.Canaries;

/// <summary>The real server takes canaries through its three doors and says nothing of them, in what it writes to its console as in what it leaves on the disk.</summary>
[Trait("culture", "first")]
public sealed partial class CanaryProcessTests
{
    [Fact]
    public async Task Server_SaysAndKeepsNoCanary()
    {
        using var site = Site.New();
        site.Open(TimeProvider.System).Dispose();
        var installation = Installation.Open(site.Settings, site.Keys(), TimeProvider.System);
        var partner = Site.Partners[0].Id;
        Assert.True(installation.PartnerKeys.Issue(partner, TimeSpan.FromDays(1), "test").Succeeded(out var key, out var failure), failure?.Code);
        Assert.Null(installation.Users.Put("of-partner", Site.Credential, [Role.Partner], "test", 1000, partner).Failure);
        Assert.Null(installation.Users.Put("some-operator", Site.Credential, [Role.Operator], "test", 1000).Failure);
        var folder = Directory.CreateDirectory(Path.Combine(site.Incoming, partner)).FullName;
        var search = new CanarySearch(Canary.All);
        var process = site.Process();
        await ServerProcess.ServesAsync(process, async client =>
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var desk = await DeskUser.SignInAsync(client.BaseAddress!, installation, "of-partner", Site.Credential);
            foreach (var rows in new[] { Canary.Good(10), Canary.Faulty })
            {
                using var body = new ByteArrayContent(AgencyFile.Text(rows));
                using var sent = await client.PostAsync(new Uri("/v1/uploads", UriKind.Relative), body, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
                using var handedIn = await desk.SendFileAsync("/tr/desk/uploads/new", AgencyFile.Text([.. rows, Canary.Good(3)[0]]), Canary.FileName, ("act", "hand-in"));
                Assert.Equal(HttpStatusCode.Redirect, handedIn.StatusCode);
                var path = Path.Combine(folder, $"{rows.Length}{Canary.FileName}");
                await File.WriteAllBytesAsync(path, Canary.WithOwnColumn(rows), TestContext.Current.CancellationToken);
                await File.WriteAllTextAsync(path + ".ready", "", TestContext.Current.CancellationToken);
            }

            for (var i = 0; i < 300 && Directory.EnumerateFiles(folder).Any(); i++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            Assert.Empty(Directory.EnumerateFiles(folder));
            using var operations = await DeskUser.SignInAsync(client.BaseAddress!, installation, "some-operator", Site.Credential);
            var jobs = "";
            for (var i = 0; i < 100 && !jobs.Contains("/jobs/details/", StringComparison.Ordinal); i++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
                jobs = await operations.ReadAsync("/desk/jobs/jobs/succeeded");
            }

            var job = Job().Match(jobs);
            Assert.True(job.Success);
            jobs += await operations.ReadAsync(job.Value);
            Assert.Contains(partner, jobs, StringComparison.Ordinal);
            Assert.Empty(search.In("jobs", Encoding.UTF8.GetBytes(jobs)));
        });

        Assert.NotEmpty(process.Output);
        Assert.Empty(search.In("output", Encoding.UTF8.GetBytes(process.Output)));
        Assert.Empty(search.In("errors", Encoding.UTF8.GetBytes(process.Error)));
        Assert.Empty(search.InFolder(site.Folder, mayBeNamed: path => path.StartsWith(site.Incoming, StringComparison.Ordinal)));
    }

    [GeneratedRegex("/desk/jobs/jobs/details/[0-9A-Za-z-]+")]
    private static partial Regex Job();
}
