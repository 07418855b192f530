using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>Documents rot silently; these notice when a page names something that is not there any more.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] RulePageParts = ["## Definition", "## Parameters", "## Source", "## Worked example", "## Known attack", "## Tests"];

    public static TheoryData<string> RulePages =>
        [.. SourceTree.Files.Where(f => f.StartsWith("docs/rules/", StringComparison.Ordinal) && !f.EndsWith("README.md", StringComparison.Ordinal))];

    [Fact]
    public void Link_LeadsSomewhere()
    {
        var dead =
            from page in SourceTree.Files
            where page.EndsWith(".md", StringComparison.Ordinal)
            from Match link in Link().Matches(SourceTree.Read(page))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.Combine(SourceTree.Root, Path.GetDirectoryName(page)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{page}: {target}";
        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(RulePages))]
    public void RulePage_SaysWhatEveryRuleOwes(string page)
    {
        var text = SourceTree.Read(page);
        Assert.All(RulePageParts, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains(Path.GetFileName(page), SourceTree.Read("docs/rules/README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RulePages))]
    public void RulePage_NamesTestsThatExist(string page)
    {
        var text = SourceTree.Read(page);
        var named = TestName().Matches(text[text.IndexOf("## Tests", StringComparison.Ordinal)..]).ToArray();
        Assert.NotEmpty(named);
        foreach (var name in named)
        {
            var file = SourceTree.Files.SingleOrDefault(f => Path.GetFileName(f) == $"{name.Groups["class"].Value}.cs");
            Assert.True(file is not null, $"{page} names {name.Value}, which no test file holds.");
            if (name.Groups["method"] is { Success: true } method)
                Assert.Contains($" {method.Value}(", SourceTree.Read(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FeaturePage_NamesTestsThatExist()
    {
        var named = TestName().Matches(SourceTree.Read("docs/features.md")).ToArray();
        Assert.NotEmpty(named);
        foreach (var name in named)
        {
            var file = SourceTree.Files.FirstOrDefault(f => Path.GetFileName(f) == $"{name.Groups["class"].Value}.cs");
            Assert.True(file is not null, $"docs/features.md names {name.Value}, which no test file holds.");
            if (name.Groups["method"] is { Success: true } method)
                Assert.Contains($" {method.Value}(", SourceTree.Read(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void DependencyTable_NamesThePackagesWeHaveAndNoOthers()
    {
        var declared = XDocument.Parse(SourceTree.Read("Directory.Packages.props")).Descendants()
            .Where(e => e.Name.LocalName is "PackageVersion" or "GlobalPackageReference")
            .Select(e => e.Attribute("Include")!.Value);
        var documented = SourceTree.Read("docs/dependencies.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Count(c => c == '|') > 4)
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(name => name.Trim())
            .Where(name => name != "package");
        Assert.Equal(declared.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_IsUsedBySomeProject()
    {
        var locks = SourceTree.Files.Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal)).Select(SourceTree.Read).ToArray();
        var unused = XDocument.Parse(SourceTree.Read("Directory.Packages.props")).Descendants()
            .Select(e => e.Attribute("Include")?.Value)
            .OfType<string>()
            .Where(p => !locks.Any(l => l.Contains($"\"{p}\"", StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        Assert.Empty(unused);
    }

    [Fact]
    public void OperationsPage_NamesEverySetting()
    {
        var page = SourceTree.Read("docs/operations.md");
        Assert.All(SettingsOf(OwnAssemblies.Host.GetType("Host.Configuration.Settings", throwOnError: true)!, string.Empty),
            setting => Assert.Contains($"`{setting}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SettingsOf(Type section, string prefix) =>
        from property in section.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        let name = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name)
        from setting in property.PropertyType.Namespace == section.Namespace ? SettingsOf(property.PropertyType, name + ".") : [name]
        select setting;

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<class>\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex TestName();
}
