using Ingest.Schema;

namespace Ingest.Profiles;

/// <summary>A partner's shape as its data file writes it.</summary>
internal sealed class ProfileFile
{
    public required int SchemaVersion { get; init; }

    public required string Id { get; init; }

    public required int Version { get; init; }

    public required Label Label { get; init; }

    /// <summary>Date formats in the notation of .NET, in order of trial; <c>yyyy</c> is a year alone. Dates written <c>yyyy-MM-dd</c> are always read.</summary>
    public required IReadOnlyList<string> DateFormats { get; init; }

    /// <summary>The decimal mark of numbers in text cells, <c>.</c> or <c>,</c>; declared, because both readings of a number succeed.</summary>
    public required string DecimalMark { get; init; }

    /// <summary>Words for "asked and unknown"; an empty cell is one always.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Words for "not collected".</summary>
    public IReadOnlyList<string> NotCollected { get; init; } = [];

    public IReadOnlyList<string> Yes { get; init; } = [];

    public IReadOnlyList<string> No { get; init; } = [];

    /// <summary>First words of a row of totals.</summary>
    public IReadOnlyList<string> Totals { get; init; } = [];

    /// <summary>For shapes of flags, which have no order of their own: which code of a set is the primary one, best first.</summary>
    public IReadOnlyDictionary<ColumnTarget, IReadOnlyList<string>> PrimaryOrder { get; init; } =
        new Dictionary<ColumnTarget, IReadOnlyList<string>>();

    public required IReadOnlyList<ProfileColumn> Columns { get; init; }
}
