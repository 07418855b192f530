using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// The records of one population as the verifier recounts them: weighted distinct combinations of leaf codes. Atom i holds
/// <c>Counts[i]</c> persons, <c>PartnerCounts[p][i]</c> of them known to partner p (a person known to several partners is counted at each).
/// Whatever the order they are given in, variables and partners stand in ordinal order of names and atoms in order of leaves, so that nothing
/// published depends on the order of rows, columns or uploads.
/// </summary>
internal sealed class RecordView
{
    private static readonly Comparer<int[]> ByLeaves = Comparer<int[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y));

    private readonly Dictionary<AtomKey, int> _index;

    public RecordView(string population, IReadOnlyList<Variable> variables, int[][] atoms, int[] counts, IReadOnlyList<string> partners, int[][] partnerCounts)
    {
        int[] columns = [.. Enumerable.Range(0, variables.Count).OrderBy(v => variables[v].Name, StringComparer.Ordinal)];
        int[][] arranged = [.. atoms.Select(a => columns.Select(c => a[c]).ToArray())];
        int[] rows = [.. Enumerable.Range(0, atoms.Length).OrderBy(i => arranged[i], ByLeaves)];
        int[] ranks = [.. Enumerable.Range(0, partners.Count).OrderBy(p => partners[p], StringComparer.Ordinal)];
        Population = population;
        Variables = [.. columns.Select(c => variables[c])];
        Atoms = [.. rows.Select(i => arranged[i])];
        Counts = [.. rows.Select(i => counts[i])];
        Partners = [.. ranks.Select(p => partners[p])];
        PartnerCounts = [.. ranks.Select(p => rows.Select(i => partnerCounts[p][i]).ToArray())];
        _index = new Dictionary<AtomKey, int>(counts.Length);
        for (var i = 0; i < counts.Length; i++)
        {
            if (Counts[i] < 1 || !_index.TryAdd(new AtomKey(Atoms[i]), i))
            {
                throw new ArgumentException("Atoms must be distinct and counted at least once.", nameof(atoms));
            }
        }
    }

    public string Population { get; }

    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>[atom][variable] leaf position.</summary>
    public int[][] Atoms { get; }

    public int[] Counts { get; }

    public IReadOnlyList<string> Partners { get; }

    /// <summary>[partner][atom].</summary>
    public int[][] PartnerCounts { get; }

    /// <summary>Position of an atom, or −1 where nobody has this combination.</summary>
    public int IndexOf(int[] atom) => _index.GetValueOrDefault(new AtomKey(atom), -1);

    public int VariableIndex(string name)
    {
        for (var v = 0; v < Variables.Count; v++)
        {
            if (string.Equals(Variables[v].Name, name, StringComparison.Ordinal))
            {
                return v;
            }
        }

        return -1;
    }

    public override string ToString() => nameof(RecordView);
}
