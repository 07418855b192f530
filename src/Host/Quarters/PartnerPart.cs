using Publication.Tables;

namespace Host.Quarters;

/// <summary>What one partner gave to a period. Counts only.</summary>
internal sealed record PartnerPart
{
    /// <summary>Id.</summary>
    public required string Partner { get; init; }

    public required Text Name { get; init; }

    /// <summary>Files with records that count in the period.</summary>
    public required int Uploads { get; init; }

    /// <summary>Records that count in it.</summary>
    public required int Records { get; init; }

    /// <summary>Those of them that are of an earlier quarter and came after its cut-off.</summary>
    public required int Late { get; init; }

    /// <summary>Rows of its files that did not enter.</summary>
    public required int SetAside { get; init; }

    /// <summary>Rows of its files that repeat another.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Quarters in which it said that it had no case.</summary>
    public required IReadOnlyList<string> Nothing { get; init; }

    /// <summary>Quarters of which it said nothing at all.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Mean number of records of up to four earlier periods; null where there is none.</summary>
    public required decimal? Usual { get; init; }

    /// <summary>Share of last year's persons that it knew, 0 to 1.</summary>
    public required decimal ShareOfLastYear { get; init; }

    public bool IsUnusual => Plausibility.IsUnusual(Records, Usual);
}
