namespace Publication.Tabulations;

/// <summary>What the world knows from elsewhere: the sum over these leaves lies between bounds. A combination that cannot occur lies between 0 and 0.</summary>
/// <param name="Leaves">[variable] leaves.</param>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
internal sealed record TabulatedFact(int[][] Leaves, long Low, long High)
{
    /// <summary>Somebody with these leaves is counted in it.</summary>
    public bool Covers(int[] atom)
    {
        for (var v = 0; v < atom.Length; v++)
        {
            if (Array.BinarySearch(Leaves[v], atom[v]) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
