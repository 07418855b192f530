using System.Collections.ObjectModel;
using Publication.Tables;

namespace Publication.Releases;

/// <summary>
/// Everything a release says, and nothing else: the tables with their marks, the labels they need, and where the figures come from.
/// Built only from what may be published, so whatever is drawn from it may be published too.
/// </summary>
public sealed class ReleaseContent
{
    internal ReleaseContent(
        ReleaseHeader header,
        IEnumerable<Variable> variables,
        IEnumerable<ImpossibleCombination> impossible,
        IEnumerable<PublishedTable> tables,
        IEnumerable<WithheldTable>? withheld = null)
    {
        Header = header;
        Variables = new ReadOnlyCollection<Variable>([.. variables.OrderBy(v => v.Name, StringComparer.Ordinal)]);
        Impossible = new ReadOnlyCollection<ImpossibleCombination>([.. impossible]);
        Tables = new ReadOnlyCollection<PublishedTable>([.. tables]);
        Withheld = new ReadOnlyCollection<WithheldTable>([.. withheld ?? []]);
    }

    public ReleaseHeader Header { get; }

    /// <summary>The classifications behind every cell definition, in ordinal order of names.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>Combinations that are declared impossible, hence known to every reader.</summary>
    public IReadOnlyList<ImpossibleCombination> Impossible { get; }

    /// <summary>In the order of the bulletin.</summary>
    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>Tables of the bulletin that no coarsening made safe; named, so that their absence is not read as "none".</summary>
    public IReadOnlyList<WithheldTable> Withheld { get; }

    public PublishedTable? FindTable(string id) => Tables.FirstOrDefault(t => string.Equals(t.Design.Id, id, StringComparison.Ordinal));
}
