using Publication.Rules;

namespace Anonymize.Contingency.Specs;

/// <summary>The product's own rule set in the words of a specification, for one that names no rules. What it says of pooled rows and their members holds wherever rows are pooled, whatever the rules.</summary>
internal static class ProductRules
{
    /// <param name="rules">The rule set.</param>
    /// <param name="hasPartners">The specification says whose records they are; what nobody is said to know is not judged.</param>
    /// <param name="hasMultiple">Persons may have several categories of a variable. Then a printed total less a printed category is everybody without it, a figure that no cell holds and that only R8 judges.</param>
    public static ContingencyRules Of(RuleSet rules, bool hasPartners, bool hasMultiple) => new()
    {
        K = rules.K,
        Level = rules.Level switch { ProtectionLevel.Exact => ContingencyLevel.Exact, ProtectionLevel.Strict => ContingencyLevel.Strict, _ => ContingencyLevel.Band },
        Kappa = rules.Kappa,
        Slack = rules.Slack,
        Persons = rules.Persons,
        Coalition = hasPartners && rules.Rho > 0 ? 1 : 0,
        Residual = hasPartners ? rules.Rho : 0,
        Differences = hasMultiple,
    };
}
