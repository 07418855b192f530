using Publication.Rules;

namespace Anonymize.Contingency.Specs;

/// <summary>What <c>protect</c> is asked for: variables, tables, rules, and what the world knows.</summary>
public sealed record ContingencySpec
{
    /// <summary>Units of work where a specification names no budget: see <see cref="Suppression.WorkBudget"/>.</summary>
    public const long DefaultBudget = 250_000_000;

    public required IReadOnlyList<VariableSpec> Variables { get; init; }

    public required IReadOnlyList<TableSpec> Tables { get; init; }

    public required ContingencyRules Rules { get; init; }

    /// <summary>Which rule set of the product these are; null where the specification names its rules.</summary>
    public RuleSetIdentity? RuleSet { get; init; }

    /// <summary>The column that says whose record it is; null where nobody needs to know.</summary>
    public string? Partner { get; init; }

    /// <summary>Cells that are never hidden.</summary>
    public IReadOnlyList<CellReference> Open { get; init; } = [];

    /// <summary>Cells that cannot occur, as everybody knows.</summary>
    public IReadOnlyList<CellReference> StructuralZeros { get; init; } = [];

    /// <summary>Combinations that everybody knows cannot occur.</summary>
    public IReadOnlyList<LinkSpec> Links { get; init; } = [];

    public IReadOnlyList<ExternalFigure> External { get; init; } = [];

    /// <summary>Folders of earlier runs, as they are named: their tables are facts.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Decimal places of a magnitude; inside, values are scaled to whole numbers.</summary>
    public int Decimals { get; init; }

    public long Budget { get; init; } = DefaultBudget;
}
