using System.Text;
using CsCheck;
using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Ingest.Schema;
using Ingest.Storage;
using Xunit;

namespace Ingest.Tests.Storage;

/// <summary>Withdrawn consents: gone from every file, kept out of every later one, and never known by their number.</summary>
public sealed class ConsentStoreTests
{
    private static readonly CodeLists Lists = CodeLists.Load();

    [Fact]
    public void AnyCases_TheOthersReadBackAsTheyWere() =>
        Gen.Select(Gen.OneOf(Gen.Int[1, 30], Gen.Int[8000, 17000]), Gen.Int[1, 3], Gen.Int).Sample(
            (rows, uploads, seed) =>
            {
                using var some = new SomeStore();
                var random = new Random(seed);
                var written = new Dictionary<UploadId, List<string>>();
                for (int i = 0; i < uploads; i++)
                {
                    some.Time.Day(2026, 1, 10 + i);
                    SomeCase[] cases = [.. Enumerable.Range(0, rows).Select(_ => new SomeCase { Case = random.Next(rows), Registered = (short)random.Next(1, 900) })];
                    Receipt receipt = some.Add(i % 2 == 0 ? SomeStore.Alpha : SomeStore.Beta, cases);
                    written.Add(receipt.Id, Read(some, receipt.Id));
                }

                int[] gone = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(rows))];
                foreach (int number in gone)
                {
                    Withdraw(some, SomeStore.Alpha, number);
                }

                // The oracle leaves them out of the list of all rows, by key.
                var without = gone.Select(number => KeyOf(SomeStore.Alpha, number)).ToHashSet(StringComparer.Ordinal);
                int removed = written.Values.Sum(all => all.Count(row => without.Contains(row[..64])));
                Assert.Equal(removed, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
                Assert.All(written, upload => Assert.Equal(upload.Value.Where(row => !without.Contains(row[..64])), Read(some, upload.Key)));
                Assert.Equal(removed, some.Store.Consents.All().Value.Sum(w => w.Records));
                Assert.All(some.Store.Consents.All().Value, w => Assert.NotNull(w.CarriedOutAt));
                Assert.Equal(uploads, Directory.GetFiles(some.Cases).Length);

                string[] before = State(some);
                Assert.Equal(0, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
                some.Reopen();
                Assert.Equal(before, State(some));
                Assert.Equal(0, some.Store.FirstBrokenAuditEntry().Value);
            },
            iter: 12);

    [Fact]
    public void LaterFile_LeavesItOutAndItsReceiptSaysSo()
    {
        using var some = new SomeStore();
        ConsentMark entered = Withdraw(some, SomeStore.Alpha, 2);
        Assert.Equal(0, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
        Assert.Equal(0, Assert.Single(some.Store.Consents.All().Value).Files);

        SomeCase[] rows = [new SomeCase { Case = 1 }, new SomeCase { Case = 2 }, new SomeCase { Case = 3 }];
        Receipt own = some.Add(SomeStore.Alpha, rows);
        Receipt other = some.Add(SomeStore.Beta, rows);

        Assert.Equal((3, 2), (own.RowsRead, own.RowsAccepted));
        Assert.Equal([new RowCount(PendingUpload.WithdrawnReason, 1)], own.SetAside);
        Assert.True(ReceiptSignature.Verify(own, SomeStore.Keys));
        Assert.DoesNotContain(KeyOf(SomeStore.Alpha, 2), Read(some, own.Id).Select(row => row[..64]));
        Assert.Equal((3, 0), (other.RowsAccepted, other.SetAside.Count));
        Assert.Equal(new ConsentId(1), entered.Id);
    }

    [Fact]
    public void ReplacedFile_IsLookedThroughToo_AndTheDateOfFirstReportStays()
    {
        using var some = new SomeStore();
        Receipt old = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 }, new SomeCase { Case = 2 });
        some.Time.Day(2026, 3, 1);
        Receipt correction = some.Add(SomeStore.Alpha, old.Id, new SomeCase { Case = 1 }, new SomeCase { Case = 2 }, new SomeCase { Case = 3 });
        Withdraw(some, SomeStore.Alpha, 1);
        Assert.Equal(2, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);

