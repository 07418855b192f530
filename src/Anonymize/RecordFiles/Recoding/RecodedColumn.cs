namespace Anonymize.RecordFiles.Recoding;

/// <summary>A key attribute as it is published: labels, and which one each record has.</summary>
/// <param name="Name">Of the attribute.</param>
/// <param name="Values">All labels that could occur.</param>
/// <param name="Read">Label of each record; that of a suppressed record is <c>*</c>.</param>
public sealed record RecodedColumn(string Name, IReadOnlyList<string> Values, CodeBlock Read);
