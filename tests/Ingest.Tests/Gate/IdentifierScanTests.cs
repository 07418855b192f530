using System.Globalization;
using CsCheck;
using Ingest.Gate;
using Ingest.Rules;
using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Gate;

public sealed class IdentifierScanTests
{
    [Theory]
    [InlineData("10000000146", RuleCode.IdentifierNationalNumber)]
    [InlineData("10000000078", RuleCode.IdentifierNationalNumber)]
    [InlineData("TC:10000000146", RuleCode.IdentifierNationalNumber)]
    [InlineData("100 000 001 46", RuleCode.IdentifierNationalNumber)]
    [InlineData("10000000145", RuleCode.None)]
    [InlineData("99000000000", RuleCode.None)]
    [InlineData("00000000000", RuleCode.None)]
    [InlineData("100000001461", RuleCode.None)]
    [InlineData("2026/0147", RuleCode.None)]
    [InlineData("2026/000147-2", RuleCode.None)]
    [InlineData("05.03.2026", RuleCode.None)]
    [InlineData("18--20", RuleCode.None)]
    [InlineData("+90 555 000 00 00", RuleCode.IdentifierPhone)]
    [InlineData("(0555) 000 00 00", RuleCode.IdentifierPhone)]
    [InlineData("0312 000 00 00", RuleCode.IdentifierPhone)]
    [InlineData("905550000000", RuleCode.IdentifierPhone)]
    [InlineData("00998901234567", RuleCode.IdentifierPhone)]
    [InlineData("tel 5550000000", RuleCode.IdentifierPhone)]
    [InlineData("test.kisi@example.org", RuleCode.IdentifierEmail)]
    [InlineData("yaz: a@b.co", RuleCode.IdentifierEmail)]
    [InlineData("a @ b", RuleCode.None)]
    [InlineData("TR330006100519786457841326", RuleCode.IdentifierIban)]
    [InlineData("iban tr33 0006 1005 1978 6457 8413 26", RuleCode.IdentifierIban)]
    [InlineData("TR330006100519786457841327", RuleCode.None)]
    [InlineData("U00000000", RuleCode.IdentifierPassport)]
    [InlineData("pasaport AA1234567", RuleCode.IdentifierPassport)]
    [InlineData("TR100", RuleCode.None)]
    public void Text_IsKnownForWhatItHolds(string text, RuleCode rule)
    {
        // A foreign-looking near miss may still look like another kind of identifier; what must be found is.
        RuleCode found = IdentifierScan.Find(text);
        Assert.True(found == rule || (rule is RuleCode.None && found is RuleCode.IdentifierPassport), found.ToString());
    }

    [Fact]
    public void CaseNumberLikeAPassportNumber_IsAllowed() =>
        Assert.Equal(RuleCode.None, IdentifierScan.Find("AB123456", isCaseNumber: true));

    [Fact]
    public void EveryNationalNumber_IsFoundInAnyText() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 99_999_999], Gen.String[Gen.Char["abc ,;:ŞİığXYZ"], 0, 8], Gen.String[Gen.Char[",; abcĞ"], 0, 8]).Sample(
            (first, rest, before, after) =>
            {
                string nine = first.ToString(CultureInfo.InvariantCulture) + rest.ToString("D8", CultureInfo.InvariantCulture);
                int[] d = [.. nine.Select(c => c - '0')];
                int tenth = ((((d[0] + d[2] + d[4] + d[6] + d[8]) * 7) - (d[1] + d[3] + d[5] + d[7])) % 10 + 10) % 10;
                string number = nine + tenth.ToString(CultureInfo.InvariantCulture) + ((d.Sum() + tenth) % 10).ToString(CultureInfo.InvariantCulture);
                Assert.Equal(RuleCode.IdentifierNationalNumber, IdentifierScan.Find(before + number + after));
            },
            iter: 5000,
            threads: 1);

    [Fact]
    public void OneWrongDigit_IsNoNationalNumber()
    {
        int[] good = [1, 0, 0, 0, 0, 0, 0, 0, 1, 4, 6];
        for (int place = 0; place < 11; place++)
        {
            for (int other = 0; other < 10; other++)
            {
                int[] changed = [.. good];
                changed[place] = other;
                Assert.Equal(other == good[place], NationalNumber.IsValid(changed));
            }
        }
    }

    [Fact]
    public void NoLabelOfACodeList_LooksLikeAnIdentifier()
    {
        // Cells that a list explains are not scanned; this is what makes that safe.
        foreach (CodeList list in CodeLists.Load().All)
        {
            Assert.All(list.Codes, code => Assert.Equal(RuleCode.None, IdentifierScan.Find(code.Code)));
            Assert.All(list.Codes, code => Assert.Equal(RuleCode.None, IdentifierScan.Find(code.Label.Tr)));
            Assert.All(list.Codes, code => Assert.Equal(RuleCode.None, IdentifierScan.Find(code.Label.En)));
        }
    }
}
