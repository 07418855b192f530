using System.Collections.ObjectModel;

namespace Reports.Bulletins;

/// <summary>Only persons with one of these codes are in the table.</summary>
public sealed class BulletinRestriction
{
    internal BulletinRestriction(string variable, IEnumerable<string> codes)
    {
        Variable = variable;
        Codes = new ReadOnlyCollection<string>([.. codes.Order(StringComparer.Ordinal)]);
    }

    public string Variable { get; }

    /// <summary>Codes of the finest level, in ordinal order.</summary>
    public IReadOnlyList<string> Codes { get; }
}
