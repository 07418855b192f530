using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Ingest.Schema;
using Ingest.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Storage;

/// <summary>Each upload has a key of its own, outside the store: destroyed, it takes every copy of the upload with it.</summary>
public sealed class UploadKeyTests
{
    private static readonly CodeLists Lists = CodeLists.Load();

    [Fact]
    public void EveryUpload_HasAKeyOfItsOwn_ThatTheStoreDoesNotHoldAndTheRingDoesNotGive()
    {
        using var some = new SomeStore();
        Receipt[] receipts = [Of(some, SomeStore.Alpha, 1), Of(some, SomeStore.Beta, 2)];
        StoredUpload[] uploads = [.. receipts.Select(r => some.Store.FindUpload(r.Id).Value)];
        DataKey[] keys = [.. uploads.Select(u => some.Store.UploadKeys.Open(u.DataKey!))];

        Assert.NotEqual(keys[0].Bytes, keys[1].Bytes);
        Assert.Equal(uploads.Select(u => u.DataKey + ".key").Order(StringComparer.Ordinal), Directory.GetFiles(some.UploadKeys).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (string file in Directory.GetFiles(some.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.All(keys, key => Assert.Equal(-1, Bytes(file).AsSpan().IndexOf(key.Bytes)));
        }

        foreach (KeyPurpose purpose in Enum.GetValues<KeyPurpose>())
        {
            byte[] fromRing = SomeStore.Keys.Derive("k1", purpose)!;
            Assert.All([fromRing, CaseFileKey.Derive(fromRing, receipts[0].Id)], key => Assert.Equal(StoreFailureCode.FileDamaged, Failure(() => OpenWith(some, uploads[0], key))));
        }

        OpenWith(some, uploads[0], CaseFileKey.Derive(keys[0].Bytes, receipts[0].Id));
    }

    [Fact]
    public void DestroyedUpload_CannotBeReadInAnOlderCopy_WhichLearnsOfItWhenItIsOpened()
    {
        using var some = new SomeStore();
        Receipt gone = Of(some, SomeStore.Alpha, 1, 2);
        Receipt kept = Of(some, SomeStore.Beta, 3);
        using var backup = new Backup(some);
        Assert.True(some.Store.Withdraw(gone.Id, "sent by mistake").Succeeded);
        Assert.True(some.Store.Destroy(gone.Id, "retention").Succeeded);
        backup.Restore();

        StoredUpload destroyed = some.Store.FindUpload(gone.Id).Value;
        Assert.Equal((UploadState.Withdrawn, some.Time.Now), (destroyed.State, destroyed.DestroyedAt));
        Assert.Equal(StoreFailureCode.UploadKeyMissing, Failure(() => some.Store.UploadKeys.Open(destroyed.DataKey!)));
        Assert.Equal([some.Store.FindUpload(kept.Id).Value.FileName], Directory.GetFiles(some.Cases).Select(Path.GetFileName));
        Assert.Equal(("upload.destroyed", UploadKeySettling.Reason), some.Store.AuditEntries().Value.Select(e => (e.Action, e.Detail)).Last());
        Assert.Equal(1, Persons(some).Value);

        // The copy's own file, as it lies in the backup, with everything that is left: the ring.
        Assert.Equal(StoreFailureCode.UploadKeyMissing, Failure(() => CaseFileKey.Of(destroyed, 0, SomeStore.Keys, some.Store.UploadKeys)));
        Assert.NotEqual(gone.Id, Of(some, SomeStore.Alpha, 1, 2).Id);
        Assert.Equal(3, Persons(some).Value);
    }

    [Fact]
    public void ClosedYear_TakesTheKeysOfItsFiles()
    {
        using var some = new SomeStore();
        some.Time.Day(2023, 4, 10);
        StoredUpload old = some.Store.FindUpload(Of(some, SomeStore.Alpha, 1).Id).Value;
        some.Time.Day(2026, 2, 1);
        Assert.Equal(1, some.Store.CloseYear(2023, "yearClosed").Value);
        Assert.True(some.Store.UploadKeys.IsDestroyed(old.DataKey!));
        Assert.False(some.Store.UploadKeys.Has(old.DataKey!));
    }

    [Fact]
    public void DestructionThatWasCutOff_IsFinishedWhenTheStoreIsOpened()
    {
        using var some = new SomeStore();
        Receipt receipt = Of(some, SomeStore.Alpha, 1);
        string key = Path.Combine(some.UploadKeys, some.Store.FindUpload(receipt.Id).Value.DataKey + ".key");
        byte[] wrapped = Bytes(key);
        File.WriteAllBytes(key + ".part", wrapped);
        Assert.True(some.Store.Withdraw(receipt.Id, "test").Succeeded);
        Assert.True(some.Store.Destroy(receipt.Id, "retention").Succeeded);
        Assert.Equal([Path.ChangeExtension(key, ".gone")], Directory.GetFiles(some.UploadKeys));

        File.WriteAllBytes(key, wrapped);
        some.Reopen();
        Assert.False(File.Exists(key));
    }

    [Fact]
    public void MissingKey_IsNamed_UntilItsUploadIsWithdrawn()
    {
        using var some = new SomeStore();
        Receipt lost = Of(some, SomeStore.Alpha, 1);
        Of(some, SomeStore.Beta, 2);
        File.Delete(Path.Combine(some.UploadKeys, some.Store.FindUpload(lost.Id).Value.DataKey + ".key"));
        some.Reopen();
        Assert.True(some.Store.Consents.Enter(SomeStore.Beta, SomeCase.NumberOf(9), new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => { }).Succeeded);
        Assert.True(some.Store.Consents.Enter(SomeStore.Alpha, SomeCase.NumberOf(9), new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => { }).Succeeded);
        Assert.Equal(StoreFailureCode.UploadKeyMissing, Persons(some).Failure);
        Assert.Equal(StoreFailureCode.UploadKeyMissing, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Failure);

        Assert.True(some.Store.Withdraw(lost.Id, "its key is lost").Succeeded);
        Assert.Equal(1, Persons(some).Value);
        Assert.True(some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Succeeded);
    }

    [Fact]
    public void AnotherCurrentKey_WrapsEveryKeyAnew_AndTheEarlierOneOpensNoneOfThem()
    {
        using var some = new SomeStore();
        Receipt receipt = Of(some, SomeStore.Alpha, 1, 2);
        some.Store.Dispose();
        string secret = Convert.ToBase64String(new byte[KeyRing.KeyBytes]);
        KeyRing later = Ring("k2", "k1", secret);
        using (CaseStore rotated = CaseStore.Open(some.Folder, some.UploadKeys, later, some.Time).Value)
        {
            Assert.Equal(2, Persons(rotated).Value);
            string id = rotated.FindUpload(receipt.Id).Value.DataKey!;
            WrappedKey wrapped = WrappedKey.Read(Bytes(Path.Combine(some.UploadKeys, id + ".key")));
            Assert.Equal(("k2", some.Time.Now), (wrapped.KeyId, wrapped.MadeAt));
            Assert.Equal(StoreFailureCode.KeyUnavailable, Failure(() => wrapped.Unwrap(id, SomeStore.Keys)));
            Assert.Equal(rotated.UploadKeys.Open(id).Bytes, wrapped.Unwrap(id, Ring("k2", "k2", secret)).Bytes);
        }
    }

    [Fact]
    public void StrayKey_GoesAfterItsTimeAndNotBefore()
    {
        using var some = new SomeStore();
        StoredUpload owned = some.Store.FindUpload(Of(some, SomeStore.Alpha, 1).Id).Value;
        DataKey stray = DataKey.New();
        some.Store.UploadKeys.Keep(stray);
        Assert.True(some.Store.DataKeys.DestroyStray(some.Time.Now).Succeeded);
        Assert.Equal(stray.Bytes, some.Store.UploadKeys.Open(stray.Id).Bytes);
        Assert.True(some.Store.DataKeys.DestroyStray(some.Time.Now.AddSeconds(1)).Succeeded);
        Assert.Equal(StoreFailureCode.UploadKeyMissing, Failure(() => some.Store.UploadKeys.Open(stray.Id)));
        Assert.True(some.Store.UploadKeys.Has(owned.DataKey!));
    }

    [Fact]
    public void WrappedKey_ThatWasChangedOrRenamed_GivesNoKey()
    {
        DataKey key = DataKey.New();
        var wrapped = WrappedKey.Of(key, SomeStore.Keys, DateTimeOffset.UnixEpoch);
        Assert.Equal(key.Bytes, WrappedKey.Read(wrapped.Bytes).Unwrap(key.Id, SomeStore.Keys).Bytes);
        foreach (byte[] part in new[] { wrapped.Nonce, wrapped.Tag, wrapped.Wrapped })
        {
            for (int i = 0; i < part.Length; i++)
            {
                part[i] ^= 1;
                Assert.Equal(StoreFailureCode.FileDamaged, Failure(() => wrapped.Unwrap(key.Id, SomeStore.Keys)));
                part[i] ^= 1;
            }
        }

        Assert.Equal(StoreFailureCode.FileDamaged, Failure(() => wrapped.Unwrap(DataKey.New().Id, SomeStore.Keys)));
        Assert.Equal(StoreFailureCode.KeyUnavailable, Failure(() => (wrapped with { KeyId = "k9" }).Unwrap(key.Id, SomeStore.Keys)));
        Assert.Equal(StoreFailureCode.NewerSchemaVersion, Failure(() => WrappedKey.Read((wrapped with { SchemaVersion = 2 }).Bytes)));
        Assert.All(new[] { "", "{}", "[]", "null", "{\"schemaVersion\":1}" }, text => Assert.Equal(StoreFailureCode.FileDamaged, Failure(() => WrappedKey.Read(System.Text.Encoding.UTF8.GetBytes(text)))));
    }

    [Fact]
    public void UploadOfBefore_OpensWithTheRing_AndIsWrittenAnewWithIt()
    {
        using var some = new SomeStore();
        Receipt receipt = Of(some, SomeStore.Alpha, 1, 2);
        StoredUpload upload = some.Store.FindUpload(receipt.Id).Value;
        some.Store.Dispose();
        WriteAsBefore(some, upload, 1, 2);
        some.Reopen();

        Assert.Null(some.Store.FindUpload(receipt.Id).Value.DataKey);
        Assert.Equal(2, Persons(some).Value);
        Assert.True(some.Store.Consents.Enter(SomeStore.Alpha, SomeCase.NumberOf(2), new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => { }).Succeeded);
        Assert.Equal(1, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
        Assert.Equal(1, Persons(some).Value);
        Assert.True(some.Store.Withdraw(receipt.Id, "test").Succeeded);
        Assert.True(some.Store.Destroy(receipt.Id, "retention").Succeeded);
        Assert.Empty(Directory.GetFiles(some.Cases));
    }

    /// <summary>As the version before wrote it: the file's key follows from the ring, and the catalogue names none.</summary>
    private static void WriteAsBefore(SomeStore some, StoredUpload upload, params int[] cases)
    {
        string id = upload.Receipt.Id.ToString();
        byte[] key = CaseFileKey.Derive(SomeStore.Keys.Derive("k1", KeyPurpose.StoreFile)!, upload.Receipt.Id);
        using (FileStream file = File.Create(Path.Combine(some.Cases, upload.FileName)))
        {
            using var writer = new CaseFileWriter(file, CaseFileSchema.Create(id, "k1", SomeStore.Codebook), key, "k1");
            var batch = new CaseBatch();
            SomeStore.Fill(batch, SomeStore.Alpha, [.. cases.Select(Case)]);
            writer.Write(batch, new int[cases.Length]);
            writer.Close();
        }

        using SqliteConnection connection = some.Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER upload_data_key_is_fixed; UPDATE upload SET data_key = NULL";
        command.ExecuteNonQuery();
    }

    private static Receipt Of(SomeStore some, PartnerId partner, params int[] cases) => some.Add(partner, [.. cases.Select(Case)]);

    private static SomeCase Case(int number) => new() { Case = number, Registered = Quarter.Pack(2023, 1) };

    private static StoreResult<int> Persons(SomeStore some) => Persons(some.Store);

    private static StoreResult<int> Persons(CaseStore store)
    {
        StoreResult<PopulationSummary> summary =
            new PopulationCounter(store, Lists, QuarterRule.AlwaysOpen).Summarise(Population.Victims, ["2023-Q1"], TestContext.Current.CancellationToken);
        return summary.Succeeded ? summary.Value.Persons : summary.Failure!.Value;
    }

    private static void OpenWith(SomeStore some, StoredUpload upload, byte[] key)
    {
        using CaseFileReader reader = CaseFileReader.Open(
            Path.Combine(some.Cases, upload.FileName), key, upload.Receipt.Id.ToString(), [CaseFileSchema.CaseKey], SomeStore.Codebook, new StoredCases());
        Assert.True(reader.Read());
    }

    private static StoreFailureCode Failure(Action act) => Assert.Throws<StoreException>(act).Code;

    private static StoreFailureCode Failure<T>(Func<T> act) => Failure(() => { _ = act(); });

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static KeyRing Ring(string current, string pseudonym, string secret)
    {
        string first = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("tests"u8));
        string text = $$"""{ "schemaVersion": 1, "current": "{{current}}", "pseudonym": "{{pseudonym}}", "keys": [{ "id": "k2", "secret": "{{secret}}" }{{(pseudonym == "k1" ? $", {{ \"id\": \"k1\", \"secret\": \"{first}\" }}" : "")}}] }""";
        Assert.True(KeyRing.TryRead(text, out KeyRing? ring, out KeyFault fault), $"{fault}");
        return ring;
    }

    /// <summary>A copy of the store's folder; the upload keys are not in it.</summary>
    private sealed class Backup : IDisposable
    {
        private readonly SomeStore _some;
        private readonly string _copy = Directory.CreateTempSubdirectory("case-store-backup-").FullName;

        public Backup(SomeStore some)
        {
            _some = some;
            some.Store.Dispose();
            Copy(some.Folder, _copy);
            some.Reopen();
        }

        public void Restore()
        {
            _some.Store.Dispose();
            Directory.Delete(_some.Folder, recursive: true);
            Copy(_copy, _some.Folder);
            _some.Reopen();
        }

        public void Dispose() => Directory.Delete(_copy, recursive: true);

        private static void Copy(string from, string to)
        {
            foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }
}
