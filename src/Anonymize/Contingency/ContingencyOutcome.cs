using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency;

/// <summary>Tables that may be published, or why there are none.</summary>
public sealed record ContingencyOutcome
{
    /// <summary>Faults of the input; nothing else is set where there are any.</summary>
    public IReadOnlyList<InputFault> Faults { get; init; } = [];

    /// <summary>Where nothing safe exists, or none was found: the table and the codes of the cell that nothing protects.</summary>
    public (string Table, IReadOnlyList<string> Codes)? Blocking { get; init; }

    public IReadOnlyList<ProtectedTable> Tables { get; init; } = [];

    public ProtectionSummary? Summary { get; init; }

    /// <summary>The alternatives as changes to the truth; private.</summary>
    public ReadOnlyMemory<byte> Certificate { get; init; }

    /// <summary>The public proof, computed from the tables alone.</summary>
    public ReadOnlyMemory<byte> PublicProof { get; init; }
}
