using System.Globalization;
using EndToEnd.CommandLine;
using EndToEnd.Publishing;
using EndToEnd.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(CommandSite))]

namespace EndToEnd.CommandLine;

/// <summary>A site on which every verb finds something: an approved draft, a published quarter, a withdrawn upload, files good and bad.</summary>
public sealed class CommandSite : IDisposable
{
    private readonly ApprovedQuarter _quarter = new();
    private readonly Lazy<(Site Drafted, Site Published, Dictionary<string, string> Names)> _made;
    private int _news;

    public CommandSite() => _made = new(Make);

    public void Dispose()
    {
        if (_made.IsValueCreated)
        {
            _made.Value.Drafted.Dispose();
            _made.Value.Published.Dispose();
        }

        _quarter.Dispose();
    }

    /// <summary>The program of somebody with the right credential, a wrong one, or none; or with the right one where the draft is published already.</summary>
    internal ReportingProcess Process(string user) => user switch
    {
        "published" => _made.Value.Published.Process(user),
        "right" => _made.Value.Drafted.Process(user),
        "wrong" => _made.Value.Drafted.Process().With("REPORTING_CREDENTIAL", "not the credential"),
        "" => _made.Value.Drafted.Process(),
        _ => throw new ArgumentOutOfRangeException(nameof(user)),
    };

    internal string[] Words(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word)];

    private string Word(string word) => word switch
    {
        "{new}" => Path.Combine(_made.Value.Drafted.Folder, string.Create(CultureInfo.InvariantCulture, $"new-{Interlocked.Increment(ref _news)}")),
        ['{', .. var name, '}'] => _made.Value.Names[name],
        _ => word,
    };

    private (Site Drafted, Site Published, Dictionary<string, string> Names) Make()
    {
        var site = _quarter.Copy();
        var published = _quarter.Copy();
        var publish = published.Process("publisher");
        Assert.True(publish.RunAsync("publish", _quarter.DraftId, "--as", "publisher").GetAwaiter().GetResult() == 0, publish.Error);
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["keys"] = Path.Combine(site.Folder, "keys"),
            ["none"] = Path.Combine(site.Folder, "none"),
            ["folder"] = Path.Combine(published.Published, SampleQuarter.Period),
            ["partners"] = Path.Combine(Site.Samples, "partners.json"),
            ["draft"] = _quarter.DraftId,
            ["good"] = Write("good.csv", AgencyFile.Text(AgencyFile.Rows(8))),
            ["other"] = Write("other.csv", AgencyFile.Text(AgencyFile.Rows(9))),
            ["bad"] = Write("bad.csv", AgencyFile.Text(AgencyFile.Row(("Sektör", "Uzay")))),
            ["misspelt"] = Write("misspelt.json", """{ "stor": { "keys": "keys" } }"""u8.ToArray()),
            ["wrong"] = Write("wrong.json", """{ "intake": { "repairDays": 0 } }"""u8.ToArray()),
            ["keyless"] = Write("keyless.json", """{ "store": { "private": "private-2", "published": "published-2" } }"""u8.ToArray()),
        };
        using var desk = site.Open(new SiteClock("2025-04-22T09:00:00Z"));
        Take("KOL", AgencyFile.Row(("Kayıt Tarihi", "05.02.2024")), AgencyFile.Row(("Kayıt Tarihi", "06.02.2024"), ("Dosya No", "2024/0002"), ("Adı Soyadı", "(test) Veli Deneme"), ("Cinsiyet", "Erkek")));
        Take("GOC", AgencyFile.Rows(3));
        var last = desk.Store.Uploads().Value[^1].Receipt.Id;
        Assert.True(desk.Store.Withdraw(last, "test").Succeeded);
        names["withdrawn"] = last.ToString();
        return (site, published, names);

        void Take(string partner, params string[] rows)
        {
            using var source = new MemoryStream(AgencyFile.Text(rows));
            Assert.True(desk.Door.TakeAsync(partner, source, CancellationToken.None).GetAwaiter().GetResult().Succeeded(out var answer, out _) && answer.IsAccepted);
        }

        string Write(string name, byte[] content)
        {
            var path = Path.Combine(site.Folder, name);
            File.WriteAllBytes(path, content);
            return path;
        }
    }
}
