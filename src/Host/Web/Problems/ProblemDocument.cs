namespace Host.Web.Problems;

/// <summary>The body of a refusal.</summary>
internal sealed record ProblemDocument(string Type, string Title, int Status, string Code);
