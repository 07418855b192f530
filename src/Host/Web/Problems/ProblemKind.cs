namespace Host.Web.Problems;

/// <summary>A way in which a request can fail.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name, also the key of its text.</param>
/// <param name="Example">Arguments of the text in the documentation's example.</param>
internal sealed record ProblemKind(int Status, string Code, params IReadOnlyList<string> Example);
