using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;

namespace Anonymize.RecordFiles;

/// <summary>A file and what is wanted of it.</summary>
public sealed class RecordFileTask
{
    /// <summary>Key attributes, which somebody may know of a person, and their hierarchies; at least one.</summary>
    public required IReadOnlyList<(RecordColumn Column, Hierarchy Hierarchy)> Keys { get; init; }

    /// <summary>Attributes nobody shall learn.</summary>
    public IReadOnlyList<SensitiveColumn> Sensitive { get; init; } = [];

    /// <summary>The key attributes of the population, in the order of <see cref="Keys"/>; null without one.</summary>
    public IReadOnlyList<RecordColumn>? Population { get; init; }

    public required PrivacyModels Models { get; init; }

    public Measure Measure { get; init; }

    public RecodingKind Recoding { get; init; }

    /// <summary>Greatest share of records that may be suppressed, 0 to 1. Default 0.</summary>
    public decimal SuppressionLimit { get; init; }

    public override string ToString() => nameof(RecordFileTask);
}
