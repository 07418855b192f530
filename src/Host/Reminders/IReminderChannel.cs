using Host.Security;

namespace Host.Reminders;

/// <summary>A way by which reminders leave the house.</summary>
internal interface IReminderChannel
{
    /// <summary>As the database names it.</summary>
    string Name { get; }

    bool Reaches(Contact contact);

    /// <summary>Sends once. Expected failures are results; their texts stay here, since a server may quote what it was sent.</summary>
    Task<ReminderResult> SendAsync(ReminderMessage message, CancellationToken cancellationToken);
}
