namespace Host.Security;

/// <summary>Roles as the database and the command line write them.</summary>
internal static class RoleName
{
    private static readonly (Role Role, string Name)[] Names =
    [
        (Role.Partner, "partner"),
        (Role.Analyst, "analyst"),
        (Role.Approver, "approver"),
        (Role.Publisher, "publisher"),
        (Role.Operator, "operator"),
        (Role.Officer, "officer"),
        (Role.Methodologist, "methodologist"),
        (Role.Reader, "reader"),
        (Role.Auditor, "auditor"),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Names.Select(n => n.Name)];

    public static string Of(Role role) => Names.Single(n => n.Role == role).Name;

    /// <returns>Null for a name that no role has.</returns>
    public static Role? Read(string name) => Names.Where(n => string.Equals(n.Name, name, StringComparison.Ordinal)).Select(n => (Role?)n.Role).FirstOrDefault();
}
