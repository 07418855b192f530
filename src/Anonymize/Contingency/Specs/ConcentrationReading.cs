namespace Anonymize.Contingency.Specs;

/// <summary>Reads <c>dominance</c> and <c>pPercent</c>.</summary>
internal static class ConcentrationReading
{
    public static ConcentrationRules Of(SpecObject rules)
    {
        var off = ConcentrationRules.Off;
        if (rules.Inner("dominance") is { } dominance)
        {
            if (dominance.Find("n") is null)
            {
                dominance.Report(SpecFaultKind.Missing, dominance.PathOf("n"));
            }

            off = off with { Largest = (int)dominance.Whole("n", 1, 1, 100), Share = Percentage(dominance, "share") };
            dominance.Close();
        }

        if (rules.Inner("pPercent") is { } percent)
        {
            off = off with { Percent = Percentage(percent, "p") };
            percent.Close();
        }

        return off;
    }

    private static decimal Percentage(SpecObject rule, string name)
    {
        if (rule.Find(name) is null)
        {
            rule.Report(SpecFaultKind.Missing, rule.PathOf(name));
            return 0;
        }

        if (rule.Number(name) is > 0 and <= 100 and var number)
        {
            return number;
        }

        rule.Report(SpecFaultKind.Invalid, rule.PathOf(name));
        return 0;
    }
}
