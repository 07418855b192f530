using System.Text.RegularExpressions;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>The tree tells what is where: folders are capabilities, a file is a type, a namespace is a folder.</summary>
public sealed partial class SourceLayoutTests
{
    private const int QuestionAboveBytes = 12 * 1024;

    private static readonly string[] BannedFolders = ["Helpers", "Utils", "Utilities", "Managers", "Common", "Misc", "Shared", "Core", "Base"];

    private static IReadOnlyList<string> Code { get; } =
        [.. SourceTree.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)
            && (f.StartsWith("src/", StringComparison.Ordinal) || f.StartsWith("tests/", StringComparison.Ordinal)))];

    [Fact]
    public void Folder_IsNamedAfterACapability()
    {
        var vague = Code.Where(f => f.Split('/')[..^1].Intersect(BannedFolders, StringComparer.OrdinalIgnoreCase).Any()).ToArray();
        Assert.Empty(vague);
    }

    [Fact]
    public void File_HoldsOnePublicTypeOfItsOwnName()
    {
        foreach (var file in SourceTree.ProductCode)
        {
            var name = Path.GetFileName(file).Split('.')[0];
            var types = OutermostType().Matches(SourceTree.Read(file)).ToArray();
            Assert.True(types.Count(t => t.Groups["access"].Value == "public") <= 1, $"{file} holds several public types.");
            Assert.True(types.Length == 0 || types.Any(t => t.Groups["name"].Value == name), $"{file} holds no type of its own name.");
        }
    }

    [Fact]
    public void Namespace_IsTheFolder()
    {
        foreach (var file in SourceTree.ProductCode)
        {
            if (NamespaceLine().Match(SourceTree.Read(file)) is { Success: true } line)
                Assert.Equal($"{file}: {string.Join('.', file.Split('/')[1..^1])}", $"{file}: {line.Groups["name"].Value}");
            else
                Assert.Equal("Program.cs", Path.GetFileName(file));
        }
    }

    [Fact]
    public void Files_AreSmall()
    {
        var sizes = SourceTree.ProductCode.Select(f => new FileInfo(Path.Combine(SourceTree.Root, f)).Length).Order().ToArray();
        Assert.InRange(sizes[sizes.Length / 2], 0, 2 * 1024);
        foreach (var (file, size) in SourceTree.ProductCode.Select(f => (f, new FileInfo(Path.Combine(SourceTree.Root, f)).Length)))
        {
            if (size > QuestionAboveBytes)
                TestContext.Current.AddWarning($"{file} has {size} bytes: is it one thing?");
        }
    }

    [Fact]
    public void TestFile_IsNamedAfterTheClassItHolds() =>
        Assert.All(
            Code.Where(f => f.EndsWith("Tests.cs", StringComparison.Ordinal)),
            f => Assert.Matches($@"\bclass {Path.GetFileNameWithoutExtension(f)}\b", SourceTree.Read(f)));

    [GeneratedRegex(@"^(?:(?<access>public|internal|file) )?(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|record struct|record class|record|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex OutermostType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
