using Publication.Rules;

namespace EndToEnd.Demonstration;

/// <summary>
/// The attacker with unlimited time on two linked one-way tables, sectors and forms, of one period. Knows every printed row, the links, and,
/// as a partner or a person, the own records. With two margins and forbidden pairs the possible populations are the whole flows through a
/// network, so that the range of every figure is exact and has no holes; nothing here is shared with the engine.
/// </summary>
/// <param name="persons">[sector][leaf of form].</param>
/// <param name="known">[partner][sector][leaf of form].</param>
/// <param name="isPossible">[sector][leaf of form].</param>
/// <param name="categoryOf">Declared category of each leaf of form.</param>
/// <param name="rules">The rules.</param>
internal sealed class SectorFormAttacker(int[][] persons, int[][][] known, bool[][] isPossible, int[] categoryOf, RuleSet rules)
{
    private readonly int _categories = categoryOf.Max() + 1;

    /// <summary>True where no attacker learns of any sector or form what the rules forbid. Rows are given by the positions of their members.</summary>
    public bool IsSafe(int[][] sectorRows, int[][] formRows)
    {
        var whole = new PersonFlow(persons, isPossible, categoryOf, sectorRows, formRows);
        return AgainstOutsiders(whole, sectorRows, formRows)
            && known.All(own => AgainstPartner(whole, own, sectorRows, formRows))
            && AgainstPersons(whole, sectorRows, formRows)
            && AgainstThoseWhoKnowThePoolRule(whole, sectorRows, formRows);
    }

    private bool AgainstOutsiders(PersonFlow whole, int[][] sectorRows, int[][] formRows) =>
        whole.Margins(sectorRows).Concat(whole.Margins(formRows, isForm: true)).All(v => v == 0 || v >= rules.K)
        && whole.Figures.All(f => !IsSmall(whole[f]) || whole.Reaches(f, 0, rules.K - 1))
        && whole.Figures.All(f => whole.Persons - whole[f] > rules.Kappa);

    private bool AgainstPartner(PersonFlow whole, int[][] own, int[][] sectorRows, int[][] formRows)
    {
        var others = new PersonFlow([.. persons.Select((row, s) => row.Select((n, f) => n - own[s][f]).ToArray())], isPossible, categoryOf, sectorRows, formRows);
        return others.Margins(sectorRows).Concat(others.Margins(formRows, isForm: true)).All(v => v == 0 || v >= rules.Rho)
            && whole.Figures.All(f => others[f] is var left && (left == 0 || left >= rules.Rho || others.Reaches(f, 0, rules.Rho - 1)));
    }

    /// <summary>Somebody counted at (sector, form) keeps the own record; inside the figure it is never below one, and a sole person learns of nobody.</summary>
    private bool AgainstPersons(PersonFlow whole, int[][] sectorRows, int[][] formRows)
    {
        for (var s = 0; s < persons.Length; s++)
        {
            for (var f = 0; f < categoryOf.Length; f++)
            {
                if (persons[s][f] == 0)
                {
                    continue;
                }

                var rest = new PersonFlow(
                    [.. persons.Select((row, i) => row.Select((n, j) => i == s && j == f ? n - 1 : n).ToArray())], isPossible, categoryOf, sectorRows, formRows);
                foreach (var figure in whole.Figures.Where(x => IsSmall(whole[x])))
                {
                    var inside = whole[figure] - rest[figure];
                    if (whole[figure] - inside > 0 && !rest.Reaches(figure, 0, rules.K - 1 - inside))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Where all members of a pooled row are below the threshold, a reader may know that they are.</summary>
    private bool AgainstThoseWhoKnowThePoolRule(PersonFlow whole, int[][] sectorRows, int[][] formRows)
    {
        var pools = sectorRows.Where(r => r.Length > 1).Select(r => r.ToArray())
            .Concat(formRows.Where(r => r.Length > 1).Select(r => r.Select(c => persons.Length + c).ToArray()));
        return pools.Where(p => p.All(f => whole[f] < rules.K))
            .All(p => p.All(f => whole[f] == 0 || whole.Reaches(f, 0, rules.K - 1, capped: p, cap: rules.K - 1)));
    }

    private bool IsSmall(int value) => value >= 1 && value < rules.K;

    public override string ToString() => $"{persons.Length} sectors x {_categories} forms";
}
