using Anonymize.Protection;
using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>A release that the engine certified in a small world, after what it certified before.</summary>
internal sealed record Judged(Instance Instance, Ledger Ledger, ProtectionProblem Problem, Candidate Candidate)
{
    public ReleaseContent Content => Candidate.Content;

    public IReadOnlyList<ReleaseContent> Releases => [.. Worlds.Contents(Ledger), Content];

    public string Describe() => Worlds.Describe(Instance, Releases);

    public static IEnumerable<CellDefinition> Shown(ReleaseContent content) => Cells(content, isShown: true);

    public static IEnumerable<CellDefinition> Hidden(ReleaseContent content) => Cells(content, isShown: false);

    /// <summary>Everything ever promised about the persons of this world.</summary>
    public IEnumerable<Obligation> Duties()
    {
        var duties = new Duties(Instance.Space, Instance.Persons, Instance.Partners);
        return Releases.SelectMany(r => r.Tables).SelectMany(t => duties.Of(t.Design, Instance.Rules));
    }

    private static IEnumerable<CellDefinition> Cells(ReleaseContent content, bool isShown) => content.Tables.SelectMany(t =>
        Enumerable.Range(0, t.Design.CellCount).Where(c => t.Cells[c].IsShown == isShown).Select(t.Design.DefinitionOf));
}
