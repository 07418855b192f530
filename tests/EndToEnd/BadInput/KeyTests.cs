using EndToEnd.Support;
using Ingest.Pseudonymise;
using Xunit;

namespace EndToEnd.BadInput;

/// <summary>Keys that are missing, unreadable or others than the store was written with: exit code 7, a sentence, nothing touched, no word of the key.</summary>
[Trait("culture", "last")]
public sealed class KeyTests(RegisteredSite registered)
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "missing", "KeysMissing", "keyring.json" },
        { "a folder", "KeysMissing", "keyring.json" },
        { "not JSON", "KeysMalformed", "keyring.json" },
        { "too short", "KeysMalformed", "keyring.json" },
        { "of a newer program", "NewerSchema", "keyring.json" },
        { "another key", "DatabaseKeyUnavailable", "workflow.db" },
        { "another key of the same name", "DatabaseKeyUnavailable", "workflow.db" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WrongKeys_AreADependency_AndTheStoreStaysAsItIs(string fault, string code, string named)
    {
        using var site = registered.Site.Copy();
        Spoil(Path.Combine(site.Folder, "keys", "keyring.json"), fault);
        var file = Path.Combine(site.Folder, "export.csv");
        await File.WriteAllBytesAsync(file, AgencyFile.Text(AgencyFile.Rows(20)), TestContext.Current.CancellationToken);
        var before = SiteState.Of(site);
        foreach (var language in new[] { "tr", "en" })
        {
            var ingest = site.Process();
            Assert.Equal(7, await ingest.RunAsync("ingest", file, "--partner", "GOC", "--lang", language));
            Assert.StartsWith(language == "tr" ? "hata " : "error ", ingest.Error, StringComparison.Ordinal);
            Assert.Contains(code, ingest.Error, StringComparison.Ordinal);
            Assert.Contains(named, ingest.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", ingest.Error + ingest.Output, StringComparison.Ordinal);
            Assert.Equal(before, SiteState.Of(site));
        }

        Assert.Equal(7, await site.Process().RunAsync("status"));
        Assert.Equal(before, SiteState.Of(site));
    }

    private static void Spoil(string ring, string fault)
    {
        if (fault is "missing" or "a folder")
        {
            File.Delete(ring);
        }

        if (fault == "a folder")
        {
            Directory.CreateDirectory(ring);
        }

        var text = fault switch
        {
            "not JSON" => "canary",
            "too short" => """{ "schemaVersion": 1, "current": "canary", "pseudonym": "canary", "keys": [{ "id": "canary", "secret": "AAAA" }] }""",
            "of a newer program" => """{ "schemaVersion": 2, "ring": { "canary": true } }""",
            "another key" => KeyRing.NewText("other"),
            "another key of the same name" => KeyRing.NewText("test-1"),
            _ => null,
        };
        if (text is not null)
        {
            File.WriteAllText(ring, text);
        }
    }
}
