using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Host.Web.Wording;
using Ingest.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Publication.Tables;

namespace Host.Web.Pages.Desk.Operation;

/// <summary>Who may sign in, and what for.</summary>
internal sealed class UsersModel(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private readonly Installation _installation = desk.Installation;

    public IReadOnlyList<Account> All { get; private set; } = [];

    public IReadOnlyList<Partner> Partners { get; private set; } = [];

    /// <summary>Where active users are reminded.</summary>
    public IReadOnlyDictionary<string, Contact> Contacts { get; private set; } = new Dictionary<string, Contact>();

    /// <summary>Issuer of the identity provider; null where there is none.</summary>
    public string? Issuer => _installation.Settings.Web.OpenIdConnect.Authority;

    /// <summary>Who each user is to the identity provider.</summary>
    public IReadOnlyDictionary<string, string> Subjects { get; private set; } = new Dictionary<string, string>();

    /// <summary>A first password, shown this once, and whose it is.</summary>
    public (string User, string Password)? Given { get; private set; }

    public static IReadOnlyList<Role> Roles { get; } = [.. RoleName.All.Select(n => RoleName.Read(n)!.Value)];

    public void OnGet() => Load();

    public IActionResult OnPostAdd(string? name, string[] roles, string? partner)
    {
        var user = name?.Trim() ?? "";
        return _installation.Users.Find(user) is not null ? After(new Failure(ExitCode.Conflict, "UserExists", user)) : Give(user, Read(roles), Named(partner));
    }

    /// <summary>A forgotten password: another first one, the same roles.</summary>
    public IActionResult OnPostPassword(string name) =>
        _installation.Users.Find(name) is { } account ? Give(name, account.Roles, account.Partner) : After(new Failure(ExitCode.InvalidInput, "UserUnknown"));

    /// <summary>A lost telephone.</summary>
    public IActionResult OnPostSecondFactor(string name)
    {
        if (_installation.Users.Find(name) is null)
        {
            return After(new Failure(ExitCode.InvalidInput, "UserUnknown"));
        }

        _installation.SecondFactors.Clear(name, Me);
        return After(null);
    }

    public IActionResult OnPostRoles(string name, string[] roles, string? partner) => After(_installation.Roles.Set(name, Read(roles), Named(partner), Me).Failure);

    public IActionResult OnPostDisable(string name) => After(_installation.Roles.Disable(name, Me).Failure);

    /// <summary>Who a user is to the identity provider; empty takes the link away.</summary>
    public IActionResult OnPostSubject(string name, string? subject) => Issuer is not { } issuer ? NotFound()
        : After((subject?.Trim() is { Length: > 0 } named ? _installation.ExternalSubjects.Link(name, issuer, named, Me) : _installation.ExternalSubjects.Unlink(name, Me)).Failure);

    /// <summary>Where a user is reminded; an empty address takes it away.</summary>
    public IActionResult OnPostContact(string name, string? email, string? language) => After(
        _installation.Contacts.Set(name, email?.Trim() is { Length: > 0 } address ? address : null, language == "en" ? Language.En : Language.Tr, Me).Failure);

    private static Role[] Read(string[] roles) => [.. roles.Select(RoleName.Read).OfType<Role>()];

    private static string? Named(string? partner) => string.IsNullOrEmpty(partner) ? null : partner;

    private IActionResult Give(string user, IReadOnlyCollection<Role> roles, string? partner)
    {
        if (roles.Count == 0)
        {
            return After(new Failure(ExitCode.WrongUsage, "RoleNotGiven"));
        }

        if (partner is not null && !PartnersOf(desk).Any(p => p.Id.Value == partner))
        {
            return After(StoreFailures.Of(Ingest.Storage.StoreFailureCode.UnknownPartner));
        }

        var password = FirstPassword.New();
        var until = _installation.Clock.GetUtcNow() + FirstPassword.Life;
        if (_installation.Users.Put(user, password, roles, Me, partner: partner, firstUntil: until).Failure is { } failure)
        {
            return After(failure);
        }

        Given = (user, password);
        Load();
        return Page();
    }

    private IActionResult After(Failure? failure)
    {
        if (failure is null)
        {
            return Redirect($"/{Tongue}/desk/users");
        }

        Problem = Sentence(failure);
        Load();
        return Page();
    }

    private void Load()
    {
        All = _installation.Users.All();
        Contacts = _installation.Contacts.All();
        Subjects = Issuer is { } issuer ? _installation.ExternalSubjects.All(issuer) : Subjects;
        Partners = PartnersOf(desk);
    }

    private static IReadOnlyList<Partner> PartnersOf(ReleaseDesk desk) => desk.Store.Partners().TryGet(out var partners) ? partners : [];
}
