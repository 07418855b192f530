using System.Text.RegularExpressions;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>What a stranger finds in the files: finished work, and nothing of the machine it was made on.</summary>
public sealed partial class TextTests
{
    private static IEnumerable<string> Written => SourceTree.Texts.Where(f => !f.StartsWith("data-samples/", StringComparison.Ordinal));

    [Fact]
    public void File_NamesNoFolderOfSomebodysMachine()
    {
        var naming = Written.Where(f => MachinePath().IsMatch(SourceTree.Read(f))).ToArray();
        Assert.Empty(naming);
    }

    [Fact]
    public void Code_IsFinished()
    {
        var unfinished = Written
            .Where(f => f.StartsWith("src/", StringComparison.Ordinal) || f.StartsWith("tests/", StringComparison.Ordinal))
            .Where(f => UnfinishedMark().IsMatch(SourceTree.Read(f)))
            .ToArray();
        Assert.Empty(unfinished);
    }

    [Fact]
    public void Project_HasNoPlaceholder()
    {
        var placeholders = SourceTree.Files.Where(f => Path.GetFileName(f).StartsWith("Placeholder", StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.Empty(placeholders);
    }

    // Character classes keep the patterns from finding themselves.
    [GeneratedRegex(@"(?<![\w.~*>)\]}])/(?:wor[k]|hom[e]|roo[t]|Use[r]s)/\w|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(?:TOD[O]|FIXM[E]|HAC[K]|new NotImplementedExceptio[n])\b")]
    private static partial Regex UnfinishedMark();
}
