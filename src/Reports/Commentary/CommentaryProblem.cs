namespace Reports.Commentary;

/// <summary>A reference that cannot be filled in.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Position">Of its first letter in the text, from 1.</param>
/// <param name="Reference">As it is written.</param>
public sealed record CommentaryProblem(CommentaryFault Fault, int Position, string Reference);
