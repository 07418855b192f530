using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Sets;
using Host.Outcomes;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>A key attribute: its values in the file and in the population, null without one, and the hierarchy of both.</summary>
internal sealed record KeyColumn(RecordColumn Column, RecordColumn? Population, Hierarchy Hierarchy)
{
    /// <param name="input">The file.</param>
    /// <param name="population">The population; null without one.</param>
    /// <param name="hierarchy">Of single values.</param>
    /// <param name="delimiter">Between the values of a cell; null where a cell has one value.</param>
    public static Outcome<KeyColumn> Of(TabularFile input, TabularFile? population, Hierarchy hierarchy, char? delimiter)
    {
        var column = RecordColumns.Of(input, hierarchy.Name);
        var others = population is null ? null : RecordColumns.Of(population, hierarchy.Name);
        if (delimiter is not { } between)
        {
            return new KeyColumn(column, others, hierarchy);
        }

        var sets = SetColumn.Of(column, between, hierarchy);
        var otherSets = others is null ? null : SetColumn.Of(others, between, hierarchy);
        return SetHierarchy.TryMake(hierarchy, between, otherSets is null ? [sets] : [sets, otherSets], out var ofSets, out var fault)
            ? new KeyColumn(sets.Column, otherSets?.Column, ofSets)
            : HierarchySource.Failed(hierarchy.Name, fault);
    }

    public override string ToString() => nameof(KeyColumn);
}
