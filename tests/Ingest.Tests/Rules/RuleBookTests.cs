using Ingest.Intake;
using Ingest.Rules;
using Xunit;

namespace Ingest.Tests.Rules;

public sealed class RuleBookTests
{
    [Fact]
    public void EveryCode_IsOnceInTheRegister_WithATextInBothLanguages()
    {
        RuleBook rules = RuleBook.Load();
        Assert.Equal(
            Enum.GetValues<RuleCode>().Where(code => code is not RuleCode.None).Order(),
            rules.All.Select(rule => rule.Code).Order());
        Assert.All(rules.All, rule => Assert.NotEqual(rule.Text.Tr, rule.Text.En));
        Assert.Equal(rules.All.Count, rules.All.Select(rule => rule.Text.Tr).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(rules.All.Count, rules.All.Select(rule => rule.Text.En).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Texts_HaveNoPlaceForAValue() =>
        Assert.All(RuleBook.Load().All, rule => Assert.DoesNotContain('{', rule.Text.Tr + rule.Text.En));

    [Fact]
    public void ReportWords_AreInBothLanguages()
    {
        ReportTexts texts = ReportTexts.Load();
        Assert.All(texts.Keys, key => Assert.False(string.IsNullOrWhiteSpace(texts[key].Tr) || string.IsNullOrWhiteSpace(texts[key].En)));
    }

    [Fact]
    public void Log_KeepsTrueTotalsAndFewRows()
    {
        var log = new FindingLog(RuleBook.Load(), rowsPerFinding: 3);
        for (int row = 1; row <= 10; row++)
        {
            Assert.True(log.Add(RuleCode.CodeUnknown, row, column: 2));
        }

        Assert.False(log.Add(RuleCode.YearOnly, 4));
        var all = log.All().ToList();
        Assert.Equal([RuleCode.CodeUnknown, RuleCode.YearOnly], all.Select(f => f.Rule.Code));
        Assert.Equal(10, all[0].Count);
        Assert.Equal([1, 2, 3], all[0].Rows);
    }
}
