using Ingest.Counting.Kernel;
using Ingest.Intake;

namespace Ingest.Counting;

/// <summary>
/// The last digit of a count: who reported the person. Digits 0 … n − 1 are the partner whose record counts, n … 2n − 1 partners
/// that know the person besides; the latter rows are in no total.
/// </summary>
internal sealed class GatheredPartners(IReadOnlyList<PartnerId> partners)
{
    private readonly List<int> digits = [];

    public IReadOnlyList<PartnerId> Partners { get; } = partners;

    public void Add(in RosterEntry entry)
    {
        digits.Add(entry.Partner);
        foreach (int other in entry.OtherPartners)
        {
            digits.Add(Partners.Count + other);
        }
    }

    public KeyColumn Finish() => new IntKeyColumn(digits.ToArray(), Math.Max(1, 2 * Partners.Count));
}
