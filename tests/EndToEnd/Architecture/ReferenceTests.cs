using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>Who may know whom. The compiler enforces it through the project files; these tests see to it that the project files stay so.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Projects = ["Publication", "Ingest", "Anonymize", "Reports", "Host"];

    [Fact]
    public void CompiledAssembly_ReferencesOnlyItsAllowedNeighbours()
    {
        var own = OwnAssemblies.MayReference.Keys;
        foreach (var assembly in OwnAssemblies.All)
        {
            var referenced = assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(own.Contains);
            Assert.Empty(referenced.Except(OwnAssemblies.MayReference[assembly.GetName().Name!]));
        }
    }

    [Fact]
    public void ProjectFile_ReferencesOnlyItsAllowedNeighbours()
    {
        foreach (var project in Projects)
        {
            var allowed = OwnAssemblies.MayReference[project == "Host" ? "reporting" : project];
            var references = ProjectFile(project).Descendants("ProjectReference").ToArray();
            Assert.Empty(references.Select(NameOf).Except(allowed));
            Assert.All(references, r => Assert.Equal("all", r.Attribute("PrivateAssets")?.Value));
        }
    }

    [Fact]
    public void Publication_ReferencesNothingButTheBaseLibrary()
    {
        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (var reference in OwnAssemblies.Publication.GetReferencedAssemblies())
        {
            Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal);
            Assert.Equal(baseLibrary, Path.GetDirectoryName(Assembly.Load(reference).Location));
        }

        Assert.Empty(ProjectFile("Publication").Descendants("PackageReference"));
        Assert.Empty(ProjectFile("Publication").Descendants("FrameworkReference"));
    }

    [Fact]
    public void PublicationInternals_AreVisibleToTheEngineTheHostAndTestsOnly()
    {
        var friends = FriendsOf(OwnAssemblies.Publication);
        Assert.Empty(friends.Where(f => !IsTestAssembly(f)).Except(["Anonymize", "reporting"]));
    }

    [Theory]
    [InlineData("Ingest")]
    [InlineData("Anonymize")]
    [InlineData("Reports")]
    public void OtherInternals_AreVisibleToTestsOnly(string assembly) =>
        Assert.All(FriendsOf(Assembly.Load(assembly)), f => Assert.True(IsTestAssembly(f), f));

    [Fact]
    public void Reports_ReachesNoDatabaseNoSolverAndNoNetwork()
    {
        string[] kept = ["Dapper", "Microsoft.Data.Sqlite", "Npgsql", "Google.OrTools", "Apache.Arrow", "ParquetSharp", "System.Net.Http", "System.Net.Sockets"];
        Assert.Empty(OwnAssemblies.Reports.GetReferencedAssemblies().Select(r => r.Name).Intersect(kept));
    }

    [Fact]
    public void TestProjects_ExistForEveryProductProject() =>
        Assert.All(Projects, p => Assert.Contains($"tests/{p}.Tests/{p}.Tests.csproj", SourceTree.Files));

    private static XDocument ProjectFile(string project) => XDocument.Parse(SourceTree.Read($"src/{project}/{project}.csproj"));

    private static string NameOf(XElement reference) => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string[] FriendsOf(Assembly assembly) =>
        [.. assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(a => a.AssemblyName)];

    private static bool IsTestAssembly(string name) => name.EndsWith(".Tests", StringComparison.Ordinal) || name is "EndToEnd" or "Benchmarks";
}