        Assert.Single(Read(some, old.Id));
        using CaseFileReader reader = some.Store.OpenFile(some.Store.FindUpload(correction.Id).Value, CaseHistory.Columns, SomeStore.Codebook, new StoredCases());
        Assert.True(reader.Read());
        Assert.Equal([1, 0], reader.Block.FirstAccepted.Take(reader.Block.Rows.Count));
    }

    [Fact]
    public void Number_IsNowhereAndNeitherIsTheKey()
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, [.. Enumerable.Range(1, 300).Select(i => new SomeCase { Case = i })]);
        ConsentMark mark = Withdraw(some, SomeStore.Alpha, 7);
        Assert.Equal(1, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
        some.Store.Dispose();

        byte[] key = Convert.FromHexString(KeyOf(SomeStore.Alpha, 7));
        foreach (string path in Directory.GetFiles(some.Folder, "*", SearchOption.AllDirectories))
        {
            byte[] bytes = File.ReadAllBytes(path);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(SomeCase.NumberOf(7))) < 0, path);
            Assert.True(bytes.AsSpan().IndexOf(key) < 0, path);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key))) < 0, path);
        }

        Assert.Equal("W000001", mark.ToString());
        Assert.NotEqual(KeyOf(SomeStore.Alpha, 7), mark.Mark);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("DOSYA-1\nDOSYA-2")]
    public void NoNumber_IsRefused(string number)
    {
        using var some = new SomeStore();
        Assert.Equal(
            StoreFailureCode.CaseNumberWrong,
            some.Store.Consents.Enter(SomeStore.Alpha, number, new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => Assert.Fail("kept")).Failure);
        Assert.Equal(
            StoreFailureCode.UnknownPartner,
            some.Store.Consents.Enter(new PartnerId("NOBODY"), "DOSYA-1", new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => Assert.Fail("kept")).Failure);
    }

    [Fact]
    public void EnteredTwice_IsOne_AndSpacesAroundItAreNoPartOfTheNumber()
    {
        using var some = new SomeStore();
        ConsentMark first = Withdraw(some, SomeStore.Alpha, 1);
        ConsentMark again = some.Store.Consents.Enter(
            SomeStore.Alpha, $" {SomeCase.NumberOf(1)} ", new DateOnly(2026, 2, 4), ConsentReason.Authority, "another", _ => Assert.Fail("kept twice")).Value;
        Assert.Equal(first, again);
        Assert.Single(some.Store.Consents.All().Value);
    }

    [Fact]
    public void NotKeptBeside_IsNotEntered()
    {
        using var some = new SomeStore();
        Assert.Equal(
            StoreFailureCode.StoreUnreachable,
            some.Store.Consents.Enter(SomeStore.Alpha, SomeCase.NumberOf(1), new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => throw new IOException()).Failure);
        Assert.Empty(some.Store.Consents.All().Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RestoredStore_IsToldAndCarriesOutAgain(bool knewTheFirst)
    {
        using var some = new SomeStore();
        Receipt receipt = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 }, new SomeCase { Case = 2 }, new SomeCase { Case = 3 });
        if (knewTheFirst)
        {
            Withdraw(some, SomeStore.Alpha, 3);
            Assert.Equal(1, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
        }

        some.Store.Dispose();
        string backup = Directory.CreateTempSubdirectory("case-store-").FullName;
        CopyFolder(some.Folder, backup);
        some.Reopen();
        Withdraw(some, SomeStore.Alpha, 3);
        Withdraw(some, SomeStore.Alpha, 1);
        Assert.True(some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Succeeded);
        IReadOnlyList<ConsentMark> beside = some.Store.Consents.Marks().Value;

        using var restored = new SomeStore(backup, some.UploadKeys);
        Assert.Contains(KeyOf(SomeStore.Alpha, 1), Read(restored, receipt.Id).Select(row => row[..64]));
        Assert.Equal(knewTheFirst ? 1 : 2, restored.Store.Consents.Replay(beside).Value);
        Assert.Equal(0, restored.Store.Consents.Replay(beside).Value);
        Assert.True(restored.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Succeeded);
        Assert.Equal([KeyOf(SomeStore.Alpha, 2)], Read(restored, receipt.Id).Select(row => row[..64]));
    }

    [Fact]
    public void OldFilePutBack_IsNoEditionOfTheNewOne()
    {
        using var some = new SomeStore();
        Receipt receipt = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 }, new SomeCase { Case = 2 });
        string old = Assert.Single(Directory.GetFiles(some.Cases));
        byte[] bytes = File.ReadAllBytes(old);
        Withdraw(some, SomeStore.Alpha, 1);
        Assert.True(some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Succeeded);
        StoredUpload upload = some.Store.FindUpload(receipt.Id).Value;

        // Under its own name it is a leftover; under the new name it does not decrypt.
        File.WriteAllBytes(old, bytes);
        some.Reopen();
        Assert.Equal([upload.FileName], Directory.GetFiles(some.Cases).Select(Path.GetFileName));
        File.WriteAllBytes(Path.Combine(some.Cases, upload.FileName), bytes);
        Assert.Equal(StoreFailureCode.FileDamaged, Assert.Throws<StoreException>(() => Read(some, receipt.Id)).Code);
    }

    [Fact]
    public void DamagedFile_IsToldAndDoesNotKeepTheOthersBack()
    {
        using var some = new SomeStore();
        Receipt damaged = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        some.Time.Day(2026, 1, 8);
        Receipt whole = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 }, new SomeCase { Case = 2 });
        File.WriteAllText(Path.Combine(some.Cases, some.Store.FindUpload(damaged.Id).Value.FileName), "damaged");
        Withdraw(some, SomeStore.Alpha, 1);

        Assert.Equal(StoreFailureCode.FileDamaged, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Failure);
        Assert.Single(Read(some, whole.Id));
        Assert.Null(Assert.Single(some.Store.Consents.All().Value).CarriedOutAt);
    }

    [Fact]
    public void UploadUnderWayWhileItIsEntered_IsLookedThroughAfterwards()
    {
        using var some = new SomeStore();
        using PendingUpload pending = some.Store.Begin(SomeStore.Alpha, SomeStore.Codebook).Value;
        Withdraw(some, SomeStore.Alpha, 1);
        Assert.Equal(0, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
        var batch = new CaseBatch();
        SomeStore.Fill(batch, SomeStore.Alpha, [new SomeCase { Case = 1 }]);
        pending.Accept(batch);
        Receipt receipt = pending.Commit(new UploadFacts(SomeStore.Digest("x"), 1, 1, [])).Value;

        Assert.Single(Read(some, receipt.Id));
        Assert.Equal(1, some.Store.Consents.CarryOut(Lists, TestContext.Current.CancellationToken).Value);
        Assert.Empty(Read(some, receipt.Id));
    }

    private static ConsentMark Withdraw(SomeStore some, PartnerId partner, int number)
    {
        StoreResult<ConsentMark> entered = some.Store.Consents.Enter(
            partner, SomeCase.NumberOf(number), new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => { });
        Assert.Null(entered.Failure);
        return entered.Value;
    }

    private static string KeyOf(PartnerId partner, int number)
    {
        var batch = new CaseBatch();
        SomeStore.Fill(batch, partner, [new SomeCase { Case = number }]);
        return Convert.ToHexStringLower(batch.CaseKey(0));
    }

    /// <summary>Each row of a file: the key of its case in hex, then everything else.</summary>
    private static List<string> Read(SomeStore some, UploadId upload)
    {
        using CaseFileReader reader = some.Store.OpenFile(some.Store.FindUpload(upload).Value, CaseFileSchema.Columns, SomeStore.Codebook, new StoredCases());
        List<string> rows = [];
        while (reader.Read())
        {
            CaseBatch batch = reader.Block.Rows;
            for (int row = 0; row < batch.Count; row++)
            {
                int at = row;
                rows.Add(string.Join(
                    ' ',
                    [
                        Convert.ToHexStringLower(batch.CaseKey(at)), Convert.ToHexStringLower(batch.MatchKey(at)), reader.Block.FirstAccepted[at], batch.YearOnly[at],
                        .. CaseFileSchema.CodeColumns.Select(c => (object)batch.Codes(c)[at]),
                        .. CaseFileSchema.SetColumns.Select(c => (object)batch.Sets(c)[at]),
                        .. CaseFileSchema.PeriodColumns.Select(c => (object)batch.Periods(c)[at]),
                    ]));
            }
        }

        return rows;
    }

    private static string[] State(SomeStore some) =>
        [.. Directory.GetFiles(some.Cases).Order(StringComparer.Ordinal).Select(f => f + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))];

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
