namespace Ingest.Duplicates;

/// <summary>What tells whether two stored rows are one person, and which of them counts. Prints nothing.</summary>
internal readonly struct CaseRecord
{
    /// <summary>The row's own case number at its partner.</summary>
    public required CaseIdentity Case { get; init; }

    /// <summary>The person, or none.</summary>
    public required CaseIdentity Person { get; init; }

    /// <summary>Order of the upload that first brought the case.</summary>
    public required int Order { get; init; }

    /// <summary>Index of the upload among those that count.</summary>
    public required int Upload { get; init; }

    /// <summary>Row in the upload's file.</summary>
    public required int Row { get; init; }

    /// <summary>The quarter in which the row counts if it does, −1 if it is not in the population or has no quarter.</summary>
    public required short Quarter { get; init; }

    /// <summary>In the population, in whatever quarter or none.</summary>
    public required bool Belongs { get; init; }

    /// <summary>Over all codes of the row: decides between rows equal in everything else, whatever their order in the file.</summary>
    public required ulong Content { get; init; }

    public bool Counts => Quarter >= 0;

    public override string ToString() => nameof(CaseRecord);
}
