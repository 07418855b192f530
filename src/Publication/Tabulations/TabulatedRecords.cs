namespace Publication.Tabulations;

/// <summary>The input of a tabulation as the verifier recounts it.</summary>
/// <param name="Leaves">[variable] number of leaves.</param>
/// <param name="Atoms">[record][variable] leaf; records may repeat.</param>
/// <param name="Counts">[record] how many, or how much.</param>
/// <param name="PartnerCounts">[partner][record] how much of it is theirs; no partners where nobody's records are told apart.</param>
internal sealed record TabulatedRecords(int[] Leaves, int[][] Atoms, long[] Counts, IReadOnlyList<long[]> PartnerCounts)
{
    /// <summary>Such records can exist: one leaf of each variable.</summary>
    public bool IsAtom(int[] atom) => atom.Length == Leaves.Length && atom.Zip(Leaves).All(l => l.First >= 0 && l.First < l.Second);
}
