using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// The records of one population as the verifier recounts them: weighted distinct combinations of leaf codes. Atom i holds
/// <c>Counts[i]</c> persons, <c>PartnerCounts[p][i]</c> of them known to partner p (a person known to several partners is counted at each).
/// </summary>
internal sealed class RecordView
{
    private readonly Dictionary<AtomKey, int> _index;

    public RecordView(string population, IReadOnlyList<Variable> variables, int[][] atoms, int[] counts, IReadOnlyList<string> partners, int[][] partnerCounts)
    {
        Population = population;
        Variables = variables;
        Atoms = atoms;
        Counts = counts;
        Partners = partners;
        PartnerCounts = partnerCounts;
        _index = new Dictionary<AtomKey, int>(counts.Length);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 1 || !_index.TryAdd(new AtomKey(atoms[i]), i))
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
