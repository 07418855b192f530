using System.Collections.ObjectModel;
using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>A bulletin as data: its tables in printed order, their words in both languages, and their charts.</summary>
public sealed class BulletinDefinition
{
    /// <summary>The newest version of the file format that this code reads.</summary>
    public const int SchemaVersion = 1;

    internal BulletinDefinition(string id, BulletinGrain grain, Text title, BulletinImprint imprint, IEnumerable<BulletinTable> tables)
    {
        Id = id;
        Grain = grain;
        Title = title;
        Imprint = imprint;
        Tables = new ReadOnlyCollection<BulletinTable>([.. tables]);
    }

    public string Id { get; }

    public BulletinGrain Grain { get; }

    public Text Title { get; }

    public BulletinImprint Imprint { get; }

    public IReadOnlyList<BulletinTable> Tables { get; }

    public BulletinTable? FindTable(string id) => Tables.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));
}
