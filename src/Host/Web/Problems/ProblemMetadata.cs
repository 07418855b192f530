namespace Host.Web.Problems;

/// <summary>How a route can fail, for its documentation.</summary>
internal sealed record ProblemMetadata(IReadOnlyList<ProblemKind> Kinds);
