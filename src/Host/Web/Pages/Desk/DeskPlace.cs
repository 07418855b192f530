using Host.Security;

namespace Host.Web.Pages.Desk;

/// <summary>A place of the desk.</summary>
/// <param name="Path">Behind <c>/tr/desk</c>.</param>
/// <param name="Title">Key of its name; with <c>About</c> behind it, of the sentence that says what it is for.</param>
/// <param name="Roles">Who sees it; the policy of the page itself says the same.</param>
internal sealed record DeskPlace(string Path, string Title, params Role[] Roles)
{
    /// <summary>In the order of the menu.</summary>
    public static IReadOnlyList<DeskPlace> All { get; } =
    [
        new("uploads", "Uploads", Role.Partner),
        new("words", "Words", Role.Partner),
        new("users", "Users", Role.Operator),
        new("keys", "Keys", Role.Operator),
        new("system", "System", Role.Operator),
        new("templates", "Templates", Role.Partner, Role.Operator),
        new("quarters", "Periods", Role.Analyst, Role.Approver, Role.Publisher),
        new("protection", "Protection", Role.Officer),
        new("method", "MethodDesk", Role.Methodologist),
        new("early", "Early", Role.Reader),
        new("audit", "AuditChains", Role.Auditor),
        new("audit/releases", "AuditReleases", Role.Auditor),
        new("audit/people", "AuditPeople", Role.Auditor),
        new("audit/destructions", "AuditDestructions", Role.Auditor),
    ];
}
