using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Host.Composition;
using Host.Doors;
using Host.Drafting;
using Host.Publishing;
using Ingest.Sealing;
using Publication.Releases;
using Publication.Rules;
using Publication.Verification;
using Xunit;

namespace EndToEnd.Kept;

/// <summary>What earlier versions stored is read by this one: case files, catalogue, draft, certificate, ledger, published folder.</summary>
[Trait("culture", "last")]
public sealed class KeptSampleTests
{
    public static TheoryData<string> Versions => new(KeptSite.Versions);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Installation_OpensWithItsLedgerAndItsChains(string version)
    {
        using var kept = new KeptSite(version);
        var status = kept.Process();
        Assert.True(await status.RunAsync("status", "--format", "json") == 0, status.Error);
        Assert.Contains("2025-Q1.1", status.Output, StringComparison.Ordinal);
        Assert.Contains("\"ledgerBreak\": null", status.Output, StringComparison.Ordinal);
        Assert.Contains("\"auditBreak\": null", status.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void CaseFiles_AreDecryptedAndCounted(string version)
    {
        using var kept = new KeptSite(version);
        var installation = kept.Open();
        Assert.True(ReleaseDesk.Open(installation).Succeeded(out var desk, out _));
        using (desk)
        {
            Assert.True(desk.Counts.Of(ReleasePeriod.OfQuarter(2025, 1), CancellationToken.None).Succeeded(out var counted, out var failure), failure?.Code);
            Assert.All(counted.Populations.Values, p => Assert.True(p.Length > 0));
            Assert.Equal([25, 17, 19], desk.Store.Uploads().Value.Select(u => u.Receipt.RowsAccepted));
            Assert.Equal(0, desk.Store.FirstBrokenAuditEntry().Value);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void DraftAndCertificate_AreRead(string version)
    {
        using var kept = new KeptSite(version);
        var installation = kept.Open();
        Assert.True(StoredDraft.Read(installation.Drafts.Find("2025-Q1.1-d1")!, installation).Succeeded(out var draft, out var failure), failure?.Code);
        Assert.Equal("2025-Q1.1", ReleaseSerializer.Read(draft.Content).Header.Id);
        Assert.NotEmpty(CertificateSerializer.Read(draft.Certificate)!.Witnesses);
        Assert.Equal(5, RuleSetReader.Read(draft.RuleSet).K);
        Assert.NotEmpty(draft.Ladder);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Ledger_OpensUnderItsSealsAndItsProof(string version)
    {
        using var kept = new KeptSite(version);
        var installation = kept.Open();
        Assert.True(PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure), failure?.Code);
        var release = Assert.Single(history.Releases);
        Assert.NotEmpty(release.Content.Tables);
        Assert.NotEqual(0, release.Proof.Json.Length);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task PublishedFolder_IsVerified_AndItsFiguresAreWrittenAgain(string version)
    {
        using var kept = new KeptSite(version);

        // The sample keeps what is stored; the workbooks are drawn from it, and only their absence would be noticed.
        Array.ForEach(["bulletin.en.xlsx", "bulletin.tr.xlsx"], f => File.WriteAllBytes(Path.Combine(kept.Published, f), []));
        var verify = kept.Process().With("REPORTING__Store__Private", Path.Combine(kept.Folder, "none"));
        Assert.True(await verify.RunAsync("verify", kept.Published, "--key-file", kept.KeyFile) == 0, verify.Output + verify.Error);
        var again = Path.Combine(kept.Folder, "again");
        var report = kept.Process();
        Assert.True(await report.RunAsync("report", "2025-Q1", "--out", again) == 0, report.Error);
        Assert.All(
            Directory.EnumerateFiles(kept.Published, "*.csv"),
            f => Assert.Equal(File.ReadAllText(f), File.ReadAllText(Path.Combine(again, Path.GetFileName(f)))));
    }

    // Else a ring that is only tried would lock the installation out of its own databases.
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Databases_GoOverToTheNewKeyOfTheInstallation_AndNotOfARingThatVerifyTries(string version)
    {
        using var kept = new KeptSite(version);
        var own = await File.ReadAllTextAsync(kept.KeyFile, TestContext.Current.CancellationToken);
        var tried = Path.Combine(kept.Folder, "tried.json");
        await File.WriteAllTextAsync(tried, WithNewKey(own, "tried-1"), TestContext.Current.CancellationToken);
        await RunAsync(0, "status");
        await RunAsync(4, "verify", kept.Published, "--key-file", tried);
        await RunAsync(0, "status");

        await File.WriteAllTextAsync(kept.KeyFile, WithNewKey(own, "kept-2"), TestContext.Current.CancellationToken);
        _ = kept.Open();
        await File.WriteAllTextAsync(kept.KeyFile, own, TestContext.Current.CancellationToken);
        Assert.Equal("kept-2", Assert.Throws<SealException>(kept.Open).KeyId);

        async Task RunAsync(int exit, params string[] line)
        {
            var process = kept.Process();
            var code = await process.RunAsync([.. line, "--lang", "en"]);
            Assert.True(exit == code, $"{string.Join(' ', line)}: {code}\n{process.Output}\n{process.Error}");
        }

        static string WithNewKey(string ring, string id)
        {
            var json = JsonNode.Parse(ring)!.AsObject();
            json["current"] = id;
            json["keys"]!.AsArray().Add(new JsonObject { ["id"] = id, ["secret"] = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(id))) });
            return json.ToJsonString();
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Register_IsRead(string version)
    {
        using var kept = new KeptSite(version);
        Assert.True(PartnerFile.Read(Path.Combine(kept.Folder, "partners.json")).Succeeded(out var partners, out _));
        Assert.Equal(6, partners.Count);
    }
}
