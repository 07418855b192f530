using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Pseudonymise;
using Ingest.Schema;
using Ingest.Sealing;
using Ingest.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Ingest.Tests.Storage;

/// <summary>A store in a folder of its own, with a clock that stands still until it is set.</summary>
internal sealed class SomeStore : IDisposable
{
    public static readonly PartnerId Alpha = new("ALPHA");
    public static readonly PartnerId Beta = new("BETA");
    public static readonly Codebook Codebook = new(CodeLists.Load());

    public SomeStore(string? folder = null, string? uploadKeys = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("case-store-").FullName;
        UploadKeys = uploadKeys ?? Folder + "-keys";
        Store = Open();
        Assert.True(Store.Register(new Partner(Alpha, "Birinci ortak", "First partner")).Succeeded);
        Assert.True(Store.Register(new Partner(Beta, "İkinci ortak", "Second partner")).Succeeded);
    }

    public static KeyRing Keys { get; } = KeyRing.FromSeed("k1", "tests");

    public string Folder { get; }

    public FakeTime Time { get; } = new();

    public CaseStore Store { get; private set; }

    public string Cases => Path.Combine(Folder, "cases");

    public string UploadKeys { get; }

    public CaseStore Open() => CaseStore.Open(Folder, UploadKeys, Keys, Time).Value;

    /// <summary>An open connection to the catalogue itself, past the store.</summary>
    public SqliteConnection Connect()
    {
        SqliteConnectionStringBuilder to = SealedDatabase.Open(Path.Combine(Folder, "catalogue.db"), Keys).Connection();
        to.Pooling = false;
        var connection = new SqliteConnection(to.ConnectionString);
        connection.Open();
        return connection;
    }

    public void Reopen()
    {
        Store.Dispose();
        Store = Open();
    }

    public Receipt Add(PartnerId partner, params SomeCase[] rows) => Add(partner, null, rows);

    public Receipt Add(PartnerId partner, UploadId? replaces, params SomeCase[] rows)
    {
        StoreResult<Receipt> receipt = TryAdd(Store, partner, replaces, Digest(Time.GetUtcNow(), partner, rows.Length), rows);
        Assert.Null(receipt.Failure);
        return receipt.Value;
    }

    public static StoreResult<Receipt> TryAdd(CaseStore store, PartnerId partner, UploadId? replaces, string sha256, params SomeCase[] rows)
    {
        StoreResult<PendingUpload> begun = store.Begin(partner, Codebook, replaces, "a correction");
        if (!begun.TryGet(out PendingUpload? pending))
        {
            return begun.Failure!.Value;
        }

        using (pending)
        {
            var batch = new CaseBatch();
            foreach (SomeCase[] block in rows.Chunk(CaseBatch.Capacity))
            {
                Fill(batch, partner, block);
                pending.Accept(batch);
            }

            return pending.Commit(new UploadFacts(sha256, 100 + rows.Length, rows.Length, []));
        }
    }

    public static void Fill(CaseBatch batch, PartnerId partner, IReadOnlyList<SomeCase> rows)
    {
        batch.Count = rows.Count;
        var pseudonymiser = new Pseudonymiser(Keys, partner);
        for (int row = 0; row < rows.Count; row++)
        {
            SomeCase some = rows[row];
            pseudonymiser.CaseKey(Encoding.UTF8.GetBytes(SomeCase.NumberOf(some.Case)), batch.CaseKeys.AsMemory(row * CaseBatch.KeyBytes, CaseBatch.KeyBytes));
            batch.MatchKey(row).Clear();
            if (some.Person != 0)
            {
                SHA256.HashData(Bytes(-1, some.Person)).CopyTo(batch.MatchKey(row));
            }

            batch.YearOnly[row] = (byte)(some.RegisteredYearOnly ? 1 << (int)PeriodColumn.Registered : 0);
            foreach (CaseColumn column in Enum.GetValues<CaseColumn>())
            {
                batch.Codes(column)[row] = some.Codes.TryGetValue(column, out string? code)
                    ? Index(Codebook.ListOf(column), code)
                    : MissingCode.NotCollected;
            }

            foreach (SetColumn column in Enum.GetValues<SetColumn>())
            {
                ulong set = some.NotCollected.Contains(column) ? MissingCode.NotCollectedSet : 0;
                foreach (string code in some.Sets.GetValueOrDefault(column, []))
                {
                    set |= 1UL << Index(Codebook.ListOf(column), code);
                }

                batch.Sets(column)[row] = set;
            }

            batch.Periods(PeriodColumn.Registered)[row] = some.Registered;
            batch.Periods(PeriodColumn.Identified)[row] = some.Identified;
            batch.Periods(PeriodColumn.ServiceDate)[row] = some.ServiceDate;
            batch.Periods(PeriodColumn.PermitDate)[row] = some.PermitDate;
            batch.Periods(PeriodColumn.ReturnDate)[row] = some.ReturnDate;
        }

        pseudonymiser.Finish();
    }

    public static string Digest(params object[] parts) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts.Select(part => FormattableString.Invariant($"{part}"))))));

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(UploadKeys))
        {
            Directory.Delete(UploadKeys, recursive: true);
        }
    }

    private static byte Index(CodeList list, string code)
    {
        int index = list.IndexOf(code);
        Assert.True(index >= 0, code);
        return (byte)index;
    }

    private static byte[] Bytes(int first, int second)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, first);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), second);
        return bytes;
    }
}
