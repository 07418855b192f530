namespace Host.Web.Accounts;

/// <summary>Where somebody goes who has signed in: the page of the desk that he asked for, else the desk. Never another site.</summary>
internal static class Landing
{
    public static bool IsDesk(PathString path) => path.StartsWithSegments("/tr/desk", StringComparison.Ordinal) || path.StartsWithSegments("/en/desk", StringComparison.Ordinal);

    /// <param name="asked">What an address says; anybody may have written it.</param>
    /// <param name="tongue">Language of the page.</param>
    public static string Of(string? asked, string tongue) =>
        asked is { Length: > 0 } && asked.All(c => c is > ' ' and < (char)127 and not '\\') && asked[0] == '/' && IsDesk(asked.Split('?')[0]) ? asked : $"/{tongue}/desk";
}
