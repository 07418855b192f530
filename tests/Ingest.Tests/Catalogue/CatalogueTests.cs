using Dapper;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Tests.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Catalogue;

/// <summary>What the database itself refuses, whoever writes to it, and what the audit chain notices where it could not refuse.</summary>
public sealed class CatalogueTests
{
    [Theory]
    [InlineData("DELETE FROM upload")]
    [InlineData("UPDATE upload SET rows_accepted = 0")]
    [InlineData("UPDATE upload SET sha256 = 'x'")]
    [InlineData("UPDATE upload SET signature = 'x'")]
    [InlineData("UPDATE upload SET state = 'active', state_reason = NULL WHERE state = 'withdrawn'")]
    [InlineData("UPDATE audit SET actor = 'someone else'")]
    [InlineData("DELETE FROM audit WHERE entry = 1")]
    [InlineData("DELETE FROM audit")]
    [InlineData("INSERT INTO audit (entry, at, actor, action, subject, detail, key_id, previous, hash) VALUES (99, '', '', '', '', '', '', '', 'x')")]
    public void WrittenPastTheProduct_Refused(string sql)
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        Assert.True(some.Store.Withdraw(some.Add(SomeStore.Beta, new SomeCase { Case = 1 }).Id, "mistake").Succeeded);
        using SqliteConnection connection = some.Connect();
        Assert.Throws<SqliteException>(() => connection.Execute(sql));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'someone else' WHERE entry = 2", 2)]
    [InlineData("UPDATE audit SET at = '2000-01-01T00:00:00.0000000+00:00' WHERE entry = 3", 3)]
    [InlineData("DELETE FROM audit WHERE entry = 2", 2)]
    [InlineData("DELETE FROM audit WHERE entry = 1", 1)]
    public void ChainChangedWithoutTheTriggers_Noticed(string sql, long broken)
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        Assert.Equal(0, some.Store.FirstBrokenAuditEntry().Value);
        using SqliteConnection connection = some.Connect();
        connection.Execute("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;");
        connection.Execute(sql);
        Assert.Equal(broken, some.Store.FirstBrokenAuditEntry().Value);
    }

    [Fact]
    public void EveryChange_IsInTheChain()
    {
        using var some = new SomeStore();
        Receipt first = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        some.Time.Day(2026, 1, 6);
        Receipt second = some.Add(SomeStore.Alpha, first.Id, new SomeCase { Case = 1 });
        some.Store.Withdraw(second.Id, "mistake", "operator");
        some.Store.Destroy(second.Id, "retention", "operator");
        Assert.True(some.Store.Record("analyst", "microdata.viewed", "2025-Q4", "T3").Value);
        Assert.Equal(
            [
                "system partner.registered ALPHA", "system partner.registered BETA", "system upload.accepted U000001",
                "system upload.replaced U000001", "system upload.accepted U000002", "operator upload.withdrawn U000002",
                "operator upload.destroyed U000002", "analyst microdata.viewed 2025-Q4",
            ],
            some.Store.AuditEntries().Value.Select(entry => $"{entry.Actor} {entry.Action} {entry.Subject}"));
    }

    [Fact]
    public void Partner_ReadBackAsRegistered()
    {
        using var some = new SomeStore();
        var partner = new Partner(new PartnerId("SIGINMA-01"), "Işıl Sığınma Evi", "Işıl Shelter")
        {
            LegalBasis = new LegalBasis("Protokol 7", new DateOnly(2024, 5, 6)),
            ProfileHints = ["turkish-agency", "htcds-xlsx"],
        };
        Assert.True(some.Store.Register(partner).Succeeded);
        some.Reopen();
        Partner read = some.Store.FindPartner(partner.Id).Value;
        Assert.Equal((partner.NameTr, partner.NameEn, partner.LegalBasis), (read.NameTr, read.NameEn, read.LegalBasis));
        Assert.Equal(partner.ProfileHints, read.ProfileHints);
        Assert.Equal(["ALPHA", "BETA", "SIGINMA-01"], some.Store.Partners().Value.Select(p => p.Id.Value));
    }

    [Theory]
    [InlineData("U000042", true)]
    [InlineData("U1000000", true)]
    [InlineData("U42", false)]
    [InlineData("U0000042", false)]
    [InlineData("U000000", false)]
    [InlineData("u000042", false)]
    [InlineData("U-00042", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void UploadId_OneSpelling(string? text, bool valid)
    {
        Assert.Equal(valid, UploadId.TryParse(text, out UploadId id));
        Assert.True(!valid || id.ToString() == text);
    }
}
