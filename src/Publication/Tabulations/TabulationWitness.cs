namespace Publication.Tabulations;

/// <summary>An alternative as a change to the truth: <c>Deltas[i]</c> more with the leaves <c>Atoms[i]</c>, one for each variable of the tabulation.</summary>
internal sealed record TabulationWitness(int[][] Atoms, long[] Deltas);
