namespace Reports.Commentary;

/// <summary>A commentary with its figures filled in, or what stands against it.</summary>
/// <param name="Paragraphs">In order; what cannot be filled in stands as it is written.</param>
/// <param name="Problems">In order of their places; none where the text is whole.</param>
public sealed record CommentaryReading(IReadOnlyList<string> Paragraphs, IReadOnlyList<CommentaryProblem> Problems)
{
    public bool IsWhole => Problems.Count == 0;
}
