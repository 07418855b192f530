using EndToEnd.BadInput;
using EndToEnd.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(RegisteredSite))]

namespace EndToEnd.BadInput;

/// <summary>One installation with partners, users and one accepted upload, for tests that must leave it as it is.</summary>
public sealed class RegisteredSite : IDisposable
{
    private readonly Lazy<Site> _site = new(Make);

    internal Site Site => _site.Value;

    public void Dispose()
    {
        if (_site.IsValueCreated)
        {
            _site.Value.Dispose();
        }
    }

    private static Site Make()
    {
        var site = Site.New();
        using var desk = site.Open(new SiteClock("2025-04-10T09:00:00Z"));
        using var source = new MemoryStream(AgencyFile.Text(AgencyFile.Rows(12)));
        var answer = desk.Door.TakeAsync("GOC", source, CancellationToken.None).GetAwaiter().GetResult();
        Assert.True(answer.Succeeded(out var given, out var failure) && given.IsAccepted, failure?.Code ?? given?.Text ?? "");
        return site;
    }
}
