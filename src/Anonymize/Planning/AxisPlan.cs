using Publication.Tables;

namespace Anonymize.Planning;

/// <summary>One axis as a report's definition asks for it.</summary>
public sealed record AxisPlan
{
    /// <summary>Name of the column in the tidy file.</summary>
    public required string Variable { get; init; }

    public required Text Label { get; init; }

    public required VariableRole Role { get; init; }

    /// <summary>The finest categories the table may show, in printed order.</summary>
    public required IReadOnlyList<DeclaredCategory> Declared { get; init; }

    public required AxisLayout Layout { get; init; }

    /// <summary>Id of the table whose rows to take, for <see cref="AxisLayout.RowsOf"/>.</summary>
    public string? RowsOf { get; init; }

    /// <summary>Label of the Total; null where the axis has none.</summary>
    public Text? Total { get; init; }

    /// <summary>False where a person may be counted in several categories.</summary>
    public bool IsAdditive { get; init; } = true;

    /// <summary>Worth of showing a person of a category alone; 1 where nothing is said.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    internal double WeightOf(string code) => Weights.GetValueOrDefault(code, 1);
}
