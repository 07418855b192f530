namespace Ingest.Cases;

/// <summary>
/// How "not collected by this partner" is written; "asked and unknown" and "not applicable" are ordinary leaves of the code lists
/// (UNK, NAP) where a variable has them.
/// </summary>
internal static class MissingCode
{
    /// <summary>Coded cell: the partner's shape has no such column. Counted as the list's <c>notCollectedAs</c> leaf.</summary>
    public const byte NotCollected = byte.MaxValue;

    /// <summary>Set cell: asked and unknown.</summary>
    public const ulong UnknownSet = 1UL << 62;

    /// <summary>Set cell: the partner's shape has no such column.</summary>
    public const ulong NotCollectedSet = 1UL << 63;

    /// <summary>The bits of a set that are codes.</summary>
    public const ulong CodeBits = UnknownSet - 1;
}
