using System.Security.Cryptography;
using Dapper;
using Host.Composition;
using Host.Tests.Support;
using Ingest.Pseudonymise;

namespace Host.Tests.Workflow;

/// <summary>A ring with another current key: what was chained before still holds, and what comes after is of the same chain.</summary>
public sealed class ChainKeyTests : IDisposable
{
    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnotherCurrentKey_ContinuesTheChain(bool begunByAnEarlierVersion)
    {
        if (begunByAnEarlierVersion)
        {
            Run("DROP TRIGGER chain_key_kept; DELETE FROM chain_key");
        }

        var key = _some.Host.PartnerKeys.Issue("GOC", TimeSpan.FromDays(1), "test").Succeeded(out var issued, out _) ? issued : "";
        var rotated = Installation.Open(_some.Settings, Ring("k2", "test-1"), _some.Clock);
        rotated.Audit.Record("drafter", "quarter-look", "2025-Q4");
        Assert.Null(rotated.Audit.FindBreak());
        Assert.Equal("GOC", rotated.PartnerKeys.PartnerOf(key));
        Assert.Equal("test-1", Run("SELECT key_id FROM chain_key"));
        Assert.Null(Installation.Open(_some.Settings, Ring("k2", "test-1"), _some.Clock).Audit.FindBreak());
    }

    [Fact]
    public void RingWithoutTheChainsKey_FindsItBroken_AndClaimsNoOther()
    {
        // The database has gone over to the new key, so the ring without the old one opens it.
        _ = Installation.Open(_some.Settings, Ring("k2", "test-1"), _some.Clock);
        Run("DROP TRIGGER chain_key_kept; DELETE FROM chain_key");
        Assert.Equal(1, Installation.Open(_some.Settings, Ring("k2"), _some.Clock).Audit.FindBreak());
        Assert.Null(Run("SELECT key_id FROM chain_key"));
    }

    private static KeyRing Ring(params string[] ids)
    {
        var secrets = ids.Select(id => $$"""{ "id": "{{id}}", "secret": "{{Convert.ToBase64String(id == "test-1" ? SHA256.HashData("host tests"u8) : new byte[32])}}" }""");
        Assert.True(KeyRing.TryRead($$"""{ "schemaVersion": 1, "current": "{{ids[0]}}", "pseudonym": "{{ids[^1]}}", "keys": [{{string.Join(", ", secrets)}}] }""", out var ring, out _));
        return ring;
    }

    private string? Run(string sql)
    {
        using var connection = _some.Host.Database.Connect();
        return connection.QuerySingleOrDefault<string>(sql);
    }
}
