using Publication.Tables;

namespace Host.Security;

/// <summary>Where an active person is reached, and in which language.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Email">Null where none is known.</param>
/// <param name="Language">Of what is written to the person.</param>
internal sealed record Contact(string UserId, string? Email, Language Language)
{
    // An address is in no message.
    public override string ToString() => UserId;
}
