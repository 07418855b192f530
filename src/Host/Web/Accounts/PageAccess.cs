using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Host.Web.Accounts;

/// <summary>Which folder of pages is open to whom. A page in no folder named here is closed to everybody.</summary>
internal static class PageAccess
{
    public static void Set(RazorPagesOptions options)
    {
        options.RootDirectory = "/Web/Pages";
        options.Conventions
            .AllowAnonymousToFolder("/Readers")
            .AllowAnonymousToPage("/Accounts/SignIn")
            .AllowAnonymousToPage("/Accounts/Provider")
            .AllowAnonymousToPage("/Accounts/Setup")
            .AllowAnonymousToPage("/Accounts/Refused")
            .AuthorizePage("/Accounts/SecondFactor", Access.Begun)
            .AuthorizePage("/Accounts/SignOut", Access.Begun)
            .AuthorizePage("/Accounts/NewPassword", Access.SignedIn)
            .AuthorizePage("/Desk/Start", Access.Staff)
            .AuthorizeFolder("/Desk/Uploads", Access.Partner)
            .AuthorizeFolder("/Desk/Words", Access.Partner)
            .AuthorizeFolder("/Desk/Templates", Access.Staff)
            .AuthorizeFolder("/Desk/Operation", Access.Operator)
            .AuthorizeFolder("/Desk/Quarters", Access.Cleared)
            .AuthorizeFolder("/Desk/Protection", Access.Officer)
            .AuthorizeFolder("/Desk/Method", Access.Methodologist)
            .AuthorizeFolder("/Desk/Early", Access.Reader)
            .AuthorizeFolder("/Desk/Audit", Access.Auditor);
    }
}
