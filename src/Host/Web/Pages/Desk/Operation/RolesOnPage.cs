using Host.Security;
using Ingest.Catalogue;

namespace Host.Web.Pages.Desk.Operation;

/// <summary>The choice of roles of a user, or of a new one.</summary>
internal sealed record RolesOnPage(DeskPage Page, Account? Account, IReadOnlyList<Partner> Partners)
{
    /// <summary>Makes ids of fields one of a kind on the page.</summary>
    public string Key => Account?.UserId ?? "new";
}
