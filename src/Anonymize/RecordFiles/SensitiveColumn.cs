using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Sets;

namespace Anonymize.RecordFiles;

/// <summary>An attribute nobody shall learn.</summary>
public sealed class SensitiveColumn
{
    /// <param name="column">Its values.</param>
    /// <param name="hierarchy">The order of values and their distance; null without.</param>
    public SensitiveColumn(RecordColumn column, Hierarchy? hierarchy = null)
    {
        Column = column;
        Hierarchy = hierarchy;
    }

    /// <summary>Of each person nobody shall learn a single value of the set.</summary>
    /// <param name="sets">Its values.</param>
    public SensitiveColumn(SetColumn sets)
    {
        Column = sets.Column;
        Sets = sets.Sets;
    }

    public RecordColumn Column { get; }

    public Hierarchy? Hierarchy { get; }

    /// <summary>The values of each set, by code of <see cref="Column"/>; null where a value is one value.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Sets { get; }

    public override string ToString() => nameof(SensitiveColumn);
}
