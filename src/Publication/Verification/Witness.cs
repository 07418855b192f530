namespace Publication.Verification;

/// <summary>
/// An alternative population, as a sparse change to the true one: atom i (leaf positions) gains <c>Deltas[i]</c> persons or loses them.
/// It proves that the publication does not settle what the change moves. It holds the truth through the truth it changes, and is never published.
/// </summary>
internal sealed class Witness(int[][] atoms, int[] deltas)
{
    public int[][] Atoms { get; } = atoms;

    public int[] Deltas { get; } = deltas;

    public override string ToString() => nameof(Witness);
}
