namespace Publication.Tabulations;

/// <summary>A witness that is possible and changes nothing that is shown, with what matters to those who know more than that.</summary>
/// <param name="Changes">[table] change by cell.</param>
/// <param name="Left">Kinds of records that it makes fewer, and how many of each are left.</param>
internal sealed record CheckedAlternative(IReadOnlyList<Dictionary<int, long>> Changes, IReadOnlyDictionary<int, long> Left)
{
    /// <summary>No record of the kind is left, so that its persons know that it is not so.</summary>
    public bool Empties(int kind) => Left.TryGetValue(kind, out var left) && left < 1;

    /// <summary>All records that somebody knows are there.</summary>
    /// <param name="own">How many of a kind are known.</param>
    public bool StandsAgainst(Func<int, long> own) => Left.All(l => l.Value >= own(l.Key));
}
