using Host.Composition;
using Host.Security;
using Host.Web.Wording;
using Host.Workflow;
using Ingest.Pseudonymise;

namespace Host.Web.Pages.Desk.Audit;

/// <summary>Who may sign in, in which role, with how many factors; keys of programs, and ids of the key ring. No secret, and no address of anybody.</summary>
internal sealed class PeopleModel(ReleaseDesk desk, SiteTexts texts) : AuditPage(desk, texts)
{
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IReadOnlyList<PartnerKey> Keys { get; private set; } = [];

    public KeyRing Ring => Release.Installation.Keys;

    protected override string Subject => "people";

    public void OnGet()
    {
        Accounts = Release.Installation.Users.All();
        Keys = Release.Installation.PartnerKeys.All();
    }

    /// <summary>Key of the sentence on how a person signs in.</summary>
    public static string SignInOf(Account account) =>
        account.IsDisabled ? "IsShutOut" : account.MustChoosePassword ? "HasFirstPassword" : account.HasSecondFactor ? "HasSecondFactor" : "HasNoSecondFactor";

    /// <summary>Until when a key is good, or that it is not.</summary>
    public string EndOf(PartnerKey key) => key.RevokedAt is { } at ? $"{this["Revoked"]}, {Local(at)}" : Local(Instant.Read(key.ExpiresAt));
}
