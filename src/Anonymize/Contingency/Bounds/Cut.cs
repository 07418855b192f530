namespace Anonymize.Contingency.Bounds;

/// <summary>What every safe pattern satisfies: Σ coefficient · hidden(cell) ≥ <paramref name="Least"/>.</summary>
internal sealed record Cut(int[] Cells, double[] Coefficients, double Least);
