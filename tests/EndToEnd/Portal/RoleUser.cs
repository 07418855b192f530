using System.Net;
using EndToEnd.Support;
using Host.Composition;
using Host.Security;
using Xunit;

namespace EndToEnd.Portal;

/// <summary>The users of <see cref="RouteTable"/>: one of each role, somebody who has begun to sign in, and nobody.</summary>
internal static class RoleUser
{
    public static async Task<DeskUser> SignInAsync(SitePortal portal, string user)
    {
        if (user.Length == 0)
        {
            return DeskUser.Stranger(portal.Address);
        }

        var installation = portal.Desk.Installation;
        var name = Make(installation, user);
        if (user != "begun")
        {
            return await DeskUser.SignInAsync(portal.Address, installation, name, Site.Credential);
        }

        var desk = DeskUser.Stranger(portal.Address);
        using var answer = await desk.PostAsync("/en/sign-in", ("Name", name), ("Password", Site.Credential));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return desk;
    }

    /// <summary>Makes the user who is not there yet.</summary>
    /// <returns>The user's name.</returns>
    public static string Make(Installation installation, string user)
    {
        var name = $"some-{user}";
        var role = RoleName.Read(user) ?? Role.Analyst;
        if (!installation.Users.Active().Contains(name, StringComparer.Ordinal))
        {
            Assert.Null(installation.Users.Put(name, Site.Credential, [role], "test", 1000, role == Role.Partner ? Site.Partners[0].Id : null).Failure);
        }

        return name;
    }
}
