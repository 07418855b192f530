using System.Text;
using CsCheck;
using Ingest.Gate;
using Ingest.Reading;
using Ingest.Rules;
using Xunit;

namespace Ingest.Tests.Reading;

public sealed class CaseNumberColumnTests
{
    private static readonly Gen<string> Identifier = Gen.OneOf(
        Gen.Const("10000000146"), Gen.Const("100 000 001 46"), Gen.Const("0532 123 45 67"), Gen.Const("+90 (532) 123-45-67"),
        Gen.Const("5321234567"), Gen.Const("TR330006100519786457841326"), Gen.Const("a@b.tr"), Gen.Const("NL91ABNA0417164300"));

    // True identifiers with anything before them, beside texts of the same letters.
    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.String[Gen.Char["0123456789 -.()/+@ABTRçİ"], 0, 24],
        Gen.Select(Gen.String[Gen.Char["0123456789/-"], 0, 5], Identifier)
            .Select((before, identifier) => before + identifier));

    [Fact]
    public void WhatTheBytesClear_TheScanWouldHaveCleared() => Number.Sample(
        number =>
        {
            if (CaseNumberColumn.IsHarmless(Encoding.UTF8.GetBytes(number)))
            {
                Assert.Equal(RuleCode.None, IdentifierScan.Find(number, isCaseNumber: true));
            }
        },
        iter: 100_000,
        threads: 1);

    [Theory]
    [InlineData("2026/0000123")]
    [InlineData("A-17")]
    [InlineData("İST-2026-0417")]
    public void UsualCaseNumbers_NeedNoScan(string number) => Assert.True(CaseNumberColumn.IsHarmless(Encoding.UTF8.GetBytes(number)));
}
