using Apache.Arrow;
using CsCheck;
using Publication.Tables;
using Publication.Verification;

namespace EndToEnd.Demonstration;

/// <summary>
/// A quarter drawn by chance: a few large sectors, many small ones, some without anybody; forms and groups as they go with a sector in the
/// samples; each person known to one of six partners, a few to two.
/// </summary>
internal sealed class SomeQuarter
{
    public const string Quarter = "2025-Q1";

    private const int Partners = 6;
    private const string Actual = "ACT";

    /// <summary>Forced sex work is among the large sectors in every quarter of the samples.</summary>
    private const string Largest = "FSX";

    /// <summary>In ordinal order, that of the atoms of a witness.</summary>
    private static readonly string[] Variables = ["form", "group", "quarter", "sector", "status"];

    private readonly IReadOnlyList<(string[] Codes, bool[] KnownTo)> _persons;

    private SomeQuarter(IReadOnlyList<(string[] Codes, bool[] KnownTo)> persons) => _persons = persons;

    public int Persons => _persons.Count;

    public IReadOnlyDictionary<string, int> BySector => _persons.GroupBy(p => p.Codes[3], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    public IReadOnlyDictionary<(string Sector, string Form), int> BySectorAndForm => Sums(_ => true);

    public IReadOnlyList<IReadOnlyDictionary<(string Sector, string Form), int>> ByPartner => [.. Enumerable.Range(0, Partners).Select(p => Sums(known => known[p]))];

    public static SomeQuarter Draw(uint seed)
    {
        var chance = new PCG(seed, 0x7A11_0C0DUL + seed);
        int Next(int below) => (int)chance.Next((uint)below);
        var persons = new List<(string[], bool[])>();
        foreach (var sector in KnownRecords.Combinations.GroupBy(c => c.Sector, StringComparer.Ordinal))
        {
            var choices = sector.ToArray();
            var count = sector.Key == Largest ? 10 + Next(25) : Next(10) switch
            {
                < 2 => 0,
                < 6 => 1 + Next(4),
                < 8 => 5 + Next(5),
                8 => 10 + Next(15),
                _ => 25 + Next(10),
            };
            for (; count > 0; count--)
            {
                var one = choices[Math.Min(Next(choices.Length), Next(choices.Length))];
                var known = new bool[Partners];
                known[Math.Min(Next(Partners), Next(Partners))] = true;
                known[Next(Partners)] |= Next(100) < 5;
                persons.Add(([one.Form, one.Group, Quarter, one.Sector, Actual], known));
            }
        }

        return new SomeQuarter(persons);
    }

    public RecordBatch Records()
    {
        var batch = new RecordBatch.Builder();
        for (var v = 0; v < Variables.Length; v++)
        {
            batch.Append(Variables[v], nullable: false, new StringArray.Builder().AppendRange(_persons.Select(p => p.Codes[v])).Build());
        }

        batch.Append("count", nullable: false, new Int32Array.Builder().AppendRange(_persons.Select(_ => 1)).Build());
        for (var p = 0; p < Partners; p++)
        {
            batch.Append($"partner:P{p}", nullable: false, new Int32Array.Builder().AppendRange(_persons.Select(x => x.KnownTo[p] ? 1 : 0)).Build());
        }

        return batch.Build();
    }

    /// <summary>Persons in all of the nodes, counted one by one.</summary>
    public int Count(IReadOnlyList<Node> nodes) =>
        _persons.Count(p => nodes.All(n => n.Leaves.Contains(p.Codes[System.Array.IndexOf(Variables, n.Variable)], StringComparer.Ordinal)));

    /// <summary>The persons of an alternative in place of the true ones. Who knows of them is nobody's question here.</summary>
    public SomeQuarter With(Witness witness, IReadOnlyList<Variable> variables)
    {
        var persons = _persons.ToList();
        var ordered = Variables.Select(name => variables.Single(v => v.Name == name)).ToArray();
        for (var i = 0; i < witness.Atoms.Length; i++)
        {
            string[] codes = [.. witness.Atoms[i].Select((leaf, v) => ordered[v].Leaves[leaf].Code)];
            for (var less = witness.Deltas[i]; less < 0; less++)
            {
                persons.RemoveAt(persons.FindIndex(p => p.Codes.SequenceEqual(codes, StringComparer.Ordinal)));
            }

            persons.AddRange(Enumerable.Repeat((codes, new bool[Partners]), Math.Max(witness.Deltas[i], 0)));
        }

        return new SomeQuarter(persons);
    }

    private Dictionary<(string Sector, string Form), int> Sums(Func<bool[], bool> isCounted) =>
        _persons.Where(p => isCounted(p.KnownTo)).GroupBy(p => (p.Codes[3], p.Codes[0])).ToDictionary(g => g.Key, g => g.Count());
}
