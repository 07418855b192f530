namespace Anonymize.Attack;

/// <summary>
/// Where a variable matters. If every cell that mentions the sector counts identified victims only, the sector of the others is told by no
/// figure: those persons need one unknown for all sectors, not one for each. A variable is judged by its gates, the variables that every cell
/// mentioning it mentions too.
/// </summary>
internal sealed class Relevance
{
    /// <summary>In place of a class: whichever.</summary>
    public const int Any = -1;

    private readonly Dictionary<int, (int[] Gates, bool[][][] Admitted)> _gated = [];

    /// <param name="masks">Every cell.</param>
    /// <param name="tree">The junction tree; a variable is gated only where all its cliques hold its gates.</param>
    public Relevance(IReadOnlyList<ClassMask> masks, CliqueTree tree)
    {
        foreach (var variable in masks.SelectMany(m => m.Variables).Distinct())
        {
            var mentioning = masks.Where(m => m.Variables.Contains(variable)).ToArray();
            var gates = mentioning.Select(m => m.Variables.Where(v => v != variable)).Aggregate((a, b) => a.Intersect(b)).Order().ToArray();
            if (gates.Length > 0 && tree.Cliques.Where(c => c.Contains(variable)).All(c => gates.All(c.Contains)))
            {
                var admitted = mentioning.Select(m => gates.Select(m.ClassesOf).ToArray())
                    .DistinctBy(a => string.Join('|', a.Select(g => string.Concat(g.Select(x => x ? '1' : '0')))), StringComparer.Ordinal)
                    .ToArray();
                _gated.Add(variable, (gates, admitted));
            }
        }

        // A gate says where others matter, so it is always told.
        foreach (var gate in _gated.Values.SelectMany(g => g.Gates).Distinct().ToArray())
        {
            _gated.Remove(gate);
        }
    }

    /// <summary>Tells whether some figure depends on the variable for persons of this combination of classes.</summary>
    public bool Matters(int variable, int[] cliqueVariables, int[] classes)
    {
        if (!_gated.TryGetValue(variable, out var gated))
        {
            return true;
        }

        foreach (var cell in gated.Admitted)
        {
            var admits = true;
            for (var g = 0; admits && g < gated.Gates.Length; g++)
            {
                admits = cell[g][classes[Array.IndexOf(cliqueVariables, gated.Gates[g])]];
            }

            if (admits)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes <see cref="Any"/> for every variable that does not matter in the combination; returns which ones matter.</summary>
    public bool[] Canonical(int[] cliqueVariables, int[] classes)
    {
        var matters = new bool[classes.Length];
        for (var i = 0; i < classes.Length; i++)
        {
            matters[i] = Matters(cliqueVariables[i], cliqueVariables, classes);
        }

        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = matters[i] ? classes[i] : Any;
        }

        return matters;
    }
}
