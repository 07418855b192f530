using System.Text;
using CsCheck;
using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Ingest.Storage;
using Xunit;

namespace Ingest.Tests.Storage;

public sealed class CaseStoreTests
{
    private static readonly IReadOnlyList<string> AllColumns = CaseFileSchema.Create("U000001", "k1", SomeStore.Codebook).FieldsList.Select(field => field.Name).ToList();

    [Fact]
    public void AnyRows_ReadBackAsWritten() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 40], Gen.Int[8000, 20000]), Gen.Int).Sample(
            (rows, seed) =>
            {
                using var some = new SomeStore();
                CaseBatch[] written = RandomBatches(rows, new Random(seed));
                using (PendingUpload pending = some.Store.Begin(SomeStore.Alpha, SomeStore.Codebook).Value)
                {
                    var reused = new CaseBatch();
                    foreach (CaseBatch batch in written)
                    {
                        Copy(batch, reused);
                        pending.Accept(reused);
                    }

                    Assert.True(pending.Commit(new UploadFacts(SomeStore.Digest(seed), 1, rows, [])).Succeeded);
                }

                some.Reopen();
                StoredUpload upload = Assert.Single(some.Store.Uploads().Value);
                using CaseFileReader reader = some.Store.OpenFile(upload, AllColumns, SomeStore.Codebook, new StoredCases());
                List<string> read = [];
                while (reader.Read())
                {
                    read.AddRange(Rows(reader.Block.Rows));
                    Assert.All(reader.Block.FirstAccepted.Take(reader.Block.Rows.Count), order => Assert.Equal(0, order));
                }

                Assert.Equal(written.SelectMany(Rows), read);
            },
            iter: 12);

    [Fact]
    public void SameBytesTwice_FirstReceipt()
    {
        using var some = new SomeStore();
        string digest = SomeStore.Digest("same");
        Receipt first = SomeStore.TryAdd(some.Store, SomeStore.Alpha, null, digest, new SomeCase { Case = 1 }).Value;
        some.Time.Day(2026, 2, 1);
        Receipt second = SomeStore.TryAdd(some.Store, SomeStore.Alpha, null, digest, new SomeCase { Case = 1 }).Value;
        Receipt elsewhere = SomeStore.TryAdd(some.Store, SomeStore.Beta, null, digest, new SomeCase { Case = 1 }).Value;

        Assert.Equal(ReceiptText.Of(first), ReceiptText.Of(second));
        Assert.Equal(first.Signature, second.Signature);
        Assert.NotEqual(first.Id, elsewhere.Id);
        Assert.Equal(2, some.Store.Uploads().Value.Count);
        Assert.Equal(2, Directory.GetFiles(some.Cases).Length);
    }

    [Fact]
    public void Receipt_CountsAndIsSigned()
    {
        using var some = new SomeStore();
        using PendingUpload pending = some.Store.Begin(SomeStore.Alpha, SomeStore.Codebook).Value;
        var batch = new CaseBatch();
        SomeStore.Fill(batch, SomeStore.Alpha,
        [
            new SomeCase { Case = 1, Person = 1, Registered = Quarter.Pack(2025, 4) },
            new SomeCase { Case = 1, Person = 1, Registered = Quarter.Pack(2025, 4) },
            new SomeCase { Case = 2, Person = 1, Registered = Quarter.Pack(2025, 3), Identified = Quarter.Pack(2025, 4) },
            new SomeCase { Case = 3, Registered = Quarter.Pack(2025, 1) },
            new SomeCase { Case = 4, Registered = Quarter.Pack(2025, 1), RegisteredYearOnly = true },
        ]);
        pending.Accept(batch);
        Receipt receipt = pending.Commit(new UploadFacts(SomeStore.Digest("x"), 77, 9, [new("noConsent", 3), new("faulty", 1), new("none", 0)])).Value;

        Assert.Equal((9, 5, 2, 1), (receipt.RowsRead, receipt.RowsAccepted, receipt.DuplicatesInFile, receipt.YearOnly));
        Assert.Equal([new RowCount("2025-Q1", 1), new RowCount("2025-Q4", 3)], receipt.Quarters);
        Assert.Equal([new RowCount("faulty", 1), new RowCount("noConsent", 3)], receipt.SetAside);
        Assert.True(ReceiptSignature.Verify(receipt, SomeStore.Keys));
        Assert.False(ReceiptSignature.Verify(receipt with { RowsAccepted = 6 }, SomeStore.Keys));
        Assert.False(ReceiptSignature.Verify(receipt, KeyRing.FromSeed("k1", "another")));
        StoredUpload stored = some.Store.FindUpload(receipt.Id).Value;
        Assert.Equal(ReceiptText.Of(receipt), ReceiptText.Of(stored.Receipt));
        Assert.True(ReceiptSignature.Verify(stored.Receipt, SomeStore.Keys));
    }

    [Fact]
    public void NotCommitted_NothingIsLeft()
    {
        using var some = new SomeStore();
        using (PendingUpload pending = some.Store.Begin(SomeStore.Alpha, SomeStore.Codebook).Value)
        {
            var batch = new CaseBatch();
            SomeStore.Fill(batch, SomeStore.Alpha, [new SomeCase { Case = 1 }]);
            pending.Accept(batch);
            Assert.Single(Directory.GetFiles(some.Cases));
        }

        Assert.Empty(Directory.GetFiles(some.Cases));
        Assert.Empty(some.Store.Uploads().Value);
    }

    [Fact]
    public void Leftovers_GoAtOpening_WhatIsBeingWrittenStays()
    {
        using var some = new SomeStore();
        Receipt kept = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        File.WriteAllText(Path.Combine(some.Cases, "U000090.k1.parquet.part"), "half");
        File.WriteAllText(Path.Combine(some.Cases, "U000091.k1.parquet"), "renamed, never committed");
        using PendingUpload pending = some.Store.Begin(SomeStore.Beta, SomeStore.Codebook).Value;

        using CaseStore second = some.Open();

        Assert.Equal(
            [some.Store.FindUpload(kept.Id).Value.FileName, "U000002.k1.parquet.part"],
            Directory.GetFiles(some.Cases).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(pending.Commit(new UploadFacts(SomeStore.Digest("y"), 1, 0, [])).Succeeded);
        Assert.Equal(2, second.Uploads().Value.Count);
    }

    [Fact]
    public void UnknownPartner_Refused()
    {
        using var some = new SomeStore();
        Assert.Equal(StoreFailureCode.UnknownPartner, some.Store.Begin(new PartnerId("NOBODY"), SomeStore.Codebook).Failure);
    }

    [Fact]
    public void OtherKeyUnderTheSameId_KeyUnavailable()
    {
        using var some = new SomeStore();
        Assert.Equal(
            StoreFailureCode.KeyUnavailable,
            CaseStore.Open(some.Folder, some.UploadKeys, KeyRing.FromSeed("k1", "another"), some.Time).Failure);
    }

    [Fact]
    public void OtherPseudonymKey_KeyUnavailable()
    {
        using var some = new SomeStore();
        Assert.Equal(
            StoreFailureCode.KeyUnavailable,
            CaseStore.Open(some.Folder, some.UploadKeys, KeyRing.FromSeed("k2", "another"), some.Time).Failure);
    }

    [Fact]
    public void FileOfAnotherUpload_Damaged()
    {
        using var some = new SomeStore();
        Receipt first = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        Receipt second = some.Add(SomeStore.Beta, new SomeCase { Case = 2 });
        StoredUpload upload = some.Store.FindUpload(first.Id).Value;
        File.Copy(
            Path.Combine(some.Cases, some.Store.FindUpload(second.Id).Value.FileName),
            Path.Combine(some.Cases, upload.FileName),
            overwrite: true);
        Assert.Equal(StoreFailureCode.FileDamaged, ReadingFails(some, upload));
    }

    [Fact]
    public void ChangedOrTruncatedFile_Damaged()
    {
        using var some = new SomeStore();
        StoredUpload upload = some.Store.FindUpload(
            some.Add(SomeStore.Alpha, [.. Enumerable.Range(1, 500).Select(i => new SomeCase { Case = i, Person = i })]).Id).Value;
        string path = Path.Combine(some.Cases, upload.FileName);
        byte[] good = File.ReadAllBytes(path);
        byte[] changed = [.. good];
        changed[good.Length / 2] ^= 1;
        File.WriteAllBytes(path, changed);
        Assert.Equal(StoreFailureCode.FileDamaged, ReadingFails(some, upload));
        File.WriteAllBytes(path, good[..(good.Length / 2)]);
        Assert.Equal(StoreFailureCode.FileDamaged, ReadingFails(some, upload));
        File.Delete(path);
        Assert.Equal(StoreFailureCode.FileDamaged, ReadingFails(some, upload));
    }

    [Fact]
    public void FilesAndCatalogue_HoldNoPlainValue()
    {
        using var some = new SomeStore();
        SomeCase[] rows = [.. Enumerable.Range(1, 300).Select(i => new SomeCase { Case = i, Person = i, Codes = { [CaseColumn.Sector] = "FSX" } })];
        Receipt receipt = some.Add(SomeStore.Alpha, rows);
        var batch = new CaseBatch();
        SomeStore.Fill(batch, SomeStore.Alpha, rows);
        some.Store.Dispose();

        foreach (string path in Directory.GetFiles(some.Folder, "*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(path);
            Assert.True(bytes.AsSpan().IndexOf(batch.CaseKey(7)) < 0, path);
            Assert.True(bytes.AsSpan().IndexOf(batch.MatchKey(7)) < 0, path);
            Assert.True(bytes.AsSpan().IndexOf(SomeStore.Keys.Current(KeyPurpose.StoreFile)) < 0, path);
            if (!path.EndsWith(".db", StringComparison.Ordinal))
            {
                Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("FSX")) < 0, path);
                Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("caseKey")) < 0, path);
            }
        }

        Assert.DoesNotContain("FSX", receipt.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WithdrawnUpload_CountsNoMore_AndMayComeAgain()
    {
        using var some = new SomeStore();
        string digest = SomeStore.Digest("same");
        Receipt first = SomeStore.TryAdd(some.Store, SomeStore.Alpha, null, digest, new SomeCase { Case = 1 }).Value;
        Assert.Equal(UploadState.Withdrawn, some.Store.Withdraw(first.Id, "sent by mistake").Value.State);
        Assert.Equal(StoreFailureCode.UploadNotActive, some.Store.Withdraw(first.Id, "again").Failure);
        Assert.Equal(StoreFailureCode.UnknownUpload, some.Store.Withdraw(new UploadId(99), "no such").Failure);
        Assert.NotEqual(first.Id, SomeStore.TryAdd(some.Store, SomeStore.Alpha, null, digest, new SomeCase { Case = 1 }).Value.Id);
    }

    [Fact]
    public void Replaced_OnlyOnceAndByItsPartner()
    {
        using var some = new SomeStore();
        Receipt old = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        Assert.Equal(
            StoreFailureCode.OtherPartnersUpload,
            SomeStore.TryAdd(some.Store, SomeStore.Beta, old.Id, SomeStore.Digest("b"), new SomeCase { Case = 1 }).Failure);
        some.Time.Day(2026, 3, 1);
        Receipt correction = some.Add(SomeStore.Alpha, old.Id, new SomeCase { Case = 1 }, new SomeCase { Case = 2 });
        Assert.Equal(old.Id, correction.Replaces);
        Assert.Equal(UploadState.Replaced, some.Store.FindUpload(old.Id).Value.State);
        Assert.Equal("a correction", some.Store.FindUpload(old.Id).Value.StateReason);
        Assert.Equal(
            StoreFailureCode.UploadNotActive,
            SomeStore.TryAdd(some.Store, SomeStore.Alpha, old.Id, SomeStore.Digest("c"), new SomeCase { Case = 1 }).Failure);

        // The case that was there before keeps its date; the new one has that of the correction.
        using CaseFileReader reader = some.Store.OpenFile(some.Store.FindUpload(correction.Id).Value, CaseHistory.Columns, SomeStore.Codebook, new StoredCases());
        Assert.True(reader.Read());
        Assert.Equal([1, 0], reader.Block.FirstAccepted.Take(2));
    }

    [Fact]
    public void Destroyed_FileGoes_RecordStays()
    {
        using var some = new SomeStore();
        Receipt receipt = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        Assert.Equal(StoreFailureCode.UploadStillActive, some.Store.Destroy(receipt.Id, "retention").Failure);
        Assert.True(some.Store.Withdraw(receipt.Id, "over").Succeeded);
        Assert.NotNull(some.Store.Destroy(receipt.Id, "retention").Value.DestroyedAt);
        Assert.Empty(Directory.GetFiles(some.Cases));
        Assert.Equal(receipt.Signature, some.Store.FindUpload(receipt.Id).Value.Receipt.Signature);
        Assert.Equal(StoreFailureCode.UploadNotActive, some.Store.Destroy(receipt.Id, "again").Failure);
        some.Reopen();
    }

    private static StoreFailureCode ReadingFails(SomeStore some, StoredUpload upload) => Assert.Throws<StoreException>(() =>
    {
        using CaseFileReader reader = some.Store.OpenFile(upload, AllColumns, SomeStore.Codebook, new StoredCases());
        while (reader.Read())
        {
        }
    }).Code;

    private static CaseBatch[] RandomBatches(int rows, Random random)
    {
        List<CaseBatch> batches = [];
        for (int left = rows; left > 0; left -= CaseBatch.Capacity)
        {
            var batch = new CaseBatch { Count = Math.Min(left, CaseBatch.Capacity) };
            random.NextBytes(batch.CaseKeys);
            random.NextBytes(batch.MatchKeys);
            random.NextBytes(batch.YearOnly);
            foreach (CaseColumn column in CaseFileSchema.CodeColumns)
            {
                int codes = SomeStore.Codebook.Codes(column).Count();
                for (int row = 0; row < batch.Count; row++)
                {
                    int code = random.Next(codes + 1);
                    batch.Codes(column)[row] = code == codes ? MissingCode.NotCollected : (byte)code;
                }
            }

            foreach (SetColumn column in CaseFileSchema.SetColumns)
            {
                ulong all = (1UL << SomeStore.Codebook.Codes(column).Count()) - 1;
                for (int row = 0; row < batch.Count; row++)
                {
                    batch.Sets(column)[row] = ((ulong)random.NextInt64() & all) | (random.Next(9) == 0 ? MissingCode.UnknownSet : 0);
                }
            }

            foreach (PeriodColumn column in CaseFileSchema.PeriodColumns)
            {
                for (int row = 0; row < batch.Count; row++)
                {
                    batch.Periods(column)[row] = (short)random.Next(-1, 900);
                }
            }

            batches.Add(batch);
        }

        return [.. batches];
    }

    private static void Copy(CaseBatch from, CaseBatch to)
    {
        to.Count = from.Count;
        from.CaseKeys.CopyTo(to.CaseKeys, 0);
        from.MatchKeys.CopyTo(to.MatchKeys, 0);
        from.YearOnly.CopyTo(to.YearOnly, 0);
        foreach (CaseColumn column in CaseFileSchema.CodeColumns)
        {
            from.Codes(column).CopyTo(to.Codes(column), 0);
        }

        foreach (SetColumn column in CaseFileSchema.SetColumns)
        {
            from.Sets(column).CopyTo(to.Sets(column), 0);
        }

        foreach (PeriodColumn column in CaseFileSchema.PeriodColumns)
        {
            from.Periods(column).CopyTo(to.Periods(column), 0);
        }
    }

    private static IEnumerable<string> Rows(CaseBatch batch)
    {
        for (int row = 0; row < batch.Count; row++)
        {
            int at = row;
            yield return string.Join(
                ' ',
                [
                    Convert.ToHexString(batch.CaseKey(at)),
                    Convert.ToHexString(batch.MatchKey(at)),
                    batch.YearOnly[at],
                    .. CaseFileSchema.CodeColumns.Select(column => (object)batch.Codes(column)[at]),
                    .. CaseFileSchema.SetColumns.Select(column => (object)batch.Sets(column)[at]),
                    .. CaseFileSchema.PeriodColumns.Select(column => (object)batch.Periods(column)[at]),
                ]);
        }
    }
}
