using System.Collections.ObjectModel;
using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>A table as the bulletin declares it: who is counted, crossed by what, and how it is told.</summary>
public sealed class BulletinTable
{
    internal BulletinTable(
        string id,
        string number,
        Text title,
        Text unit,
        string population,
        decimal weight,
        IEnumerable<BulletinRestriction> where,
        IEnumerable<BulletinAxis> axes,
        BulletinChart? chart,
        BulletinFinding? finding,
        IEnumerable<Text> notes,
        bool hasTargets)
    {
        Id = id;
        Number = number;
        Title = title;
        Unit = unit;
        Population = population;
        Weight = weight;
        Where = new ReadOnlyCollection<BulletinRestriction>([.. where]);
        Axes = new ReadOnlyCollection<BulletinAxis>([.. axes]);
        Chart = chart;
        Finding = finding;
        Notes = new ReadOnlyCollection<Text>([.. notes]);
        HasTargets = hasTargets;
    }

    /// <summary>Lower-case letters, digits and hyphens; the name of the table's files.</summary>
    public string Id { get; }

    /// <summary>Number printed before the title, as in <c>T2</c>; the name of the table's sheet.</summary>
    public string Number { get; }

    public Text Title { get; }

    /// <summary>What a count counts, in lower case: persons, permits.</summary>
    public Text Unit { get; }

    /// <summary>Whose cases (<c>victims</c>, <c>assisted</c>, <c>permits</c>, <c>returns</c>) or which figures (<c>programme</c>, <c>helpline</c>, <c>shelter</c>).</summary>
    public string Population { get; }

    /// <summary>What detail in this table is worth beside the other tables; 1 by default.</summary>
    public decimal Weight { get; }

    public IReadOnlyList<BulletinRestriction> Where { get; }

    public IReadOnlyList<BulletinAxis> Axes { get; }

    public BulletinChart? Chart { get; }

    public BulletinFinding? Finding { get; }

    public IReadOnlyList<Text> Notes { get; }

    /// <summary>The rows are indicators of the National Action Plan, and their baseline and target stand beside them.</summary>
    public bool HasTargets { get; }
}
