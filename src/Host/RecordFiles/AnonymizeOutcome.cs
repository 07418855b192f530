using Anonymize.RecordFiles;

namespace Host.RecordFiles;

/// <summary>What a run of <c>anonymize</c> made.</summary>
/// <param name="File">What was written.</param>
/// <param name="SearchSeconds">From records in memory to the optimum.</param>
/// <param name="Frontier">Other k; null where nobody asked.</param>
internal sealed record AnonymizeOutcome(RecodedFile File, double SearchSeconds, IReadOnlyList<FrontierPoint>? Frontier);
