using System.Security.Cryptography;
using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Duplicates;
using Ingest.Intake;
using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>
/// Cases of one partner whose consent was withdrawn, recognised by a keyed mark of the case's key: who has the list and no key can neither find a case by it nor
/// tell that two lists name the same one.
/// </summary>
internal sealed class WithdrawnCases
{
    public static readonly WithdrawnCases None = new([], [], through: 0);

    private readonly Dictionary<CaseIdentity, long> numbers;
    private readonly byte[] key;

    private WithdrawnCases(Dictionary<CaseIdentity, long> numbers, byte[] key, long through)
    {
        this.numbers = numbers;
        this.key = key;
        Through = through;
    }

    /// <summary>The last withdrawal of the list that this was made from, whosever it is.</summary>
    public long Through { get; }

    public bool IsEmpty => numbers.Count == 0;

    /// <param name="all">Every withdrawal there is, in order.</param>
    /// <param name="partner">Whose cases.</param>
    /// <param name="after">Only withdrawals after this one.</param>
    /// <param name="keys">Hold the key of the marks.</param>
    public static WithdrawnCases Of(IReadOnlyList<ConsentMark> all, PartnerId partner, long after, KeyRing keys) => new(
        all.Where(mark => mark.Id.Number > after && mark.Partner == partner).ToDictionary(mark => new CaseIdentity(Convert.FromHexString(mark.Mark)), mark => mark.Id.Number),
        keys.Current(KeyPurpose.ConsentMark),
        all.Count == 0 ? 0 : all[^1].Id.Number);

    /// <summary>The mark of a case, lower-case hex of 32 bytes.</summary>
    public static string MarkOf(ReadOnlySpan<byte> caseKey, KeyRing keys) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.Current(KeyPurpose.ConsentMark), caseKey));

    /// <summary>Takes their rows out of a batch.</summary>
    /// <returns>How many rows went.</returns>
    public int RemoveFrom(CaseBatch batch)
    {
        int before = batch.Count;
        if (!IsEmpty)
        {
            batch.Remove([.. Find(batch).Select(found => found.Row)]);
        }

        return before - batch.Count;
    }

    /// <summary>Their rows in a batch, ascending, each with the number of the withdrawal.</summary>
    public IReadOnlyList<(int Row, long Withdrawal)> Find(CaseBatch batch)
    {
        List<(int, long)> found = [];
        Span<byte> mark = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (int row = 0; row < batch.Count; row++)
        {
            HMACSHA256.HashData(key, batch.CaseKey(row), mark);
            if (numbers.TryGetValue(new CaseIdentity(mark), out long withdrawal))
            {
                found.Add((row, withdrawal));
            }
        }

        return found;
    }

    public override string ToString() => nameof(WithdrawnCases);
}
