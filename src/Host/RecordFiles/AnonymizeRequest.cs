using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;

namespace Host.RecordFiles;

/// <summary>What <c>anonymize</c> was asked, read and checked as far as that goes without the files.</summary>
internal sealed record AnonymizeRequest
{
    public required string Input { get; init; }

    public required char Delimiter { get; init; }

    /// <summary>Attribute and file, in the order given.</summary>
    public required IReadOnlyList<(string Attribute, string File)> Hierarchies { get; init; }

    public required IReadOnlyList<string> Sensitive { get; init; }

    public required IReadOnlyList<string> Keep { get; init; }

    public required IReadOnlyList<string> Drop { get; init; }

    /// <summary>Delimiter of sets by attribute.</summary>
    public required IReadOnlyDictionary<string, char> Multiple { get; init; }

    public required PrivacyModels Models { get; init; }

    public required string? Population { get; init; }

    public required decimal SuppressionLimit { get; init; }

    public required Measure Measure { get; init; }

    public required RecodingKind Recoding { get; init; }

    public required int Repeat { get; init; }

    public required bool KeepSuppressed { get; init; }

    public required string Output { get; init; }

    public required string? Report { get; init; }

    /// <summary>Where the page about other k goes; null without one.</summary>
    public required string? Frontier { get; init; }
}
