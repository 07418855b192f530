namespace Anonymize.Attacking.Bounds;

/// <summary>What is left of an unknown; High is null where nothing bounds it. Proved tells of each end whether a whole solution reaches it.</summary>
internal readonly record struct Interval(long Low, long? High, bool IsProved)
{
    public bool IsSingle => High == Low;
}
