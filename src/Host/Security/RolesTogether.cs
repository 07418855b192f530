using Host.Outcomes;

namespace Host.Security;

/// <summary>Which roles one person may have together. The database holds to the same.</summary>
internal static class RolesTogether
{
    /// <param name="roles">All roles of a person.</param>
    /// <param name="partner">Whose cases the person hands in; null for everybody else.</param>
    /// <returns>Null where they may.</returns>
    public static Failure? Refused(IReadOnlyCollection<Role> roles, string? partner) =>
        roles.Contains(Role.Partner) != partner is not null || (partner is not null && roles.Count > 1) ? new Failure(ExitCode.WrongUsage, "PartnerRoleAlone")
        : roles.Contains(Role.Auditor) && roles.Distinct().Count() > 1 ? new Failure(ExitCode.WrongUsage, "AuditorRoleAlone")
        : null;
}
