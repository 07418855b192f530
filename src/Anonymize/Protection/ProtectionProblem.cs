using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>Tables in a settled layout, to be made safe by hiding cells.</summary>
internal sealed record ProtectionProblem
{
    public required ReleaseHeader Header { get; init; }

    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<ImpossibleCombination> Impossible { get; init; }

    public required IReadOnlyList<TableDesign> Designs { get; init; }

    /// <summary>By population; every record that a figure of these tables or of a linked earlier release counts.</summary>
    public required IReadOnlyDictionary<string, RecordView> Records { get; init; }

    public required Ledger Ledger { get; init; }

    public required RuleSet Rules { get; init; }

    /// <summary>Cells that must stay shown, if the release is to be made at all.</summary>
    public Func<TableDesign, CellDefinition, bool> ForcedOpen { get; init; } = (_, _) => false;

    /// <summary>Why a table is as it is, from its design and whether anything in it is hidden; printed with it.</summary>
    public Func<TableDesign, bool, Text> ReasonFor { get; init; } = (_, _) => new Text("", "");

    /// <summary>Tables left out, printed as such.</summary>
    public IReadOnlyList<WithheldTable> Withheld { get; init; } = [];
}
