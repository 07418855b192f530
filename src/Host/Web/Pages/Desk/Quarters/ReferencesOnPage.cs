using Publication.Releases;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>What a text may refer to.</summary>
/// <param name="Page">Whose language counts.</param>
/// <param name="Content">Where the figures are.</param>
internal sealed record ReferencesOnPage(ReleasePage Page, ReleaseContent Content);
