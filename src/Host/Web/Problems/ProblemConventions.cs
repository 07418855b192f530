namespace Host.Web.Problems;

/// <summary>Says of a route how it can fail.</summary>
internal static class ProblemConventions
{
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params IReadOnlyList<ProblemKind> kinds)
    {
        foreach (var status in kinds.Select(k => k.Status).Distinct())
        {
            route.Produces<ProblemDocument>(status, Problem.ContentType);
        }

        return route.WithMetadata(new ProblemMetadata(kinds));
    }
}
