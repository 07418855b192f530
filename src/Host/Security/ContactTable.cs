using System.Text.RegularExpressions;
using Dapper;
using Host.Outcomes;
using Host.Workflow;
using Publication.Tables;

namespace Host.Security;

/// <summary>Addresses for reminders, kept by operators and shown to nobody else.</summary>
internal sealed partial class ContactTable(WorkflowDatabase database, AuditTrail audit)
{
    /// <summary>Longest address (RFC 5321, 4.5.3.1.3, without the angle brackets).</summary>
    public const int LongestEmail = 254;

    /// <param name="userId">Of a person that has an account.</param>
    /// <param name="email">Null for none.</param>
    /// <param name="language">Of what is written to the person.</param>
    /// <param name="actor">Who says so.</param>
    public Outcome<Done> Set(string userId, string? email, Language language, string actor)
    {
        if (email is not null && !IsEmail(email))
        {
            return new Failure(ExitCode.InvalidInput, "EmailWrong");
        }

        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var changed = connection.Execute(
            "UPDATE users SET email = @email, language = @tongue WHERE user_id = @userId AND is_person = 1",
            new { userId, email, tongue = language == Language.Tr ? "tr" : "en" },
            transaction);
        if (changed == 0)
        {
            return new Failure(ExitCode.InvalidInput, "UserUnknown");
        }

        audit.Record(connection, transaction, actor, "user-contact", userId);
        transaction.Commit();
        return Done.Value;
    }

    /// <summary>Of persons that may sign in, by user.</summary>
    public IReadOnlyDictionary<string, Contact> All()
    {
        using var connection = database.Connect();
        return connection.Query<(string UserId, string? Email, string Tongue)>("SELECT user_id, email, language FROM users WHERE is_person = 1 AND disabled_at IS NULL")
            .ToDictionary(r => r.UserId, r => new Contact(r.UserId, r.Email, r.Tongue == "en" ? Language.En : Language.Tr), StringComparer.Ordinal);
    }

    /// <summary>An address as every mail server takes it: one @, a domain with a dot, nothing that could end a header or begin a second address.</summary>
    public static bool IsEmail(string text) => text.Length <= LongestEmail && Email().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
