using Publication.Rules;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// Says what a table requires, from the rules and the true counts: R1 minimum frequency, R3 attribute disclosure, R5 partner residual, R9 members of
/// pooled rows in crossed tables, and the pooled rows that the rule itself would settle. The only place where a rule becomes a requirement; engines search, they do not judge.
/// </summary>
internal static class RequirementCatalogue
{
    /// <param name="design">The table.</param>
    /// <param name="rules">Rules in force when it was or is published.</param>
    /// <param name="count">True count of a cell.</param>
    /// <param name="partners">Number of partners.</param>
    /// <param name="partnerCount">Count of a cell among the records known to a partner.</param>
    /// <param name="possibility">Who can exist: an attribute that a declared link gives to everybody is no news, and is not judged by R3.</param>
    public static IEnumerable<Requirement> For(
        TableDesign design,
        RuleSet rules,
        Func<CellDefinition, int> count,
        int partners,
        Func<CellDefinition, int, int> partnerCount,
        Possibility possibility)
    {
        if (rules.IsWithoutPersons(design.Population))
        {
            yield break;
        }

        foreach (var cell in GuardedCells.Of(design))
        {
            var value = count(cell);
            if (value >= 1 && value < rules.K)
            {
                foreach (var attacker in Attackers(rules))
                {
                    yield return Small(cell, rules) with { Against = attacker };
                }
            }

            for (var p = 0; p < partners; p++)
            {
                var left = value - partnerCount(cell, p);
                if (left >= 1 && left < rules.Rho)
                {
                    yield return new Requirement { Rule = "R5", Cell = cell, Lower = 0, Upper = rules.Rho - 1, Against = Attacker.Partner, Partner = p };
                }
            }
        }

        if (rules.LatentMembers)
        {
            foreach (var cell in GuardedCells.Latent(design).Where(c => count(c) >= 1 && count(c) < rules.K))
            {
                foreach (var attacker in Attackers(rules))
                {
                    yield return new Requirement { Rule = "R9", Cell = cell, Lower = int.MaxValue, Upper = int.MinValue, Against = attacker };
                }
            }
        }

        if (rules.Kappa >= 0)
        {
            foreach (var requirement in AttributeDisclosure(design, rules, count, possibility))
            {
                yield return requirement;
            }
        }

        if (rules.PoolRuleKnown)
        {
            foreach (var pool in GuardedCells.Pools(design).Where(pool => pool.All(c => count(c) < rules.K)))
            {
                foreach (var requirement in PoolRule(pool, rules, count))
                {
                    yield return requirement;
                }
            }
        }
    }

    /// <summary>What a pool whose members are all below the threshold requires against one who knows so.</summary>
    public static IEnumerable<Requirement> PoolRule(IReadOnlyList<CellDefinition> pool, RuleSet rules, Func<CellDefinition, int> count) =>
        pool.Where(c => count(c) >= 1).Select(c => Small(c, rules) with
        {
            Against = Attacker.PoolRule, Upper = Math.Min(rules.UpperTarget, rules.K - 1), Pool = pool, PoolBound = rules.K - 1,
        });

    private static IEnumerable<Requirement> AttributeDisclosure(
        TableDesign design, RuleSet rules, Func<CellDefinition, int> count, Possibility possibility)
    {
        foreach (var (whole, part) in GuardedCells.AttributePairs(design))
        {
            if (count(whole) >= 1 && count(whole) - count(part) <= rules.Kappa && possibility.Allows(whole, part))
            {
                foreach (var attacker in Attackers(rules))
                {
                    yield return new Requirement
                    {
                        Rule = "R3", Cell = whole, Minus = part, Lower = rules.Kappa, Upper = rules.Kappa + 1 + rules.Slack, Against = attacker,
                    };
                }
            }
        }
    }

    private static Requirement Small(CellDefinition cell, RuleSet rules) => new()
    {
        Rule = "R1", Cell = cell, Lower = rules.LowerTarget, Upper = rules.UpperTarget, Distinct = rules.DistinctTarget, Against = Attacker.Outsider,
    };

    private static IEnumerable<Attacker> Attackers(RuleSet rules) => rules.Persons ? [Attacker.Outsider, Attacker.Person] : [Attacker.Outsider];
}
