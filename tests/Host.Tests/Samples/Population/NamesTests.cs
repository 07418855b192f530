using System.Text;
using Host.Samples.Population;
using Xunit;

namespace Host.Tests.Samples.Population;

public sealed class NamesTests
{
    /// <summary>Whatever marks a reader ignores, two people must not get one surname by chance.</summary>
    [Fact]
    public void Surnames_DoNotRepeat_EvenWithoutTheirMarks()
    {
        const int people = 1 << 20;
        var seen = new HashSet<string>(people, StringComparer.Ordinal);
        for (int i = 1; i <= people; i++)
            seen.Add(WithoutMarks(Names.Surname(i)));
        Assert.Equal(people, seen.Count);
    }

    private static string WithoutMarks(string name)
    {
        string lower = name.Replace('I', 'i').Replace('İ', 'i').Replace('ı', 'i').ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return string.Concat(lower.Where(char.IsAsciiLetter));
    }
}
