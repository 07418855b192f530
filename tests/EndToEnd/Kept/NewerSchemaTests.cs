using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Support;
using Host.Composition;
using Host.Drafting;
using Host.Publishing;
using Host.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EndToEnd.Kept;

/// <summary>What a newer program wrote is refused with a sentence that says so, in both languages, and nothing of it is touched.</summary>
[Trait("culture", "last")]
public sealed class NewerSchemaTests
{
    public static TheoryData<string, int, string[]> Documents => new()
    {
        { "reporting.json", 2, ["status"] },
        { "keys/keyring.json", 7, ["status"] },
        { "partners.json", 3, ["partner", "{partners.json}"] },
        { "published/2025-Q1/release.json", 4, ["verify", "{published/2025-Q1}"] },
        { "published/2025-Q1/tables.json", 4, ["verify", "{published/2025-Q1}"] },
        { "published/2025-Q1/proof.json", 4, ["verify", "{published/2025-Q1}"] },
        { "private/workflow.db", 7, ["status"] },
        { "private/cases/catalogue.db", 7, ["status"] },
        { "private/drafts/2025-Q1.1-d1.draft", 7, ["report", "2025-Q1.1-d1", "--as", "approver", "--out", "{look}"] },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task NewerDocument_IsRefused(string document, int exit, string[] line)
    {
        using var kept = new KeptSite("v1");
        MakeNewer(kept, document);
        var arguments = line.Select(w => w is ['{', .. var path, '}'] ? Path.Combine(kept.Folder, path) : w).ToArray();
        foreach (var (language, sentence) in new[] { ("tr", "daha yeni bir sürümü"), ("en", "newer version of this program") })
        {
            var process = kept.Process();
            Assert.Equal(exit, await process.RunAsync([.. arguments, "--lang", language]));
            Assert.Contains(sentence, process.Error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Path.Combine(kept.Folder, "look")));
    }

    [Fact]
    public void LedgerEntryOfANewerProgram_IsRefused()
    {
        using var kept = new KeptSite("v1");
        var installation = kept.Open();
        var entry = Newer(installation.Ledger.All()[0].Content);
        Assert.Throws<NewerSchemaException>(() => SealedRelease.Open(entry, installation.Keys));
    }

    private static void MakeNewer(KeptSite kept, string document)
    {
        var path = Path.Combine(kept.Folder, document);
        if (document.EndsWith(".db", StringComparison.Ordinal))
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            connection.Open();
            using var command = new SqliteCommand("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999-later.sql', '2030-01-01')", connection);
            command.ExecuteNonQuery();
        }
        else if (document.EndsWith(".draft", StringComparison.Ordinal))
        {
            var vault = kept.Open().Vault;
            var name = DraftDocument.NameOf(Path.GetFileNameWithoutExtension(document));
            Assert.True(vault.Read(name).Succeeded(out var draft, out _));
            vault.Write(name, Newer(draft));
        }
        else
        {
            File.WriteAllBytes(path, Newer(File.ReadAllBytes(path)));
        }
    }

    // A newer document has a member that this program has never heard of.
    private static byte[] Newer(byte[] json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document["schemaVersion"] = 2;
        document["heardOfLater"] = new JsonArray();
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
