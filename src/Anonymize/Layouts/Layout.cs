namespace Anonymize.Layouts;

/// <summary>A partition of declared categories into printed rows, with what it is worth.</summary>
/// <param name="Rows">Codes of the members of each row, ordinal within a row, in printed order.</param>
/// <param name="Score">Worth per person: Σ weight × persons ÷ categories in their row, over all persons, less the charge for leaving last period's layout.</param>
internal sealed record Layout(IReadOnlyList<IReadOnlyList<string>> Rows, double Score)
{
    public bool SameRows(IEnumerable<IEnumerable<string>> rows) =>
        Rows.Select(r => string.Join('+', r)).Order(StringComparer.Ordinal)
            .SequenceEqual(rows.Select(r => string.Join('+', r)).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    public override string ToString() => nameof(Layout);
}
