using Anonymize.Attacking.Structure;
using Xunit;

namespace Anonymize.Tests.Attacking;

/// <summary>Which labels stand for everybody, which for a group, and which stand for several others.</summary>
public sealed class LabelTextTests
{
    [Theory]
    [InlineData("Total")]
    [InlineData("TOTAL (persons)")]
    [InlineData("Total number of victims")]
    [InlineData("All ages")]
    [InlineData("Both sexes")]
    [InlineData("GENEL TOPLAM")]
    [InlineData("Toplam mağdur")]
    [InlineData("Tümü")]
    public void Total_IsOfEverybody(string label) => Assert.True(LabelText.IsTotal(label));

    [Theory]
    [InlineData("All other sectors")]
    [InlineData("Both parents")]
    [InlineData("North total")]
    [InlineData("Akdeniz toplamı")]
    [InlineData("Totally unknown")]
    public void Others_AreNot(string label) => Assert.False(LabelText.IsTotal(label));

    [Theory]
    [InlineData("2024", 12)]
    [InlineData("2024-Q1", 3)]
    [InlineData("Q3 2024", 3)]
    [InlineData("2025 quarter 4", 3)]
    [InlineData("2024 1. çeyrek", 3)]
    [InlineData("2024-05", 1)]
    [InlineData("0-17", 18)]
    [InlineData("under 18", 18)]
    [InlineData("48+", 73)]
    [InlineData("CON+FSH+TOU", 3)]
    [InlineData("North", 1)]
    public void Label_StandsForItsLeaves(string label, int leaves) => Assert.Equal(leaves, LeafSets.Of(LabelText.Key(label)).Count);
}
