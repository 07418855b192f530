using System.Collections.ObjectModel;

namespace Reports.Bulletins;

/// <summary>What came of reading a definition: the definition, or all problems at once.</summary>
public sealed class BulletinReading
{
    private BulletinReading(BulletinDefinition? definition, IEnumerable<BulletinProblem> problems)
    {
        Definition = definition;
        Problems = new ReadOnlyCollection<BulletinProblem>([.. problems]);
    }

    /// <summary>Null where there is any problem.</summary>
    public BulletinDefinition? Definition { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<BulletinProblem> Problems { get; }

    internal static BulletinReading Of(BulletinDefinition definition) => new(definition, []);

    internal static BulletinReading Failed(IEnumerable<BulletinProblem> problems) => new(definition: null, problems);
}
