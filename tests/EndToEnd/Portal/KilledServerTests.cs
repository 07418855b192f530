using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EndToEnd.Intake;
using EndToEnd.Support;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>
/// The real server, ended by SIGKILL at each named step of an upload, then started again: nothing is lost, nothing is there twice. One round a step in every run;
/// the variable REPORTING_ROUNDS asks for more.
/// </summary>
[Trait("culture", "first")]
public sealed class KilledServerTests
{
    private const string Partner = "GOC";

    public static TheoryData<string> Steps => IntakeSteps.All;

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task KilledAtAStep_TheDeliveryIsThereWholeOrNotAtAllAndIsTakenOnce(string step)
    {
        for (var round = 0; round < LongRun.Rounds; round++)
        {
            await RoundAsync(step);
            LongRun.Survived("upload", step);
        }
    }

    private static async Task RoundAsync(string step)
    {
        using var site = Site.New();
        string key;
        using (var desk = site.Open(new SiteClock("2025-04-10T09:00:00Z")))
        {
            Assert.True(desk.Installation.PartnerKeys.Issue(Partner, TimeSpan.FromDays(3650), "test").Succeeded(out var issued, out var failure), failure?.Code);
            key = issued!;
        }

        var file = AgencyFile.Text(AgencyFile.Rows(12));
        await ServerProcess.DiesAtAsync(site, step, async client =>
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync(client, file));
        });
        await ServerProcess.ServesAsync(site.Process(), async client =>
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var again = await SendAsync(client, file);
            var answer = JsonDocument.Parse(await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("answer");
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
            Assert.Equal(step == IntakeSteps.Last, answer.GetProperty("alreadyAccepted").GetBoolean());

            using var list = JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/uploads", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Equal("accepted", Assert.Single(list.RootElement.GetProperty("uploads").EnumerateArray()).GetProperty("state").GetString());
        });
        Assert.Single(Directory.GetFiles(Path.Combine(site.Settings.Store.Private, "cases", "cases")));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/uploads") { Content = new ByteArrayContent(file) };
        request.Headers.Add("Idempotency-Key", "once");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
