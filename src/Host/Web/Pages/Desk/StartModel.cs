using Host.Web.Wording;

namespace Host.Web.Pages.Desk;

/// <summary>The first page of somebody who has signed in: the places that are his.</summary>
internal sealed class StartModel(SiteTexts texts) : DeskPage(texts);
